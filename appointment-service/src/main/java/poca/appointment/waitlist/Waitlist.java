package poca.appointment.waitlist;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.relation.CareTeam;
import poca.access.security.AccessDecision;
import poca.access.security.Caller;
import poca.appointment.availability.Span;
import poca.appointment.availability.TimeClaims;
import poca.appointment.booking.AppointmentAccess;
import poca.appointment.booking.AppointmentType;
import poca.appointment.booking.AppointmentView;
import poca.appointment.booking.Bookings;
import poca.appointment.booking.Parties;
import poca.contracts.AccessBasis;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.WaitlistEntryId;
import poca.platform.web.Refusal;

/// Joins the waiting list, leaves it, and answers offers.
@Component
class Waitlist {

  /// How the audit calls an entry.
  static final String RESOURCE = "waitlist_entry";

  private final WaitlistStore waitlist;
  private final Offers offers;
  private final TimeClaims claims;
  private final Bookings bookings;
  private final AppointmentAccess access;
  private final Parties parties;
  private final CareTeam careTeam;
  private final Audit audit;
  private final Clock clock;

  Waitlist(
      WaitlistStore waitlist,
      Offers offers,
      TimeClaims claims,
      Bookings bookings,
      AppointmentAccess access,
      Parties parties,
      CareTeam careTeam,
      Audit audit,
      Clock clock) {
    this.waitlist = waitlist;
    this.offers = offers;
    this.claims = claims;
    this.bookings = bookings;
    this.access = access;
    this.parties = parties;
    this.careTeam = careTeam;
    this.audit = audit;
    this.clock = clock;
  }

  record Wish(
      DoctorId doctor, PatientId patient, Span window, Duration length, AppointmentType kind) {}

  /// Takes the last place in line.
  Entry join(Caller caller, Wish wish) {
    audit.concerns(wish.patient());
    var hospital = AppointmentAccess.hospitalOf(caller, null);
    var basis = access.toBook(caller, wish.doctor(), wish.patient(), hospital);
    if (!wish.window().endsAt().isAfter(clock.instant())) {
      throw Refusal.breaksRule("The time is in the past");
    }
    try {
      return transaction(
          wish.doctor(),
          use -> {
            parties.hold(wish.doctor(), wish.patient(), hospital);
            claims.lock(wish.doctor(), wish.patient());
            var entry =
                new Entry(
                    new WaitlistEntryId(use.newId()),
                    wish.doctor(),
                    wish.patient(),
                    hospital,
                    wish.window(),
                    wish.length(),
                    wish.kind(),
                    EntryStatus.WAITING,
                    List.of(),
                    null,
                    use.now()); // under the lock, so that who came first is first
            waitlist.insert(entry);
            var auditedAction = AuditedAction.create(RESOURCE, entry.id().value());
            use.granted(caller, auditedAction.of(entry.patient()), basis);
            return entry;
          });
    } catch (DuplicateKeyException waitsAlready) {
      throw Refusal.alreadyExists("The patient waits for this doctor already");
    }
  }

  AppointmentView accept(Caller caller, WaitlistEntryId id) {
    var seen = seen(id);
    var basis = answering(caller, seen).orRefuse();
    return transaction(
        seen.doctor(),
        use -> {
          parties.hold(seen.doctor(), seen.patient(), seen.hospital());
          var entry = offered(seen);
          var booked =
              bookings.bookHeld(
                  use,
                  caller,
                  basis,
                  entry.id().value(),
                  entry.doctor(),
                  entry.patient(),
                  entry.hospital(),
                  entry.kind());
          waitlist.become(entry.id(), EntryStatus.BOOKED, List.of());
          return booked;
        });
  }

  /// The entry keeps its place, and hears of this time no more.
  Entry decline(Caller caller, WaitlistEntryId id) {
    var seen = seen(id);
    var basis = answering(caller, seen).orRefuse();
    return transaction(
        seen.doctor(),
        use -> {
          var entry = offered(seen);
          offers.passOn(entry, EntryStatus.WAITING);
          var auditedAction = AuditedAction.update(RESOURCE, id.value());
          use.granted(caller, auditedAction.of(entry.patient()), basis);
          return waitlist.find(id).orElseThrow();
        });
  }

  void leave(Caller caller, WaitlistEntryId id) {
    var seen = seen(id);
    var basis = answering(caller, seen).doctor(AccessBasis.SELF, seen.doctor()::equals).orRefuse();
    transaction(
        seen.doctor(),
        use -> {
          var entry = toChange(seen);
          if (!entry.status().isOpen()) {
            throw Refusal.wrongState(409, "The entry waits no longer");
          }
          offers.passOn(entry, EntryStatus.CANCELLED);
          var auditedAction = AuditedAction.delete(RESOURCE, id.value());
          use.granted(caller, auditedAction.of(entry.patient()), basis);
          return entry;
        });
  }

  /// Ends what somebody who was removed waited for, or was waited for; runs in the listener's
  /// transaction.
  ///
  /// @param by the admin behind it; null if nobody is
  void cancelAll(List<Entry> open, @Nullable UserId by) {
    claims.lock(
        open.stream().map(Entry::doctor).toList(), open.stream().map(Entry::patient).toList());
    for (var one : open) {
      waitlist
          .find(one.id())
          .filter(entry -> entry.status().isOpen())
          .ifPresent(entry -> {
            offers.passOn(entry, EntryStatus.CANCELLED);
            if (by != null) {
              var auditedAction = AuditedAction.update(RESOURCE, entry.id().value());
              audit.granted(
                  Actor.of(by, Role.ADMIN), auditedAction.of(entry.patient()), AccessBasis.ADMIN);
            }
          });
    }
  }

  private Entry seen(WaitlistEntryId id) {
    var entry = waitlist.find(id).orElseThrow(Waitlist::notFound);
    audit.concerns(entry.patient());
    return entry;
  }

  private AccessDecision answering(Caller caller, Entry entry) {
    return AccessDecision.about(caller)
        .patient(AccessBasis.RELATED, account -> careTeam.related(account, entry.patient()));
  }

  private Entry offered(Entry seen) {
    var entry = toChange(seen);
    if (entry.openOffer(clock.instant()).isEmpty()) {
      throw Refusal.wrongState(409, "There is no open offer");
    }
    return entry;
  }

  private Entry toChange(Entry seen) {
    claims.lock(seen.doctor(), seen.patient());
    return waitlist.find(seen.id()).orElseThrow(Waitlist::notFound);
  }

  private <T> T transaction(DoctorId doctor, Function<Audit.Use, T> work) {
    return claims.inTurn(doctor, () -> audit.execute(work));
  }

  private static Refusal notFound() {
    return Refusal.notFound("Waiting list entry");
  }
}
