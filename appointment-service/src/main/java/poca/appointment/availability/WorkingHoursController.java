package poca.appointment.availability;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audit;
import poca.access.audit.Audited;
import poca.access.audit.AuditedAction;
import poca.access.relation.CareTeam;
import poca.access.security.AccessDecision;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.appointment.availability.WorkingHours.DaysOff;
import poca.appointment.availability.WorkingHours.Shift;
import poca.contracts.AccessBasis;
import poca.contracts.DoctorId;
import poca.platform.web.Change;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;

/// The working hours of a doctor, for everybody to read and for the doctor to set (contract 9.3).
@RestController
@RequestMapping("/api/v1/doctors/{doctorId}/working-hours")
class WorkingHoursController {

  private static final String RESOURCE = "working_hours";

  private final WorkingHoursStore hours;
  private final CareTeam careTeam;
  private final Audit audit;
  private final ZoneId clinic;

  WorkingHoursController(
      WorkingHoursStore hours,
      CareTeam careTeam,
      Audit audit,
      @Value("${poca.clinic-timezone}") ZoneId clinic) {
    this.hours = hours;
    this.careTeam = careTeam;
    this.audit = audit;
    this.clinic = clinic;
  }

  record View(DoctorId doctorId, String timezone, List<ShiftView> weekly, List<DaysOff> daysOff) {

    private static View of(DoctorId doctor, WorkingHours hours) {
      return new View(doctor, hours.timezone().getId(), shifts(hours), hours.daysOff());
    }

    private static List<ShiftView> shifts(WorkingHours hours) {
      return hours.weekly().stream()
          .map(s -> new ShiftView(s.day(), s.start().toString(), s.end().toString()))
          .toList();
    }
  }

  /// Times are `HH:MM`.
  record ShiftView(Weekday day, String start, String end) {}

  record Updated(
      Change<@NotNull String> timezone,
      @NotNull @Size(max = 70) List<@NotNull @Valid Weekly> weekly,
      Change<@NotNull @Size(max = 200) List<@NotNull @Valid Off>> daysOff) {}

  record Weekly(@NotNull Weekday day, @NotNull LocalTime start, @NotNull LocalTime end) {

    private Shift shift() {
      return new Shift(day, wholeMinutes(start), wholeMinutes(end));
    }
  }

  record Off(@NotNull LocalDate from, @NotNull LocalDate to) {}

  @GetMapping
  Reply<View> read(@PathVariable("doctorId") DoctorId doctor) {
    requireDoctor(doctor);
    return hours
        .find(doctor)
        .map(set -> Reply.ok(View.of(doctor, set)))
        .orElseThrow(() -> Refusal.notFound("Working hours"));
  }

  @OnlyFor({ADMIN, DOCTOR})
  @PutMapping
  @Audited(RESOURCE)
  Reply<View> set(
      Caller caller, @PathVariable("doctorId") DoctorId doctor, @Valid @RequestBody Updated body) {
    var timezone = body.timezone().map(WorkingHoursController::zone).newValue().orElse(null);
    var weekly = body.weekly().stream().map(Weekly::shift).toList();
    if (WorkingHours.overlap(weekly)) {
      throw Refusal.invalid("body", "weekly", "value_error", "two of them overlap");
    }
    var daysOff =
        body.daysOff()
            .map(days -> days.stream().map(WorkingHoursController::daysOff).toList())
            .newValue()
            .orElse(null);
    requireDoctor(doctor);
    var basis = AccessDecision.about(caller).doctor(AccessBasis.SELF, doctor::equals).orRefuse();
    var set =
        audit.execute(use -> {
          use.granted(caller, AuditedAction.update(RESOURCE, doctor.value()), basis);
          return hours.set(doctor, timezone, clinic, weekly, daysOff);
        });
    return Reply.ok(View.of(doctor, set));
  }

  private static LocalTime wholeMinutes(LocalTime time) {
    if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
      throw Refusal.invalid("body", "weekly", "value_error", "times are whole minutes");
    }
    return time;
  }

  /// Names of the time zone database alone: an offset knows no summer.
  private static ZoneId zone(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw Refusal.invalid("body", "timezone", "value_error", "no time zone of that name");
    }
    return ZoneId.of(name);
  }

  private static DaysOff daysOff(Off days) {
    if (days.to().isBefore(days.from())) {
      throw Refusal.invalid("body", "days_off", "value_error", "to must not be before from");
    }
    return new DaysOff(days.from(), days.to());
  }

  private void requireDoctor(DoctorId doctor) {
    if (!careTeam.exists(doctor)) {
      throw Refusal.notFound("Doctor");
    }
  }
}
