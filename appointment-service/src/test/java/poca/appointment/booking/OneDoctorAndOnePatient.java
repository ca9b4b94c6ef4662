package poca.appointment.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.contracts.fact.RelationFact.RelationKind.TREATS;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.appointmenttest.Surroundings;
import poca.appointmenttest.World;
import poca.contracts.Role;
import poca.testkit.world.Person;
import poca.testkit.world.Response;

/// A doctor and its patient, and how people ask for appointments with them.
public class OneDoctorAndOnePatient {

  protected static final Instant TOMORROW_TEN =
      Instant.now()
          .truncatedTo(ChronoUnit.DAYS)
          .plus(1, ChronoUnit.DAYS)
          .plus(10, ChronoUnit.HOURS);

  @Autowired protected World world;
  @Autowired protected JdbcClient jdbc;
  @Autowired protected MeterRegistry meters;

  protected Person admin;
  protected Person doctor;
  protected Person patient;

  @BeforeEach
  void aDoctorAndAPatient() {
    admin = world.admin();
    doctor = world.doctor();
    patient = world.patient();
    world.relate(TREATS, doctor.id(), patient.id());
  }

  @AfterEach
  void everyUseIsInTheAudit() {
    assertThat(meters.counter("audit.missing").count()).isZero();
  }

  @AfterEach
  void theDirectoryIsThere() {
    Surroundings.NEIGHBOURS.directoryIsAway(false);
  }

  protected Response book(Person who, Instant at) {
    return book(who, doctor.id(), who.role() == Role.PATIENT ? who.id() : patient.id(), at);
  }

  protected Response book(Person who, UUID doctorId, UUID patientId, Instant at) {
    return world.post(who, "/appointments", body(doctorId, patientId, at));
  }

  protected static String body(UUID doctorId, UUID patientId, Instant at) {
    return "{\"doctor_id\":\"%s\",\"patient_id\":\"%s\",\"time_slot\":\"%s\",\"type\":\"regular\"}"
        .formatted(doctorId, patientId, at);
  }

  protected static String time(Instant at) {
    return "{\"time_slot\":\"%s\"}".formatted(at);
  }

  protected static String text(Instant at) {
    return at.toString().replace("Z", ".000Z");
  }

  protected long active() {
    return jdbc.sql("select count(*) from claim where doctor_id = :d")
        .param("d", doctor.id())
        .query(Long.class)
        .single();
  }
}
