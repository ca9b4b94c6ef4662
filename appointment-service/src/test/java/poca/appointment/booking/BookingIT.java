package poca.appointment.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.contracts.fact.RelationFact.RelationKind.ADMITS;
import static poca.contracts.fact.RelationFact.RelationKind.EMPLOYS;
import static poca.contracts.fact.RelationFact.RelationKind.OWNS_PATIENT;
import static poca.contracts.fact.RelationFact.RelationKind.PATIENT;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import poca.appointmenttest.RealAppointments;
import poca.appointmenttest.Surroundings;

@RealAppointments
class BookingIT extends OneDoctorAndOnePatient {

  @Test
  void a_patient_books_reads_and_cancels() {
    var booked = book(patient, TOMORROW_TEN);

    assertThat(booked.status()).isEqualTo(200);
    var id = booked.data().path("id").asString();
    assertThat(booked.data().path("status").asString()).isEqualTo("scheduled");
    assertThat(booked.data().path("end_time").asString())
        .isEqualTo(text(TOMORROW_TEN.plus(Duration.ofMinutes(30))));
    assertThat(booked.data().path("duration_minutes").asInt()).isEqualTo(30);
    assertThat(booked.data().path("updated_at").isNull()).isTrue();

    assertThat(world.get(patient, "/appointments/" + id).data()).isEqualTo(booked.data());
    assertThat(world.get(doctor, "/appointments/" + id).status()).isEqualTo(200);

    var cancelled =
        world.put(patient, "/appointments/" + id + "/cancel", "{\"cancellation_reason\":\"ill\"}");
    assertThat(cancelled.data().path("status").asString()).isEqualTo("cancelled");
    assertThat(cancelled.data().path("cancelled_by").asString()).isEqualTo(patient.id().toString());
    assertThat(cancelled.data().path("cancellation_reason").asString()).isEqualTo("ill");
    var again = world.delete(patient, "/appointments/" + id);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("BIZ_002");
    assertThat(facts(id)).isLessThanOrEqualTo(2);
  }

  @Test
  void who_is_no_party_is_refused_and_nothing_changes() {
    var id = book(patient, TOMORROW_TEN).data().path("id").asString();
    for (var other : List.of(world.patient(), world.doctor(), world.hospital())) {
      assertThat(world.get(other, "/appointments/" + id).status()).isEqualTo(403);
      assertThat(
              world
                  .put(other, "/appointments/" + id + "/cancel", "{\"cancellation_reason\":\"x\"}")
                  .status())
          .isEqualTo(403);
    }
    assertThat(world.get(admin, "/appointments/" + id).data().path("status").asString())
        .isEqualTo("scheduled");
    assertThat(world.get(patient, "/appointments/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(world.get(patient, "/appointments/1-1-1-1-1").status()).isEqualTo(422);
  }

  @Test
  void who_may_not_book_is_refused_in_the_contracts_order() {
    var other = world.patient();
    assertThat(book(other, doctor.id(), patient.id(), TOMORROW_TEN).status()).isEqualTo(403);
    assertThat(book(world.doctor(), doctor.id(), patient.id(), TOMORROW_TEN).status())
        .isEqualTo(403);
    assertThat(book(doctor, doctor.id(), other.id(), TOMORROW_TEN).status()).isEqualTo(403);
    assertThat(book(patient, UUID.randomUUID(), patient.id(), TOMORROW_TEN).status())
        .isEqualTo(404);
    assertThat(book(doctor, doctor.id(), UUID.randomUUID(), TOMORROW_TEN).status()).isEqualTo(404);
    assertThat(world.post(patient, "/appointments", "{}").status()).isEqualTo(422);
    assertThat(active()).isZero();
  }

  @Test
  void a_dependants_owner_books_for_it() {
    var child = UUID.randomUUID();
    world.relate(PATIENT, child, child);
    world.relate(OWNS_PATIENT, patient.id(), child);

    assertThat(book(patient, doctor.id(), child, TOMORROW_TEN).status()).isEqualTo(200);
  }

  @Test
  void a_hospital_books_for_its_own_doctors_and_patients() {
    var hospital = world.hospital();
    assertThat(book(hospital, doctor.id(), patient.id(), TOMORROW_TEN).status()).isEqualTo(403);
    world.relate(EMPLOYS, hospital.id(), doctor.id());
    world.relate(ADMITS, hospital.id(), patient.id());

    var booked = book(hospital, doctor.id(), patient.id(), TOMORROW_TEN);

    assertThat(booked.data().path("hospital_id").asString()).isEqualTo(hospital.id().toString());
    var listed = world.get(hospital, "/appointments/hospital/" + hospital.id());
    assertThat(listed.data().path("total").asInt()).isEqualTo(1);
    assertThat(listed.data().path("appointments").get(0).has("extras")).isFalse();
  }

  @Test
  void the_past_is_for_doctors_and_admins() {
    var yesterday = TOMORROW_TEN.minus(2, ChronoUnit.DAYS);

    assertThat(book(patient, yesterday).code()).isEqualTo("BIZ_001");
    assertThat(book(doctor, yesterday).status()).isEqualTo(200);
  }

  @Test
  void a_directory_that_cannot_be_asked_means_503_and_never_access() {
    Surroundings.NEIGHBOURS.directoryIsAway(true);

    var refused = book(world.patient(), doctor.id(), patient.id(), TOMORROW_TEN);

    assertThat(refused.status()).isEqualTo(503);
    assertThat(active()).isZero();
  }

  @Test
  void older_spellings_of_the_type_are_understood() {
    var booked =
        world.post(
            patient,
            "/appointments",
            body(doctor.id(), patient.id(), TOMORROW_TEN).replace("regular", "in_person"));

    assertThat(booked.data().path("type").asString()).isEqualTo("regular");
  }

  private long facts(String appointment) {
    return jdbc.sql("select count(*) from outbox where key = :key")
        .param("key", appointment)
        .query(Long.class)
        .single();
  }
}
