package poca.appointment.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import poca.access.security.Caller;
import poca.appointment.availability.Availability;
import poca.appointment.availability.Availability.Free;
import poca.appointment.availability.Claims;
import poca.appointment.availability.Claims.Claim;
import poca.contracts.AppointmentId;
import poca.platform.web.Refusal;

/// Says what is in the way of a time that was wanted, and what is free instead (contract 4.13).
@Component
class Conflicts {

  private static final int ALTERNATIVES = 3;

  private final Appointments appointments;
  private final Claims claims;
  private final Availability availability;
  private final Access access;

  Conflicts(Appointments appointments, Claims claims, Availability availability, Access access) {
    this.appointments = appointments;
    this.claims = claims;
    this.availability = availability;
    this.access = access;
  }

  private record Conflict(
      String party, @Nullable UUID appointmentId, Instant timeSlot, Instant endTime) {}

  Refusal of(Caller caller, Appointment wish, Instant start, Duration length) {
    return Refusal.conflict(
        "The time is already taken",
        Map.of(
            "conflicts", conflicts(caller, wish, start, start.plus(length)),
            "alternatives", alternatives(caller, wish, start, length)));
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
