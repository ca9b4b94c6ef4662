package poca.appointment.booking;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;
import static poca.contracts.Role.HOSPITAL;
import static poca.contracts.Role.PATIENT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.Deed;
import poca.access.relation.CareTeam;
import poca.access.security.Caller;
import poca.appointment.availability.Claims;
import poca.contracts.AppointmentId;
import poca.contracts.DoctorId;
import poca.contracts.Ground;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.AppointmentFact;
import poca.contracts.fact.AppointmentFact.AppointmentBooked;
import poca.contracts.fact.AppointmentFact.AppointmentCancelled;
import poca.contracts.fact.AppointmentFact.AppointmentClosed;
import poca.contracts.fact.AppointmentFact.AppointmentMoved;
import poca.platform.IdSource;
import poca.platform.event.Outbox;
import poca.platform.web.Change;
import poca.platform.web.Refusal;

/// Books, moves, closes and cancels appointments. Whether a time is free is decided by the
/// constraints of [Claims] alone; relations are asked before the transaction begins, since that
/// question may go to the directory.
@Component
class Bookings {

  /// How the audit calls an appointment.
  static final String RESOURCE = "appointment";

  private static final Period FARTHEST = Period.ofYears(5);

  private final Appointments appointments;
  private final Claims claims;
  private final CareTeam careTeam;
  private final Access access;
  private final Conflicts conflicts;
  private final Outbox outbox;
  private final Audit audit;
  private final TransactionOperations transactions;
  private final IdSource ids;
  private final Clock clock;

  Bookings(
      Appointments appointments,
      Claims claims,
      CareTeam careTeam,
      Access access,
      Conflicts conflicts,
      Outbox outbox,
      Audit audit,
      TransactionOperations transactions,
      IdSource ids,
      Clock clock) {
    this.appointments = appointments;
    this.claims = claims;
    this.careTeam = careTeam;
    this.access = access;
    this.conflicts = conflicts;
    this.outbox = outbox;
    this.audit = audit;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  record Wish(
      DoctorId doctor,
      PatientId patient,
      @Nullable HospitalId hospital,
      Instant startsAt,
      Duration length,
      Kind kind,
      @Nullable Map<String, Object> extras) {}

  record Changes(
      Change<Instant> startsAt,
      Change<Duration> length,
      Change<Kind> kind,
      Change<Status> status,
      Change<Map<String, Object>> extras) {}

  Appointment book(Caller caller, Wish wish) {
    requirePlausible(wish.startsAt(), wish.length());
    audit.concerns(wish.patient());
    var hospital = hospitalFor(caller, wish);
    if (!careTeam.exists(wish.doctor())) {
      throw Refusal.notFound("Doctor");
    }
    if (!careTeam.exists(wish.patient())) {
      throw Refusal.notFound("Patient");
    }
    if (hospital != null && !careTeam.exists(hospital)) {
      throw Refusal.notFound("Hospital");
    }
    var ground = access.toBook(caller, wish.doctor(), wish.patient(), hospital).orRefuse();
    var now = clock.instant();
    if (wish.startsAt().isBefore(now) && !caller.is(ADMIN) && !caller.is(DOCTOR)) {
      throw Refusal.breaksRule("The time is in the past");
    }
    var appointment =
        new Appointment(
            new AppointmentId(ids.next()),
            wish.doctor(),
            wish.patient(),
            hospital,
            wish.startsAt(),
            wish.length(),
            wish.kind(),
            wish.extras(),
            now);
    return taking(
        caller,
        ground,
        appointment,
        wish.startsAt(),
        wish.length(),
        () -> {
          claims.lock(wish.doctor(), wish.patient());
          claim(appointment);
          var stored = appointments.saveAndFlush(appointment);
          var deed = Deed.create(RESOURCE, stored.id().value());
          audit.granted(caller, deed.of(stored.patient()), ground);
          outbox.append(
              AppointmentFact.TOPIC,
              new AppointmentBooked(
                  stored.id(),
                  stored.doctor(),
                  stored.patient(),
                  stored.hospital(),
                  stored.startsAt(),
                  stored.endsAt(),
                  stored.version()));
          return stored;
        });
  }

  /// @throws Refusal 422 for a time that nobody plans for
  private void requirePlausible(Instant startsAt, Duration length) {
    var latest = clock.instant().atOffset(ZoneOffset.UTC).plus(FARTHEST).toInstant();
    if (startsAt.plus(length).isAfter(latest)) {
      throw Refusal.invalid(
          "body", "time_slot", "value_error", "must be within " + FARTHEST.getYears() + " years");
    }
  }

  /// A hospital that names none books in its own house.
  private static @Nullable HospitalId hospitalFor(Caller caller, Wish wish) {
    return wish.hospital() == null && caller.is(HOSPITAL) ? caller.asHospital() : wish.hospital();
  }

  Appointment read(Caller caller, AppointmentId id) {
    var seen = seen(caller, id);
    var deed = Deed.read(RESOURCE, id.value());
    audit.granted(caller, deed.of(seen.appointment().patient()), seen.ground());
    return seen.appointment();
  }

  /// An appointment that the caller may see, and why.
  private record Seen(Appointment appointment, Ground ground) {}

  private Seen seen(Caller caller, AppointmentId id) {
    var appointment = appointments.findById(id).orElseThrow(Bookings::notFound);
    audit.concerns(appointment.patient());
    return new Seen(appointment, access.asParty(caller, appointment).orRefuse());
  }

  /// For the admin and the appointment's doctor.
  Appointment update(Caller caller, AppointmentId id, Changes changes) {
    changes
        .startsAt()
        .newValue()
        .ifPresent(
            start -> requirePlausible(start, changes.length().newValue().orElse(Duration.ZERO)));
    var seen = seen(caller, id);
    var before = seen.appointment();
    var start = changes.startsAt().newValue();
    var length = changes.length().newValue();
    return taking(
        caller,
        seen.ground(),
        before,
        start.orElse(before.startsAt()),
        length.orElse(Duration.ofMinutes(before.durationMinutes())),
        () -> {
          if (start.isPresent() || length.isPresent()) {
            claims.lock(before.doctor(), before.patient());
          }
          var appointment = toChange(id);
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
            appointment.become(Status.RESCHEDULED);
          }
          if (appointment.status().isActive() && (moved || length.isPresent())) {
            claim(appointment);
          }
          var deed = Deed.update(RESOURCE, id.value());
          audit.granted(caller, deed.of(appointment.patient()), seen.ground());
          return stored(appointment, moved);
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
        Deed.update(RESOURCE, id.value()),
        id,
        appointment -> enter(appointment, Status.CANCELLED, caller.user(), reason));
  }

  /// What a client deletes is cancelled and stays.
  void delete(Caller caller, AppointmentId id) {
    change(
        caller,
        Deed.delete(RESOURCE, id.value()),
        id,
        appointment -> enter(appointment, Status.CANCELLED, caller.user(), null));
  }

  /// A patient may only cancel.
  Appointment changeStatus(Caller caller, AppointmentId id, Status next, @Nullable String reason) {
    var mayOnlyCancel = caller.is(PATIENT) && next != Status.CANCELLED;
    return change(
        caller,
        Deed.update(RESOURCE, id.value()),
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
  void cancelAll(List<AppointmentId> coming, @Nullable UserId by) {
    for (var id : coming) {
      appointments
          .findToChange(id)
          .filter(appointment -> appointment.status().isActive())
          .ifPresent(appointment -> {
            var admin = by == null ? new UserId(appointment.doctor().value()) : by;
            enter(appointment, Status.CANCELLED, admin, null);
            stored(appointment, false);
            if (by != null) {
              var deed = Deed.update(RESOURCE, id.value());
              audit.granted(Actor.of(by, Role.ADMIN), deed.of(appointment.patient()), Ground.ADMIN);
            }
          });
    }
  }

  private Appointment change(
      Caller caller, Deed deed, AppointmentId id, Consumer<Appointment> change) {
    var ground = seen(caller, id).ground();
    return transaction(() -> {
      var appointment = toChange(id);
      change.accept(appointment);
      audit.granted(caller, deed.of(appointment.patient()), ground);
      return stored(appointment, false);
    });
  }

  private void enter(Appointment appointment, Status next, UserId by, @Nullable String reason) {
    if (appointment.status().isActive() && next == appointment.status()) {
      return;
    }
    if (!appointment.status().mayBecome(next)) {
      throw finalState();
    }
    if (next == Status.CANCELLED) {
      appointment.cancel(by, reason);
    } else {
      appointment.become(next);
    }
    if (!next.isActive()) {
      claims.free(appointment.id().value());
    }
  }

  private Appointment stored(Appointment appointment, boolean moved) {
    appointment.touched(clock.instant());
    var stored = appointments.saveAndFlush(appointment);
    fact(stored, moved).ifPresent(fact -> outbox.append(AppointmentFact.TOPIC, fact));
    return stored;
  }

  private static Optional<AppointmentFact> fact(Appointment a, boolean moved) {
    return switch (a.status()) {
      case CANCELLED ->
          Optional.of(new AppointmentCancelled(a.id(), a.doctor(), a.patient(), a.version()));
      case COMPLETED, NO_SHOW ->
          Optional.of(
              new AppointmentClosed(
                  a.id(), a.doctor(), a.patient(), a.status() == Status.COMPLETED, a.version()));
      case SCHEDULED, RESCHEDULED ->
          moved
              ? Optional.of(
                  new AppointmentMoved(
                      a.id(), a.doctor(), a.patient(), a.startsAt(), a.endsAt(), a.version()))
              : Optional.empty();
    };
  }

  private Appointment toChange(AppointmentId id) {
    return appointments.findToChange(id).orElseThrow(Bookings::notFound);
  }

  private void claim(Appointment a) {
    claims.take(a.id().value(), a.doctor(), a.patient(), a.startsAt(), a.endsAt());
  }

  /// Runs what takes a time; a violated constraint becomes the contract's 409 with what is in the
  /// way and what is free instead. That tells of the patient's other appointments: a read of them.
  private Appointment taking(
      Caller caller,
      Ground ground,
      Appointment appointment,
      Instant start,
      Duration length,
      Supplier<Appointment> work) {
    try {
      return transaction(work);
    } catch (DataIntegrityViolationException violation) {
      if (!Claims.isTaken(violation)) {
        throw violation;
      }
      audit.granted(caller, Deed.list(RESOURCE).of(appointment.patient()), ground);
      throw conflicts.of(caller, appointment, start, length);
    }
  }

  private Appointment transaction(Supplier<Appointment> work) {
    return Objects.requireNonNull(transactions.execute(_ -> work.get()));
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
