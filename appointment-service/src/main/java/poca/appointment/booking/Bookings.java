package poca.appointment.booking;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;
import static poca.contracts.Role.HOSPITAL;
import static poca.contracts.Role.PATIENT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import poca.appointment.availability.Availability;
import poca.appointment.availability.Availability.Free;
import poca.appointment.availability.Claims;
import poca.appointment.availability.Claims.Claim;
import poca.appointment.careteam.CareTeam;
import poca.contracts.AppointmentId;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.UserId;
import poca.contracts.fact.AppointmentFact;
import poca.contracts.fact.AppointmentFact.AppointmentBooked;
import poca.contracts.fact.AppointmentFact.AppointmentCancelled;
import poca.contracts.fact.AppointmentFact.AppointmentClosed;
import poca.contracts.fact.AppointmentFact.AppointmentMoved;
import poca.platform.IdSource;
import poca.platform.event.Outbox;
import poca.platform.security.Caller;
import poca.platform.web.Change;
import poca.platform.web.Refusal;

/// Books, moves, closes and cancels appointments. Whether a time is free is decided by the
/// constraints of [Claims] alone; relations are asked before the transaction begins, since that
/// question may go to the directory.
@Component
class Bookings {

  private static final int ALTERNATIVES = 3;

  private final Appointments appointments;
  private final Claims claims;
  private final Availability availability;
  private final CareTeam careTeam;
  private final Access access;
  private final Outbox outbox;
  private final TransactionOperations transactions;
  private final IdSource ids;
  private final Clock clock;

  Bookings(
      Appointments appointments,
      Claims claims,
      Availability availability,
      CareTeam careTeam,
      Access access,
      Outbox outbox,
      TransactionOperations transactions,
      IdSource ids,
      Clock clock) {
    this.appointments = appointments;
    this.claims = claims;
    this.availability = availability;
    this.careTeam = careTeam;
    this.access = access;
    this.outbox = outbox;
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
    if (!access.mayBook(caller, wish.doctor(), wish.patient(), hospital)) {
      throw Refusal.notAllowed();
    }
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
        appointment,
        wish.startsAt(),
        wish.length(),
        () -> {
          claims.lock(wish.doctor(), wish.patient());
          claim(appointment);
          var stored = appointments.saveAndFlush(appointment);
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

  /// A hospital that names none books in its own house.
  private static @Nullable HospitalId hospitalFor(Caller caller, Wish wish) {
    return wish.hospital() == null && caller.is(HOSPITAL) ? caller.asHospital() : wish.hospital();
  }

  Appointment read(Caller caller, AppointmentId id) {
    var appointment = appointments.findById(id).orElseThrow(Bookings::notFound);
    if (!access.isParty(caller, appointment)) {
      throw Refusal.notAllowed();
    }
    return appointment;
  }

  /// For the admin and the appointment's doctor.
  Appointment update(Caller caller, AppointmentId id, Changes changes) {
    var before = read(caller, id);
    var start = changes.startsAt().newValue();
    var length = changes.length().newValue();
    return taking(
        caller,
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

  Appointment cancel(Caller caller, AppointmentId id, @Nullable String reason) {
    return change(
        caller, id, appointment -> enter(appointment, Status.CANCELLED, caller.user(), reason));
  }

  /// A patient may only cancel.
  Appointment changeStatus(Caller caller, AppointmentId id, Status next, @Nullable String reason) {
    var mayOnlyCancel = caller.is(PATIENT) && next != Status.CANCELLED;
    return change(
        caller,
        id,
        appointment -> {
          if (mayOnlyCancel) {
            throw Refusal.notAllowed();
          }
          enter(appointment, next, caller.user(), reason);
        });
  }

  /// Cancels what was to come when somebody has left; runs in the listener's transaction.
  void cancelAll(List<AppointmentId> coming, @Nullable UserId by) {
    for (var id : coming) {
      appointments
          .findToChange(id)
          .filter(appointment -> appointment.status().isActive())
          .ifPresent(appointment -> {
            var admin = by == null ? new UserId(appointment.doctor().value()) : by;
            enter(appointment, Status.CANCELLED, admin, null);
            stored(appointment, false);
          });
    }
  }

  private Appointment change(Caller caller, AppointmentId id, Consumer<Appointment> change) {
    read(caller, id);
    return transaction(() -> {
      var appointment = toChange(id);
      change.accept(appointment);
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
  /// way and what is free instead.
  private Appointment taking(
      Caller caller,
      Appointment appointment,
      Instant start,
      Duration length,
      java.util.function.Supplier<Appointment> work) {
    try {
      return transaction(work);
    } catch (DataIntegrityViolationException taken) {
      throw Refusal.conflict(
          "The time is already taken",
          Map.of(
              "conflicts", conflicts(caller, appointment, start, start.plus(length)),
              "alternatives", alternatives(caller, appointment, start, length)));
    }
  }

  private Appointment transaction(java.util.function.Supplier<Appointment> work) {
    return java.util.Objects.requireNonNull(transactions.execute(_ -> work.get()));
  }

  private record ConflictEntry(
      String party, @Nullable UUID appointmentId, Instant timeSlot, Instant endTime) {}

  private List<ConflictEntry> conflicts(Caller caller, Appointment wish, Instant from, Instant to) {
    var conflicts = new ArrayList<ConflictEntry>();
    claims.ofDoctor(wish.doctor(), from, to).stream()
        .filter(claim -> !claim.id().equals(wish.id().value()))
        .forEach(claim -> conflicts.add(conflict("doctor", caller, claim)));
    claims.ofPatient(wish.patient(), from, to).stream()
        .filter(claim -> !claim.id().equals(wish.id().value()))
        .forEach(claim -> conflicts.add(conflict("patient", caller, claim)));
    return conflicts;
  }

  private ConflictEntry conflict(String party, Caller caller, Claim claim) {
    var readable =
        appointments
            .findById(new AppointmentId(claim.id()))
            .filter(appointment -> access.isKnownParty(caller, appointment))
            .isPresent();
    return new ConflictEntry(party, readable ? claim.id() : null, claim.startsAt(), claim.endsAt());
  }

  private List<Free> alternatives(Caller caller, Appointment wish, Instant start, Duration length) {
    try {
      return availability.next(ALTERNATIVES, caller, wish.doctor(), wish.patient(), start, length);
    } catch (Refusal directoryAway) {
      return List.of(); // the conflict is certain all the same
    }
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
