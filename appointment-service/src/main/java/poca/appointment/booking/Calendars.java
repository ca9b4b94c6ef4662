package poca.appointment.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import poca.access.relation.CareTeam;
import poca.contracts.DoctorId;
import poca.contracts.Role;
import poca.contracts.UserId;

/// Writes the calendar of an account: a doctor's own appointments, those of all patients for whom
/// an account speaks, those of a hospital account's own hospitals.
@Component
public class Calendars {

  private static final Duration BACK = Duration.ofDays(30);
  private static final Period AHEAD = Period.ofYears(1);

  /// The latest ones, if there are more.
  private static final Limit MOST = Limit.of(10_000);

  private final Appointments appointments;
  private final CareTeam careTeam;
  private final Clock clock;

  Calendars(Appointments appointments, CareTeam careTeam, Clock clock) {
    this.appointments = appointments;
    this.careTeam = careTeam;
    this.clock = clock;
  }

  /// As RFC 5545, with those that were cancelled.
  public String of(UserId account, Role role) {
    var now = clock.instant();
    var from = now.minus(BACK);
    var to = now.atOffset(ZoneOffset.UTC).plus(AHEAD).toInstant();
    return CalendarText.of(
        switch (role) {
          case DOCTOR -> appointments.between(new DoctorId(account.value()), from, to, MOST);
          case PATIENT ->
              appointments.betweenOfPatients(careTeam.patientsOf(account), from, to, MOST);
          case HOSPITAL ->
              appointments.betweenAtHospitals(careTeam.hospitalsOf(account), from, to, MOST);
          case ADMIN -> List.<Appointment>of();
        });
  }
}
