package poca.appointment.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.appointment.availability.Availability;
import poca.appointment.availability.Availability.Free;
import poca.appointment.availability.TimeClaims;
import poca.appointment.availability.TimeClaims.Claim;
import poca.appointment.availability.TimeTaken;
import poca.contracts.AccessBasis;
import poca.contracts.AppointmentId;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.platform.web.Refusal;

/// Runs what takes a time, and says what is in its way and what is free instead (contract 4.13).
@Component
class Conflicts {

  private static final int ALTERNATIVES = 3;
  private static final int TRIES = 5;

  private final Appointments appointments;
  private final TimeClaims claims;
  private final Availability availability;
  private final AppointmentAccess access;
  private final Audit audit;
  private final Clock clock;

  Conflicts(
      Appointments appointments,
      TimeClaims claims,
      Availability availability,
      AppointmentAccess access,
      Audit audit,
      Clock clock) {
    this.appointments = appointments;
    this.claims = claims;
    this.availability = availability;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /// A time that is to be taken.
  record Wanted(DoctorId doctor, PatientId patient, Instant start, Duration length) {}

  private record Conflict(
      String party, @Nullable UUID appointmentId, Instant timeSlot, Instant endTime) {}

  /// Runs what takes a time, in a transaction; what is in the way becomes the contract's 409, with
  /// what is free instead. A hold that has run out is in nobody's way: it is ended, and tried
  /// again.
  ///
  /// @throws Refusal 503 if it comes to no end
  Appointment orRefuse(
      Caller caller, AccessBasis basis, Wanted wanted, Function<Audit.Use, Appointment> work) {
    for (var tries = 0; tries < TRIES; tries++) {
      try {
        return claims.inTurn(wanted.doctor(), () -> audit.execute(work));
      } catch (TimeTaken taken) {
        var now = clock.instant();
        var inTheWay = taken.claims().stream().filter(claim -> !claim.hasRunOut(now)).toList();
        if (!inTheWay.isEmpty()) {
          throw refused(caller, basis, wanted, inTheWay);
        }
        claims.endRunOut(
            wanted.doctor(),
            wanted.patient(),
            wanted.start(),
            wanted.start().plus(wanted.length()));
      } catch (DataIntegrityViolationException violation) {
        if (!TimeClaims.isTaken(violation)) {
          throw violation;
        }
      }
    }
    throw Refusal.unavailable();
  }

  /// That tells of the patient's other appointments: a read of them.
  private Refusal refused(Caller caller, AccessBasis basis, Wanted wanted, List<Claim> inTheWay) {
    audit.granted(caller, AuditedAction.list(Bookings.RESOURCE).of(wanted.patient()), basis);
    return Refusal.conflict(
        "The time is already taken",
        Map.of(
            "conflicts", conflicts(caller, wanted, inTheWay),
            "alternatives", alternatives(caller, wanted)));
  }

  private List<Conflict> conflicts(Caller caller, Wanted wanted, List<Claim> inTheWay) {
    var conflicts = new ArrayList<Conflict>();
    inTheWay.stream()
        .filter(claim -> claim.doctor().equals(wanted.doctor().value()))
        .forEach(claim -> conflicts.add(conflict("doctor", caller, claim)));
    inTheWay.stream()
        .filter(claim -> claim.patient().equals(wanted.patient().value()))
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

  private List<Free> alternatives(Caller caller, Wanted wanted) {
    try {
      return availability.next(
          ALTERNATIVES, caller, wanted.doctor(), wanted.patient(), wanted.start(), wanted.length());
    } catch (Refusal directoryAway) {
      return List.of(); // the conflict is certain all the same
    }
  }
}
