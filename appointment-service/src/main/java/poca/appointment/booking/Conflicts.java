package poca.appointment.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.appointment.availability.Availability;
import poca.appointment.availability.Availability.Free;
import poca.appointment.availability.TimeClaims;
import poca.appointment.availability.TimeClaims.Claim;
import poca.contracts.AccessBasis;
import poca.contracts.AppointmentId;
import poca.platform.web.Refusal;

/// Runs what takes a time, and says what is in its way and what is free instead (contract 4.13).
@Component
class Conflicts {

  private static final int ALTERNATIVES = 3;
  private static final int TRIES = 10;

  private final Appointments appointments;
  private final TimeClaims claims;
  private final Availability availability;
  private final AppointmentAccess access;
  private final Audit audit;
  private final TransactionOperations transactions;

  Conflicts(
      Appointments appointments,
      TimeClaims claims,
      Availability availability,
      AppointmentAccess access,
      Audit audit,
      TransactionOperations transactions) {
    this.appointments = appointments;
    this.claims = claims;
    this.availability = availability;
    this.access = access;
    this.audit = audit;
    this.transactions = transactions;
  }

  private record Conflict(
      String party, @Nullable UUID appointmentId, Instant timeSlot, Instant endTime) {}

  /// Runs what takes a time, in a transaction; a violated constraint becomes the contract's 409
  /// with what is in the way and what is free instead. If nothing is in the way any more, since it
  /// was cancelled meanwhile or was a hold that has run out, it is tried again.
  Appointment orRefuse(
      Caller caller,
      AccessBasis basis,
      Appointment appointment,
      Instant start,
      Duration length,
      Supplier<Appointment> work) {
    var end = start.plus(length);
    var conflicts = List.<Conflict>of();
    for (var tries = 0; conflicts.isEmpty() && tries < TRIES; tries++) {
      var done = unlessTaken(work);
      if (done.isPresent()) {
        return done.get();
      }
      conflicts = conflicts(caller, appointment, start, end);
      if (conflicts.isEmpty()) {
        claims.endRunOut(appointment.doctor(), appointment.patient(), start, end);
      }
    }
    // that tells of the patient's other appointments: a read of them
    audit.granted(caller, AuditedAction.list(Bookings.RESOURCE).of(appointment.patient()), basis);
    throw Refusal.conflict(
        "The time is already taken",
        Map.of(
            "conflicts",
            conflicts,
            "alternatives",
            alternatives(caller, appointment, start, length)));
  }

  private Optional<Appointment> unlessTaken(Supplier<Appointment> work) {
    try {
      return Optional.of(Objects.requireNonNull(transactions.execute(_ -> work.get())));
    } catch (DataIntegrityViolationException violation) {
      if (TimeClaims.isTaken(violation)) {
        return Optional.empty();
      }
      throw violation;
    }
  }

  private List<Conflict> conflicts(Caller caller, Appointment wish, Instant from, Instant to) {
    var conflicts = new ArrayList<Conflict>();
    claims.ofDoctor(wish.doctor(), from, to).stream()
        .filter(claim -> !claim.id().equals(wish.id().value()))
        .forEach(claim -> conflicts.add(conflict("doctor", caller, claim)));
    claims.ofPatient(wish.patient(), from, to).stream()
        .filter(claim -> !claim.id().equals(wish.id().value()))
        .forEach(claim -> conflicts.add(conflict("patient", caller, claim)));
    return conflicts;
  }

  private Conflict conflict(String party, Caller caller, Claim claim) {
    var readable =
        appointments
            .findById(new AppointmentId(claim.id()))
            .filter(appointment -> access.isKnownParty(caller, appointment))
            .isPresent();
    return new Conflict(party, readable ? claim.id() : null, claim.startsAt(), claim.endsAt());
  }

  private List<Free> alternatives(Caller caller, Appointment wish, Instant start, Duration length) {
    try {
      return availability.next(ALTERNATIVES, caller, wish.doctor(), wish.patient(), start, length);
    } catch (Refusal directoryAway) {
      return List.of(); // the conflict is certain all the same
    }
  }
}
