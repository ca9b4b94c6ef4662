package poca.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import poca.testkit.RealParts;
import poca.testkit.StandingClock;

class KeyRotationIT {

  private static final KeySettings SETTINGS =
      new KeySettings(
          "a secret that seals the keys of this test",
          Duration.ofHours(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30));

  private final StandingClock clock = new StandingClock(Instant.parse("2026-05-01T12:00:00Z"));
  private JdbcClient jdbc = database();

  @BeforeEach
  void a_new_database() {
    jdbc = database();
  }

  private static JdbcClient database() {
    var made = RealParts.postgres().newDatabase();
    var source = new SingleConnectionDataSource(made.url(), made.user(), made.password(), true);
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/platform", "classpath:db/migration")
        .load()
        .migrate();
    return JdbcClient.create(source);
  }

  private SigningKeys instance() {
    return new SigningKeys(new KeyStore(jdbc, SETTINGS, clock), clock);
  }

  /// Half a day, minute by minute: two instances that look after the keys at their own times, and a
  /// verifier that fetches the set every five minutes. Every token is verified when it is new and
  /// again when it is about to expire.
  @Test
  void no_token_fails_while_keys_are_replaced() throws Exception {
    var one = instance();
    var two = instance();
    var copy = one.published();
    var waiting = new ArrayDeque<Waiting>();
    var kids = new HashSet<String>();

    for (int minute = 0; minute < 720; minute++) {
      if (minute % 5 == 0) {
        copy = (minute % 2 == 0 ? one : two).published();
      }
      if (minute % 3 == 0) {
        one.lookAfter();
      }
      if (minute % 7 == 0) {
        two.lookAfter();
      }
      if (minute % 4 == 0) {
        var token =
            SignedJWT.parse((minute % 8 == 0 ? one : two).sign(new JWTClaimsSet.Builder().build()));
        kids.add(token.getHeader().getKeyID());
        assertVerified(token, copy);
        waiting.add(new Waiting(token, minute + 29));
      }
      while (waiting.peek() != null && waiting.element().until() <= minute) {
        assertVerified(waiting.remove().token(), copy);
      }
      assertThat(one.published().getKeys()).hasSizeBetween(1, 2);
      clock.pass(Duration.ofMinutes(1));
    }

    assertThat(kids).hasSizeBetween(5, 7);
    assertThat(jdbc.sql("select count(*) from signing_key").query(Long.class).single())
        .isLessThanOrEqualTo(2);
  }

  private record Waiting(SignedJWT token, int until) {}

  private static void assertVerified(SignedJWT token, JWKSet set) throws Exception {
    var key = set.getKeyByKeyId(token.getHeader().getKeyID());
    assertThat(key).as("key of the token").isNotNull();
    assertThat(token.verify(new RSASSAVerifier((RSAKey) key))).isTrue();
  }

  @Test
  void after_a_long_sleep_the_next_key_is_still_published_before_it_signs() {
    var keys = instance();
    var old = keys.published().getKeys().getFirst().getKeyID();
    clock.pass(Duration.ofDays(3));

    keys.lookAfter();

    assertThat(keys.published().getKeys()).hasSize(2);
    assertThat(kid(keys)).isEqualTo(old);
    clock.pass(SETTINGS.lead());
    assertThat(kid(keys)).isNotEqualTo(old);
  }

  @Test
  void a_wrong_secret_opens_nothing_and_the_service_does_not_start() {
    instance();
    var other =
        new KeySettings(
            "another secret, also of 32 characters",
            SETTINGS.rotation(),
            SETTINGS.lead(),
            SETTINGS.tokenLife());

    assertThatThrownBy(() -> new SigningKeys(new KeyStore(jdbc, other, clock), clock))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("POCA_KEY_SECRET");
  }

  private static String kid(SigningKeys keys) {
    try {
      return SignedJWT.parse(keys.sign(new JWTClaimsSet.Builder().build())).getHeader().getKeyID();
    } catch (java.text.ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
