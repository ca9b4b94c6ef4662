package poca.appointment.booking;

import static poca.contracts.Role.PATIENT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.appointment.availability.TimeClaims;
import poca.appointment.booking.Appointment.State;
import poca.appointment.booking.Appointments.Coming;
import poca.contracts.AccessBasis;
import poca.contracts.AppointmentId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.AppointmentFact;
import poca.contracts.fact.AppointmentFact.AppointmentCancelled;
import poca.contracts.fact.AppointmentFact.AppointmentClosed;
import poca.contracts.fact.AppointmentFact.AppointmentMoved;
import poca.platform.web.Change;
import poca.platform.web.Refusal;

/// Reads, moves, closes and cancels appointments. Changes of one come one by one; as in [Bookings],
/// whether a time is free is decided by the constraints of [TimeClaims] alone.
@Component
class Lifecycle {

  private final Appointments appointments;
  private final TimeClaims claims;
  private final AppointmentAccess access;
  private final Conflicts conflicts;
  private final Audit audit;
  private final Clock clock;

  Lifecycle(
      Appointments appointments,
      TimeClaims claims,
      AppointmentAccess access,
      Conflicts conflicts,
      Audit audit,
      Clock clock) {
    this.appointments = appointments;
    this.claims = claims;
    this.access = access;
    this.conflicts = conflicts;
    this.audit = audit;
    this.clock = clock;
  }

  record Changes(
      Change<Instant> startsAt,
      Change<Duration> length,
      Change<AppointmentType> kind,
      Change<AppointmentStatus> status,
      Change<Map<String, Object>> extras) {}

  Appointment read(Caller caller, AppointmentId id) {
    var seen = seen(caller, id);
    var auditedAction = AuditedAction.read(Bookings.RESOURCE, id.value());
    audit.granted(caller, auditedAction.of(seen.appointment().patient()), seen.basis());
    return seen.appointment();
  }

  /// An appointment that the caller may see, and why.
  private record Seen(Appointment appointment, AccessBasis basis) {}

  private Seen seen(Caller caller, AppointmentId id) {
    var appointment = appointments.findById(id).orElseThrow(Lifecycle::notFound);
    audit.concerns(appointment.patient());
    return new Seen(appointment, access.asParty(caller, appointment).orRefuse());
  }

  /// For the admin and the appointment's doctor.
  Appointment update(Caller caller, AppointmentId id, Changes changes) {
    changes
        .startsAt()
        .newValue()
        .ifPresent(start ->
            Appointment.requirePlausible(
                start, changes.length().newValue().orElse(Duration.ZERO), clock.instant()));
    var seen = seen(caller, id);
    var before = seen.appointment();
    var start = changes.startsAt().newValue();
    var length = changes.length().newValue();
    return conflicts.orRefuse(
        caller,
        seen.basis(),
        new Conflicts.Wanted(
            before.doctor(),
            before.patient(),
            start.orElse(before.startsAt()),
            length.orElse(Duration.ofMinutes(before.durationMinutes()))),
        use -> {
          var appointment = toChange(before);
          var state = appointment.state();
          changes.extras().apply(appointment::extras);
          var moved = reschedule(appointment, start, length);
          var kind = changes.kind().newValue().filter(k -> k != appointment.kind());
          kind.ifPresent(k -> {
            requireActive(appointment);
            appointment.kind(k);
          });
          var next = changes.status().newValue();
          if (next.isPresent()) {
            enter(appointment, next.get(), caller.user(), null);
          } else if (moved) {
            appointment.become(AppointmentStatus.RESCHEDULED);
          }
          if (appointment.status().isActive() && (moved || length.isPresent())) {
            claim(appointment);
          }
          var auditedAction = AuditedAction.update(Bookings.RESOURCE, id.value());
          use.granted(caller, auditedAction.of(appointment.patient()), seen.basis());
          return stored(use, appointment, state);
        });
  }

  private boolean reschedule(
      Appointment appointment, Optional<Instant> start, Optional<Duration> length) {
    var newStart = start.orElse(appointment.startsAt());
    var newLength = length.orElse(Duration.ofMinutes(appointment.durationMinutes()));
    var moves = !newStart.equals(appointment.startsAt());
    if (moves || newLength.toMinutes() != appointment.durationMinutes()) {
      requireActive(appointment);
      appointment.move(newStart, newLength);
    }
    return moves;
  }

  Appointment cancel(Caller caller, AppointmentId id, String reason) {
    return change(
        caller,
        AuditedAction.update(Bookings.RESOURCE, id.value()),
        id,
        appointment -> enter(appointment, AppointmentStatus.CANCELLED, caller.user(), reason));
  }

  /// What a client deletes is cancelled and stays.
  void delete(Caller caller, AppointmentId id) {
    change(
        caller,
        AuditedAction.delete(Bookings.RESOURCE, id.value()),
        id,
        appointment -> enter(appointment, AppointmentStatus.CANCELLED, caller.user(), null));
  }

  /// A patient may only cancel.
  Appointment changeStatus(
      Caller caller, AppointmentId id, AppointmentStatus next, @Nullable String reason) {
    var mayOnlyCancel = caller.is(PATIENT) && next != AppointmentStatus.CANCELLED;
    return change(
        caller,
        AuditedAction.update(Bookings.RESOURCE, id.value()),
        id,
        appointment -> {
          if (mayOnlyCancel) {
            throw Refusal.notAllowed();
          }
          enter(appointment, next, caller.user(), reason);
        });
  }

  /// Cancels what was to come when somebody has left; runs in the listener's transaction.
  ///
  /// @param by the admin behind it; null if nobody is
  void cancelAll(List<Coming> coming, @Nullable UserId by) {
    audit.executeWithoutResult(use -> cancelAll(use, coming, by));
  }

  private void cancelAll(Audit.Use use, List<Coming> coming, @Nullable UserId by) {
    claims.lock(
        coming.stream().map(Coming::doctor).toList(),
        coming.stream().map(Coming::patient).toList());
    for (var one : coming) {
      appointments
          .findToChange(one.id())
          .filter(appointment -> appointment.status().isActive())
          .ifPresent(appointment -> {
            var state = appointment.state();
            var admin = by == null ? new UserId(appointment.doctor().value()) : by;
            enter(appointment, AppointmentStatus.CANCELLED, admin, null);
            stored(use, appointment, state);
            if (by != null) {
              var auditedAction = AuditedAction.update(Bookings.RESOURCE, one.id().value());
              use.granted(
                  Actor.of(by, Role.ADMIN),
                  auditedAction.of(appointment.patient()),
                  AccessBasis.ADMIN);
            }
          });
    }
  }

  private Appointment change(
      Caller caller, AuditedAction auditedAction, AppointmentId id, Consumer<Appointment> change) {
    var seen = seen(caller, id);
    return claims.inTurn(
        seen.appointment().doctor(),
        () ->
            audit.execute(use -> {
              var appointment = toChange(seen.appointment());
              var state = appointment.state();
              change.accept(appointment);
              use.granted(caller, auditedAction.of(appointment.patient()), seen.basis());
              return stored(use, appointment, state);
            }));
  }

  private void enter(
      Appointment appointment, AppointmentStatus next, UserId by, @Nullable String reason) {
    if (appointment.status().isActive() && next == appointment.status()) {
      return;
    }
    if (!appointment.status().mayBecome(next)) {
      throw finalState();
    }
    if (next == AppointmentStatus.CANCELLED) {
      appointment.cancel(by, reason);
    } else {
      appointment.become(next);
    }
    if (!next.isActive()) {
      claims.free(appointment.id().value(), appointment.doctor());
    }
  }

  /// Keeps and tells what has changed; a change that changes nothing leaves no trace.
  private Appointment stored(Audit.Use use, Appointment appointment, State before) {
    if (appointment.state().equals(before)) {
      return appointment;
    }
    appointment.touched(use.now());
    var stored = appointments.saveAndFlush(appointment);
    fact(stored, before).ifPresent(fact -> use.tell(AppointmentFact.TOPIC, fact));
    return stored;
  }

  private static Optional<AppointmentFact> fact(Appointment a, State before) {
    var entered = a.status() != before.status();
    var moved = !a.startsAt().equals(before.startsAt()) || !a.endsAt().equals(before.endsAt());
    return switch (a.status()) {
      case CANCELLED ->
          entered
              ? Optional.of(
                  new AppointmentCancelled(
                      a.id(), a.doctor(), a.patient(), a.hospital(), a.version()))
              : Optional.empty();
      case COMPLETED, NO_SHOW ->
          entered
              ? Optional.of(
                  new AppointmentClosed(
                      a.id(),
                      a.doctor(),
                      a.patient(),
                      a.status() == AppointmentStatus.COMPLETED,
                      a.version()))
              : Optional.empty();
      case SCHEDULED, RESCHEDULED ->
          moved
              ? Optional.of(
                  new AppointmentMoved(
                      a.id(),
                      a.doctor(),
                      a.patient(),
                      a.hospital(),
                      a.startsAt(),
                      a.endsAt(),
                      a.version()))
              : Optional.empty();
    };
  }

  /// Locks the times of both, then the appointment: in this order everywhere, so that nobody waits
  /// in a circle.
  private Appointment toChange(Appointment seen) {
    claims.lock(seen.doctor(), seen.patient());
    return appointments.findToChange(seen.id()).orElseThrow(Lifecycle::notFound);
  }

  private void claim(Appointment a) {
    claims.take(a.id().value(), a.doctor(), a.patient(), a.startsAt(), a.endsAt());
  }

  private static void requireActive(Appointment appointment) {
    if (!appointment.status().isActive()) {
      throw finalState();
    }
  }

  private static Refusal finalState() {
    return Refusal.wrongState(409, "The appointment is in a final state");
  }

  private static Refusal notFound() {
    return Refusal.notFound("Appointment");
  }
}
