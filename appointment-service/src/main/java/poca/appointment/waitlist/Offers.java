package poca.appointment.waitlist;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import poca.appointment.availability.Availability;
import poca.appointment.availability.Span;
import poca.appointment.availability.TimeClaims;
import poca.appointment.availability.TimeFreed;
import poca.appointment.waitlist.WaitlistStore.Postponed;
import poca.contracts.DoctorId;
import poca.contracts.WaitlistEntryId;
import poca.contracts.fact.WaitlistFact;
import poca.contracts.fact.WaitlistFact.TimeOffered;
import poca.platform.IdSource;
import poca.platform.event.Outbox;

/// Offers what gets free to whoever has waited longest and fits, and holds it: in the transaction
/// that frees it, under the doctor's lock, so that nobody takes it in between. It waits for nobody:
/// if the next in line is busy elsewhere in that moment, the time is written down and offered soon
/// after ([WaitlistRounds]).
@Component
class Offers {

  private final WaitlistStore waitlist;
  private final TimeClaims claims;
  private final Availability availability;
  private final Outbox outbox;
  private final WaitlistSettings settings;
  private final IdSource ids;
  private final Clock clock;

  Offers(
      WaitlistStore waitlist,
      TimeClaims claims,
      Availability availability,
      Outbox outbox,
      WaitlistSettings settings,
      IdSource ids,
      Clock clock) {
    this.waitlist = waitlist;
    this.claims = claims;
    this.availability = availability;
    this.outbox = outbox;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  @EventListener
  void on(TimeFreed freed) {
    offer(freed.doctor(), freed.time(), List.of());
  }

  /// Offers the time, in pieces if those who wait need less; what nobody wants is free.
  ///
  /// @param passed entries that have passed it on
  void offer(DoctorId doctor, Span freed, List<WaitlistEntryId> passed) {
    var left = new ArrayDeque<>(List.of(freed));
    while (!left.isEmpty()) {
      var time = left.removeFirst();
      offerFirst(doctor, time, passed).ifPresent(held -> left.addAll(time.without(held)));
    }
  }

  /// @return what is held now of this time
  private Optional<Span> offerFirst(DoctorId doctor, Span freed, List<WaitlistEntryId> passed) {
    var now = clock.instant();
    for (var entry : waitlist.waiting(doctor, freed)) {
      var times = entry.timesIn(freed).filter(time -> time.startsAt().isAfter(now)).toList();
      if (passed.contains(entry.id()) || times.isEmpty()) {
        continue;
      }
      if (!claims.tryLock(entry.patient())) {
        waitlist.postpone(new Postponed(ids.next(), doctor, freed, passed));
        return Optional.empty();
      }
      var fitting = times.stream().filter(time -> isFree(entry, time)).findFirst();
      if (fitting.isPresent()) {
        hold(entry, fitting.get(), passed, now);
        return fitting;
      }
    }
    return Optional.empty();
  }

  private boolean isFree(Entry entry, Span time) {
    return claims.areFree(entry.doctor(), entry.patient(), time)
        && availability.isOpen(entry.doctor(), time.startsAt(), time.endsAt());
  }

  /// For as long as an offer is held, and not beyond the beginning of its time.
  private void hold(Entry entry, Span time, List<WaitlistEntryId> passed, Instant now) {
    var until = now.plus(settings.hold());
    var expires = until.isBefore(time.startsAt()) ? until : time.startsAt();
    claims.hold(entry.id().value(), entry.doctor(), entry.patient(), time, expires);
    var version = waitlist.become(entry.id(), EntryStatus.OFFERED, passed);
    outbox.append(
        WaitlistFact.TOPIC,
        new TimeOffered(
            entry.id(),
            entry.doctor(),
            entry.patient(),
            time.startsAt(),
            time.endsAt(),
            expires,
            version));
  }

  /// Ends the offer of an entry, which goes on as `next`, and offers the time to the others behind
  /// it.
  void passOn(Entry entry, EntryStatus next) {
    waitlist.become(entry.id(), next, List.of());
    var passed = new ArrayList<>(entry.passed());
    passed.add(entry.id());
    claims.release(entry.id().value()).ifPresent(time -> offer(entry.doctor(), time, passed));
  }
}
