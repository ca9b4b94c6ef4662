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

/// Finds free times of a doctor: the shift of the profile (else 09:00 to 17:00), cut into slots,
/// less what is taken and what is past.
@Component
public class Availability {

  /// How far ahead other times are looked for.
  private static final Duration HORIZON = Duration.ofDays(31);

  private final TimeClaims claims;
  private final Peers peers;
  private final ZoneId clinic;
  private final Clock clock;

  Availability(
      TimeClaims claims,
      Peers peers,
      @Value("${poca.clinic-timezone}") ZoneId clinic,
      Clock clock) {
    this.claims = claims;
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

  private Stream<Free> free(
      Hours hours, Instant from, Instant to, Duration length, List<Claim> taken) {
    var earliest = from.isAfter(clock.instant()) ? from : clock.instant();
    // a shift of the day before may reach past midnight
    var firstDay = from.atZone(clinic).toLocalDate().minusDays(1);
    var lastDay = to.atZone(clinic).toLocalDate();
    return firstDay
        .datesUntil(lastDay.plusDays(1))
        .flatMap(day -> hours.slotsOf(day, length).stream())
        .filter(slot -> !slot.startsAt().isBefore(earliest) && !slot.endsAt().isAfter(to))
        .filter(slot -> taken.stream().noneMatch(c -> c.overlaps(slot.startsAt(), slot.endsAt())))
        .map(slot -> new Free(slot.startsAt(), slot.endsAt()));
  }

  private Hours hours(Caller caller, DoctorId doctor) {
    var shift =
        peers
            .of("directory-service")
            .getAs(caller.token(), "/api/v1/doctors/{id}", Shift.class, doctor)
            .orElse(new Shift(null, null));
    return shift.shiftTimeStart() == null || shift.shiftTimeEnd() == null
        ? Hours.usual(clinic)
        : new Hours(shift.shiftTimeStart(), shift.shiftTimeEnd(), clinic);
  }
}
