package poca.appointment.availability;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import poca.access.security.Caller;
import poca.appointment.availability.TimeClaims.Claim;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.platform.peer.Peers;

/// Finds free times of a doctor: the working hours that were set, else the shift of the profile,
/// else 09:00 to 17:00, cut into slots, less what is taken and what is past.
@Component
public class Availability {

  /// How far ahead other times are looked for.
  private static final Duration HORIZON = Duration.ofDays(31);

  private final TimeClaims claims;
  private final WorkingHoursStore workingHours;
  private final Peers peers;
  private final ZoneId clinic;
  private final Clock clock;

  Availability(
      TimeClaims claims,
      WorkingHoursStore workingHours,
      Peers peers,
      @Value("${poca.clinic-timezone}") ZoneId clinic,
      Clock clock) {
    this.claims = claims;
    this.workingHours = workingHours;
    this.peers = peers;
    this.clinic = clinic;
    this.clock = clock;
  }

  /// A free time.
  public record Free(Instant timeSlot, Instant endTime) {}

  private record Shift(@Nullable LocalTime shiftTimeStart, @Nullable LocalTime shiftTimeEnd) {}

  List<Free> of(Caller caller, DoctorId doctor, Instant from, Instant to, Duration length) {
    var taken = claims.ofDoctor(doctor, from, to);
    return free(hours(caller, doctor), from, to, length, taken).toList();
  }

  /// The first few times from `from` on that suit both.
  public List<Free> next(
      int count, Caller caller, DoctorId doctor, PatientId patient, Instant from, Duration length) {
    var to = from.plus(HORIZON);
    var taken = new ArrayList<>(claims.ofDoctor(doctor, from, to));
    taken.addAll(claims.ofPatient(patient, from, to));
    return free(hours(caller, doctor), from, to, length, taken).limit(count).toList();
  }

  /// Whether a patient may have this time: the doctor works then, or has set no working hours.
  public boolean isOpen(DoctorId doctor, Instant from, Instant to) {
    return workingHours.find(doctor).map(hours -> hours.cover(new Span(from, to))).orElse(true);
  }

  private Stream<Free> free(
      WorkingHours hours, Instant from, Instant to, Duration length, List<Claim> taken) {
    var earliest = from.isAfter(clock.instant()) ? from : clock.instant();
    return hours
        .around(from, to)
        .flatMap(shift -> shift.cut(length).stream())
        .filter(slot -> !slot.startsAt().isBefore(earliest) && !slot.endsAt().isAfter(to))
        .filter(slot -> taken.stream().noneMatch(c -> c.overlaps(slot.startsAt(), slot.endsAt())))
        .map(slot -> new Free(slot.startsAt(), slot.endsAt()));
  }

  private WorkingHours hours(Caller caller, DoctorId doctor) {
    return workingHours.find(doctor).orElseGet(() -> shiftOfTheProfile(caller, doctor));
  }

  private WorkingHours shiftOfTheProfile(Caller caller, DoctorId doctor) {
    var shift =
        peers
            .of("directory-service")
            .getAs(caller.token(), "/api/v1/doctors/{id}", Shift.class, doctor)
            .orElse(new Shift(null, null));
    return shift.shiftTimeStart() == null || shift.shiftTimeEnd() == null
        ? WorkingHours.usual(clinic)
        : WorkingHours.daily(shift.shiftTimeStart(), shift.shiftTimeEnd(), clinic);
  }
}
