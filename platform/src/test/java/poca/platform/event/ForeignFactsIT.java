package poca.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static poca.platform.event.Things.body;
import static poca.platform.event.Things.newKey;
import static poca.platform.event.Things.soon;
import static poca.testkit.WritersOfTheTests.signedBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import poca.contracts.fact.SignedFact;
import poca.contracts.fact.WriterKey;
import poca.contracts.fact.WriterKeys;
import poca.platform.IdSource;
import poca.platform.Seal;
import poca.testkit.world.Bus;

/// Whoever reaches the broker can write there; only the topic's own service is believed.
@RealEvents
class ForeignFactsIT {

  private static final String TOPIC = ThingFact.TOPIC.name();
  private static final long HUGE = 1_000_000;

  @Autowired Things things;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;
  @Autowired FactCodec codec;
  @Autowired ProvenFacts facts;
  @Autowired WriterKeyStore store;
  @Autowired ForeignFactHealth health;
  @Autowired IdSource ids;
  @Autowired WriterKeys register;
  @Autowired Clock clock;

  @Test
  void a_record_of_anybody_else_changes_nothing_however_huge_its_version_and_is_counted() {
    var key = newKey();
    things.say(key, 1);
    soon(() -> assertThat(things.effects(key)).containsExactly(1L));
    var before = counted(Things.MODEL);
    var body = bytes(key, HUGE);
    var headers = headers();
    var signed = signedBy("it", TOPIC, key, headers, body);

    Bus.put(TOPIC, key, headers, body);
    Bus.put(TOPIC, key, signedBy("chat-service", TOPIC, key, headers(), body), body);
    Bus.put(TOPIC, key, with(signed, SignedFact.SIGNATURE, "AAAA"), body);
    Bus.put(TOPIC, key, with(signed, SignedFact.KEY_ID, "0123456789abcdef"), body);
    Bus.put(TOPIC, key, with(signed, SignedFact.KEY_ID, WriterKey.UNSIGNED), body);
    Bus.put(TOPIC, key, with(signed, "ce_id", UUID.randomUUID().toString()), body);
    Bus.put(TOPIC, key, with(signed, "ce_type", "ThingSung"), body);
    Bus.put(TOPIC, key, with(signed, "ce_time", "2026-11-24T10:00:01Z"), body);
    Bus.put(TOPIC, key, signed, bytes(key, HUGE + 1));
    Bus.put(TOPIC, newKey(), signed, body);
    Bus.put(TOPIC, key, signedBy("it", "it.others.v1", key, headers(), body), body);
    Bus.put(TOPIC, key, headers(), new byte[0]);

    soon(() -> assertThat(counted(Things.MODEL) - before).isEqualTo(12));
    things.say(key, 2);
    soon(() -> assertThat(things.effects(key)).containsExactly(1L, 2L));
    soon(() -> assertThat(things.handled(key)).containsExactly(1L, 2L));
    soon(() -> assertThat(things.modelVersion(key)).isEqualTo(2));
    assertThat(Things.HEARD_LIVE)
        .filteredOn(fact -> fact.key().equals(key))
        .extracting(ThingFact::version)
        .doesNotContain(HUGE, HUGE + 1);
    assertThat(things.parked(key) + things.dead(key)).isZero();
    assertThat(health.health().getDetails()).containsEntry("notes", List.of("foreign_fact"));
    soon(() -> assertThat(counted("it.live")).isPositive());
  }

  @Test
  void what_a_retired_key_signed_is_believed_if_the_broker_had_it_before_and_not_afterwards() {
    var retired = Instant.parse("2026-11-30T10:00:00Z");
    var key = newKey();
    var headers = signedBy("it", TOPIC, key, headers(), bytes(key, 1));
    var id = String.valueOf(headers.get(SignedFact.KEY_ID));
    var published = new WriterKey(id, "it", keyOf(id), retired);
    var reader = new ProvenFacts(codec, new KnownWriters(null, registerOf(published), clock));

    assertThat(reader.read(ThingFact.TOPIC, key, headers, bytes(key, 1), retired.minusSeconds(1)))
        .isInstanceOf(FactCodec.Read.Known.class);
    assertThat(reader.read(ThingFact.TOPIC, key, headers, bytes(key, 1), retired))
        .isInstanceOf(FactCodec.Read.Foreign.class);
  }

  @Test
  void an_unsigned_fact_is_believed_in_an_old_home_if_the_broker_had_it_before_the_update() {
    var update = Instant.parse("2026-11-30T10:00:00Z");
    var old = new WriterKey(WriterKey.UNSIGNED, "*", "", update);
    var key = newKey();
    var reader = new ProvenFacts(codec, new KnownWriters(null, registerOf(old), clock));

    assertThat(reader.read(ThingFact.TOPIC, key, headers(), bytes(key, 1), update.minusSeconds(1)))
        .isInstanceOf(FactCodec.Read.Known.class);
    assertThat(reader.read(ThingFact.TOPIC, key, headers(), bytes(key, 1), update))
        .isInstanceOf(FactCodec.Read.Foreign.class);
    assertThat(facts.read(ThingFact.TOPIC, key, headers(), bytes(key, 1), Instant.EPOCH))
        .as("in a new home")
        .isInstanceOf(FactCodec.Read.Foreign.class);
  }

  @Test
  void a_fact_of_a_new_key_waits_while_the_register_is_away_and_is_known_for_good_afterwards() {
    var key = newKey();
    var headers = signedBy("it", TOPIC, key, headers(), bytes(key, 1));
    var id = String.valueOf(headers.get(SignedFact.KEY_ID));
    var gone = new AtomicBoolean(true);
    var hesitant =
        new Register() {
          @Override
          public List<WriterKey> besides(String asked) {
            if (gone.get()) {
              throw new KeysOutOfReach(new IllegalStateException("away"));
            }
            return List.of(new WriterKey(id, "it", keyOf(id), null));
          }
        };
    var reader = new ProvenFacts(codec, new KnownWriters(null, hesitant, clock));

    assertThatThrownBy(
            () -> reader.read(ThingFact.TOPIC, key, headers, bytes(key, 1), clock.instant()))
        .isInstanceOf(KeysOutOfReach.class);
    gone.set(false);
    assertThat(reader.read(ThingFact.TOPIC, key, headers, bytes(key, 1), clock.instant()))
        .isInstanceOf(FactCodec.Read.Known.class);
    gone.set(true);
    assertThat(reader.read(ThingFact.TOPIC, key, headers, bytes(key, 1), clock.instant()))
        .isInstanceOf(FactCodec.Read.Known.class);
  }

  @Test
  void
      a_pair_is_replaced_when_it_is_old_or_its_secret_changed_and_the_old_one_is_kept_as_retired() {
    var service = "rotating-" + ids.next();
    var published = new Register();
    var first = pairs(service, "one secret", published, Duration.ofDays(1)).current();
    assertThat(pairs(service, "one secret", published, Duration.ofDays(1)).current().id())
        .isEqualTo(first.id());

    var second = pairs(service, "one secret", published, Duration.ZERO).current();
    var third = pairs(service, "another secret", published, Duration.ofDays(1)).current();

    assertThat(List.of(first.id(), second.id(), third.id())).doesNotHaveDuplicates();
    assertThat(published.keys)
        .extracting(WriterKey::id)
        .containsExactly(first.id(), second.id(), third.id());
    assertThat(store.besides(third.id()))
        .filteredOn(key -> key.retiredAt() == null)
        .extracting(WriterKey::id)
        .containsExactly(third.id());
    assertThat(store.besides(third.id())).hasSize(3);
    jdbc.sql("delete from fact_key where id in (:ids)")
        .param("ids", List.of(first.id(), second.id(), third.id()))
        .update();
  }

  @Test
  void an_id_that_no_key_can_have_is_foreign_though_the_register_is_away() {
    var key = newKey();
    var gone = new Register();
    gone.away = true;
    var reader = new ProvenFacts(codec, new KnownWriters(null, gone, clock));

    for (var id : List.of("", "a/b", "..%2f..", "x".repeat(100_000), "0123456789ABCDEF")) {
      var headers =
          with(signedBy("it", TOPIC, key, headers(), bytes(key, 1)), SignedFact.KEY_ID, id);
      assertThat(reader.read(ThingFact.TOPIC, key, headers, bytes(key, 1), clock.instant()))
          .isInstanceOf(FactCodec.Read.Foreign.class);
    }
  }

  @Test
  void a_new_pair_does_not_sign_before_it_is_registered_and_the_one_before_goes_on() {
    var service = "registering-" + ids.next();
    var published = new Register();
    published.away = true;
    assertThatThrownBy(() -> pairs(service, "secret", published, Duration.ofDays(1)).current())
        .isInstanceOf(KeysOutOfReach.class);
    published.away = false;
    var first = pairs(service, "secret", published, Duration.ofDays(1)).current();
    published.away = true;

    assertThat(pairs(service, "secret", published, Duration.ZERO).current().id())
        .isEqualTo(first.id());

    jdbc.sql("delete from fact_key where not registered or id = :id")
        .param("id", first.id())
        .update();
  }

  private SigningPairs pairs(
      String service, String secret, WriterKeys register, Duration rotation) {
    return new SigningPairs(
        service, jdbc, transactions, new Seal(secret, "test"), register, store, rotation, clock);
  }

  /// Keeps what is registered, and can be away.
  private static class Register implements WriterKeys {
    final List<WriterKey> keys = new ArrayList<>();
    boolean away;

    @Override
    public void register(WriterKey key) {
      if (away) {
        throw new KeysOutOfReach(new IllegalStateException("away"));
      }
      keys.add(key);
    }

    @Override
    public List<WriterKey> besides(String id) {
      if (away) {
        throw new KeysOutOfReach(new IllegalStateException("away"));
      }
      return keys;
    }
  }

  private static WriterKeys registerOf(WriterKey key) {
    var published = new Register();
    published.keys.add(key);
    return published;
  }

  private String keyOf(String id) {
    return register.besides(id).getFirst().publicKey();
  }

  private long counted(String consumer) {
    return jdbc.sql("select coalesce(sum(times), 0) from foreign_fact where consumer = :consumer")
        .param("consumer", consumer)
        .query(Long.class)
        .single();
  }

  private static Map<String, String> headers() {
    var headers = new LinkedHashMap<>(Bus.headers("ThingSaid"));
    headers.put("ce_time", "2026-11-24T10:00:00Z");
    return headers;
  }

  private static Map<String, String> with(Map<String, String> headers, String name, String value) {
    var changed = new LinkedHashMap<>(headers);
    changed.put(name, value);
    return changed;
  }

  private static byte[] bytes(String key, long version) {
    return body(key, version).getBytes(UTF_8);
  }
}
