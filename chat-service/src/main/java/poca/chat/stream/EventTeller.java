package poca.chat.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import poca.contracts.PatientId;
import poca.contracts.UserId;
import poca.contracts.fact.EventFact;
import poca.contracts.fact.EventFact.EventsStored;
import poca.contracts.fact.EventFact.Reached;
import poca.platform.event.Outbox;

/// Puts what happened into the streams of those who are to be told, in the transaction of whoever
/// heard of it. What was told before is not told again.
@Component
class EventTeller {

  /// How long an event is kept.
  static final Duration KEPT = Duration.ofDays(7);

  private static final int ACCOUNTS_AT_ONCE = 500;

  private final EventStore store;
  private final Outbox outbox;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  EventTeller(EventStore store, Outbox outbox, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.outbox = outbox;
    this.events = events;
    this.clock = clock;
  }

  /// What is older than an event is kept is passed over: a new reader of a compacted topic begins
  /// with all of the past.
  void tell(Occurrence happened) {
    var now = clock.instant();
    if (happened.at().isBefore(now.minus(KEPT))) {
      return;
    }
    var patient = happened.audience().patient();
    if (patient != null) {
      store.lock(patient, false);
    }
    wake(store.append(happened, now));
  }

  /// The account speaks for the patient since then. A fact that came before ours may have been told
  /// to others already: the account is told, too.
  void began(UserId account, PatientId patient, Instant since) {
    store.lock(patient, true);
    wake(store.catchUp(account, patient, since, clock.instant()));
  }

  private void wake(List<Reached> reached) {
    if (!reached.isEmpty()) {
      var stored = new EventsStored(reached);
      outbox.append(EventFact.TOPIC, stored);
      events.publishEvent(stored);
    }
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void forget() {
    var before = clock.instant().minus(KEPT);
    int forgotten;
    do {
      forgotten = store.forget(before, ACCOUNTS_AT_ONCE);
    } while (forgotten == ACCOUNTS_AT_ONCE);
  }
}
