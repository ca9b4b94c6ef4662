package poca.appointment.booking;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.platform.web.Refusal;

/// Holds the people of a booking until it commits. Whoever books holds, whoever removes strikes
/// ([Removals]): a removal waits for the booking and cancels it, or the booking finds nobody. Taken
/// before the locks of [poca.appointment.availability.TimeClaims], as a removal does.
@Component
public class Parties {

  private final JdbcClient jdbc;

  Parties(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @throws Refusal 404 for whoever was removed since the service was asked
  public void hold(DoctorId doctor, PatientId patient, @Nullable HospitalId hospital) {
    hold(RelationKind.DOCTOR, doctor.value(), "Doctor");
    hold(RelationKind.PATIENT, patient.value(), "Patient");
    if (hospital != null) {
      hold(RelationKind.HOSPITAL, hospital.value(), "Hospital");
    }
  }

  private void hold(RelationKind kind, UUID id, String called) {
    var held =
        jdbc.sql(
                """
                select true from relation
                where kind = :kind and left_id = :id and right_id = :id and active
                for share
                """)
            .param("kind", kind.wire())
            .param("id", id)
            .query(Boolean.class)
            .list();
    if (held.isEmpty()) {
      throw Refusal.notFound(called);
    }
  }
}
