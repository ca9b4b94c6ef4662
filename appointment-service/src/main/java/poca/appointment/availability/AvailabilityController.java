package poca.appointment.availability;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import poca.access.relation.CareTeam;
import poca.access.security.Caller;
import poca.appointment.availability.Availability.Free;
import poca.contracts.DoctorId;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;

@RestController
class AvailabilityController {

  private static final Duration LONGEST = Duration.ofDays(31);

  private final Availability availability;
  private final CareTeam careTeam;

  AvailabilityController(Availability availability, CareTeam careTeam) {
    this.availability = availability;
    this.careTeam = careTeam;
  }

  record Slots(
      DoctorId doctorId, Instant from, Instant to, int durationMinutes, List<Free> slots) {}

  @GetMapping("/api/v1/appointments/availability")
  Reply<Slots> availability(
      Caller caller,
      @RequestParam("doctor_id") DoctorId doctor,
      @RequestParam Instant from,
      @RequestParam Instant to,
      @RequestParam(name = "duration_minutes", defaultValue = "30") @Min(5) @Max(480) int minutes) {
    if (!from.isBefore(to)) {
      throw Refusal.invalid("query", "to", "value_error", "to must be after from");
    }
    if (Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw Refusal.invalid("query", "to", "value_error", "at most 31 days may be asked for");
    }
    if (!careTeam.exists(doctor)) {
      throw Refusal.notFound("Doctor");
    }
    var free = availability.of(caller, doctor, from, to, Duration.ofMinutes(minutes));
    return Reply.ok(new Slots(doctor, from, to, minutes, free));
  }
}
