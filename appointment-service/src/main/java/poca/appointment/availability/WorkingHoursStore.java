package poca.appointment.availability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import poca.appointment.availability.WorkingHours.DaysOff;
import poca.appointment.availability.WorkingHours.Shift;
import poca.contracts.DoctorId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the working hours that doctors have set.
@Component
class WorkingHoursStore {

  private static final TypeReference<List<Shift>> SHIFTS = new TypeReference<>() {};
  private static final TypeReference<List<DaysOff>> DAYS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  WorkingHoursStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Empty if the doctor has set none.
  Optional<WorkingHours> find(DoctorId doctor) {
    return jdbc.sql(
            "select timezone, weekly, days_off from working_hours where doctor_id = :doctor")
        .param("doctor", doctor.value())
        .query((row, _) -> hours(row))
        .optional();
  }

  /// Sets the week, and of the rest what is given.
  ///
  /// @param timezone null leaves the one that is set, or takes the usual one
  /// @param daysOff null leaves those that are set
  WorkingHours set(
      DoctorId doctor,
      @Nullable ZoneId timezone,
      ZoneId usual,
      List<Shift> weekly,
      @Nullable List<DaysOff> daysOff) {
    return jdbc.sql(
            """
            insert into working_hours (doctor_id, timezone, weekly, days_off)
            values (:doctor, coalesce(cast(:timezone as text), :usual), cast(:weekly as jsonb),
                    coalesce(cast(:off as jsonb), '[]'))
            on conflict (doctor_id) do update set
              timezone = coalesce(cast(:timezone as text), working_hours.timezone),
              weekly = excluded.weekly,
              days_off = coalesce(cast(:off as jsonb), working_hours.days_off)
            returning timezone, weekly, days_off
            """)
        .param("doctor", doctor.value())
        .param("timezone", timezone == null ? null : timezone.getId())
        .param("usual", usual.getId())
        .param("weekly", json.writeValueAsString(weekly))
        .param("off", daysOff == null ? null : json.writeValueAsString(daysOff))
        .query((row, _) -> hours(row))
        .single();
  }

  private WorkingHours hours(ResultSet row) throws SQLException {
    return new WorkingHours(
        ZoneId.of(row.getString("timezone")),
        json.readValue(row.getString("weekly"), SHIFTS),
        json.readValue(row.getString("days_off"), DAYS));
  }
}
