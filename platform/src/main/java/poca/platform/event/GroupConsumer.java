package poca.platform.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import poca.contracts.fact.Fact;

/// Handles what one group reads from one topic: each fact in a transaction, parked if that fails.
/// It throws only if parking fails as well, which is when the database is out of reach; the offset
/// then stays where it is.
final class GroupConsumer<F extends Fact> {

  private static final Logger log = LoggerFactory.getLogger(GroupConsumer.class);

  /// Headers that a consumed fact gets here, whatever came under these names.
  private static final String ORIGIN = "poca_origin";

  private static final String APPENDED = "poca_appended";
  private static final String NEVER = String.valueOf(Long.MAX_VALUE);

  private final Subscription<F> subscription;
  private final ProvenFacts facts;
  private final ForeignFacts foreign;
  private final TransactionTemplate transactions;
  private final JdbcClient jdbc;
  private final ParkedFacts parked;
  private final Traces traces;
  private final Outage database;
  private final String span;

  GroupConsumer(
      Subscription<F> subscription,
      ProvenFacts facts,
      ForeignFacts foreign,
      TransactionTemplate transactions,
      JdbcClient jdbc,
      ParkedFacts parked,
      Traces traces) {
    this.subscription = subscription;
    this.facts = facts;
    this.foreign = foreign;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.parked = parked;
    this.traces = traces;
    this.database = new Outage(log, "what " + subscription.group() + " needs");
    this.span = subscription.group() + " handle";
  }

  Subscription<F> subscription() {
    return subscription;
  }

  void on(ConsumerRecord<String, byte[]> message) {
    var fact = letter(message);
    try {
      switch (read(fact)) {
        case FactCodec.Read.Unknown<F> _ -> {}
        case FactCodec.Read.Foreign<F> _ -> foreign.count(fact.group(), fact.topic(), place(fact));
        case FactCodec.Read.Unreadable<F> unreadable -> {
          log.error(
              "{}: unreadable at {}: {}",
              fact.group(),
              FactCodec.place(message),
              unreadable.cause());
          parked.parkDead(fact, unreadable.cause());
        }
        case FactCodec.Read.Known<F> known -> handleInOrder(fact, known.delivery());
      }
      database.ended();
    } catch (RuntimeException e) {
      database.began(e);
      throw e;
    }
  }

  private void handleInOrder(ParkedFacts.ConsumedFact fact, Delivery<F> delivery) {
    try {
      traces.within(
          fact.headers(),
          span,
          () ->
              transactions.executeWithoutResult(_ -> {
                if (parked.waiting(fact.group(), fact.topic(), fact.key())) {
                  parked.parkBehind(fact);
                } else {
                  effect(delivery);
                }
              }));
    } catch (RuntimeException | Error e) {
      parked.parkFailed(fact, e);
      log.warn("{}: {} failed and is parked", fact.group(), delivery.eventId(), e);
    }
  }

  private void effect(Delivery<F> delivery) {
    if (subscription.mode() == Subscription.Mode.SHARED_ONCE && !firstTime(delivery.eventId())) {
      return;
    }
    subscription.handle(delivery);
  }

  private boolean firstTime(UUID eventId) {
    return jdbc.sql(
                """
                insert into inbox (event_id, consumer) values (:id, :consumer)
                on conflict do nothing
                """)
            .param("id", eventId)
            .param("consumer", subscription.group())
            .update()
        == 1;
  }

  /// Tries the parked fact that is due.
  ///
  /// @return false if there is none
  boolean retry() {
    var taken = new ParkedFacts.Parked[1];
    try {
      return Boolean.TRUE.equals(
          transactions.execute(_ -> {
            var due = parked.takeDue(subscription.group(), subscription.topic().name());
            due.ifPresent(fact -> {
              taken[0] = fact;
              effect(fact.letter());
              parked.done(fact);
            });
            return due.isPresent();
          }));
    } catch (RuntimeException | Error e) {
      if (taken[0] == null || e instanceof KeysOutOfReach) {
        throw e;
      }
      parked.failedAgain(taken[0], e);
      log.warn(
          "{}: {} failed again (try {})",
          subscription.group(),
          taken[0].letter().eventId(),
          taken[0].tries() + 1,
          e);
      return true;
    }
  }

  private void effect(ParkedFacts.ConsumedFact fact) {
    switch (read(fact)) {
      case FactCodec.Read.Unknown<F> _ -> {}
      case FactCodec.Read.Foreign<F> _ -> foreign.count(fact.group(), fact.topic(), place(fact));
      case FactCodec.Read.Unreadable<F> unreadable ->
          throw new IllegalStateException("unreadable: " + unreadable.cause());
      case FactCodec.Read.Known<F> known ->
          traces.within(fact.headers(), span, () -> effect(known.delivery()));
    }
  }

  private FactCodec.Read<F> read(ParkedFacts.ConsumedFact fact) {
    return facts.read(
        subscription.topic(),
        fact.key(),
        fact.headers(),
        fact.body(),
        Instant.ofEpochMilli(Long.parseLong(fact.headers().getOrDefault(APPENDED, NEVER))));
  }

  private static String place(ParkedFacts.ConsumedFact fact) {
    return fact.headers().getOrDefault(ORIGIN, "");
  }

  private ParkedFacts.ConsumedFact letter(ConsumerRecord<String, byte[]> message) {
    Map<String, String> headers = FactCodec.plain(message.headers());
    headers.put(ORIGIN, FactCodec.place(message));
    headers.put(APPENDED, String.valueOf(FactCodec.appendedAt(message).toEpochMilli()));
    return new ParkedFacts.ConsumedFact(
        subscription.group(),
        message.topic(),
        Objects.requireNonNullElse(message.key(), ""),
        eventId(headers, message),
        headers,
        Objects.requireNonNullElse(message.value(), new byte[0]));
  }

  private static UUID eventId(Map<String, String> headers, ConsumerRecord<?, ?> message) {
    try {
      var id = headers.get(FactCodec.ID);
      if (id != null) {
        return UUID.fromString(id);
      }
    } catch (IllegalArgumentException notOurs) {
      log.debug("an event id that is no UUID");
    }
    return UUID.nameUUIDFromBytes(FactCodec.place(message).getBytes(StandardCharsets.UTF_8));
  }
}
