package poca.appointment.waitlist;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import poca.appointment.availability.HoldRanOut;
import poca.appointment.availability.TimeClaims;
import poca.appointment.waitlist.WaitlistStore.Postponed;
import poca.contracts.WaitlistEntryId;

/// Ends offers when their time has run out and offers on, and offers what had to be put off. All of
/// it stands in the database, so it does not matter which instance does it, or when it was started.
@Component
class WaitlistRounds {

  private static final Logger log = LoggerFactory.getLogger(WaitlistRounds.class);

  private static final int AT_ONCE = 200;

  private final WaitlistStore waitlist;
  private final Offers offers;
  private final TimeClaims claims;
  private final TransactionOperations transactions;
  private final Clock clock;

  WaitlistRounds(
      WaitlistStore waitlist,
      Offers offers,
      TimeClaims claims,
      TransactionOperations transactions,
      Clock clock) {
    this.waitlist = waitlist;
    this.offers = offers;
    this.claims = claims;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// One that fails keeps nobody else from being served.
  @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
  void round() {
    claims.runOut(AT_ONCE).forEach(hold -> attempt(hold, () -> end(hold)));
    waitlist.postponed(AT_ONCE).forEach(later -> attempt(later.id(), () -> offer(later)));
    waitlist.expire(clock.instant());
  }

  private static void attempt(UUID id, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.error("waiting list: {} has to wait for the next round", id, e);
    }
  }

  @EventListener
  void on(HoldRanOut ended) {
    end(ended.hold());
  }

  private void end(UUID hold) {
    var id = new WaitlistEntryId(hold);
    waitlist
        .find(id)
        .ifPresent(seen ->
            transactions.executeWithoutResult(_ -> {
              claims.lock(seen.doctor(), seen.patient());
              waitlist
                  .find(id)
                  .filter(entry -> entry.status() == EntryStatus.OFFERED)
                  .filter(entry -> entry.openOffer(clock.instant()).isEmpty())
                  .ifPresent(entry -> offers.passOn(entry, EntryStatus.WAITING));
            }));
  }

  private void offer(Postponed later) {
    transactions.executeWithoutResult(_ -> {
      claims.lock(List.of(later.doctor()), List.of());
      if (waitlist.take(later)) {
        offers.offer(later.doctor(), later.time(), later.passed());
      }
    });
  }
}
