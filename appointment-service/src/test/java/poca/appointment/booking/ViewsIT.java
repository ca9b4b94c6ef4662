package poca.appointment.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.contracts.fact.RelationFact.RelationKind.ADMITS;
import static poca.contracts.fact.RelationFact.RelationKind.EMPLOYS;
import static poca.contracts.fact.RelationFact.RelationKind.OWNS_PATIENT;
import static poca.contracts.fact.RelationFact.RelationKind.TREATS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poca.appointmenttest.RealAppointments;
import poca.appointmenttest.Surroundings;

@RealAppointments
class ViewsIT extends OneDoctorAndOnePatient {

  @Test
  void lists_page_by_cursor_and_show_only_what_the_caller_may_see() {
    for (var i = 0; i < 5; i++) {
      book(patient, TOMORROW_TEN.plus(Duration.ofHours(i)));
    }
    var other = world.patient();
    world.relate(TREATS, doctor.id(), other.id());
    book(other, TOMORROW_TEN.plus(Duration.ofHours(9)));
    var path = "/appointments/doctor/" + doctor.id();

    assertThat(world.get(doctor, path).data().path("total").asInt()).isEqualTo(6);
    assertThat(world.get(other, path).data().path("total").asInt()).isEqualTo(1);
    assertThat(world.get(world.patient(), path).status()).isEqualTo(403);
    assertThat(world.get(patient, "/doctors/" + doctor.id() + "/appointments").status())
        .isEqualTo(200);

    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page =
          world.get(doctor, path + "?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      page.data().path("appointments").forEach(a -> seen.add(a.path("id").asString()));
      cursor = page.data().path("next_cursor").asString("");
    } while (!cursor.isEmpty());
    assertThat(seen).hasSize(6).doesNotHaveDuplicates();
    assertThat(world.get(patient, "/appointments/patient/" + patient.id() + "?cursor=abc").status())
        .isEqualTo(422);
  }

  @Test
  void a_relation_that_begins_between_two_pages_breaks_no_cursor() {
    for (var i = 0; i < 3; i++) {
      book(patient, TOMORROW_TEN.plus(Duration.ofHours(i)));
    }
    var hospital = world.hospital();
    world.relate(EMPLOYS, hospital.id(), doctor.id());
    world.relate(ADMITS, hospital.id(), patient.id());
    for (var reader : List.of(patient, hospital)) {
      var path = "/appointments/doctor/" + doctor.id() + "?limit=2";
      var cursor = world.get(reader, path).data().path("next_cursor").asString();
      var another = world.child();
      world.relate(OWNS_PATIENT, patient.id(), another);
      world.relate(ADMITS, hospital.id(), another);

      var rest = world.get(reader, path + "&cursor=" + cursor);

      assertThat(rest.status()).as(rest.text()).isEqualTo(200);
      assertThat(rest.data().path("appointments").size()).isEqualTo(1);
    }
  }

  @Test
  void the_admins_list_is_filtered() {
    var id = book(patient, TOMORROW_TEN).data().path("id").asString();
    var query =
        "/appointments?doctor_id=%s&status=scheduled&date=%s"
            .formatted(doctor.id(), text(TOMORROW_TEN).substring(0, 10));

    var found = world.get(admin, query);

    assertThat(found.data().path("total").asInt()).isEqualTo(1);
    assertThat(found.data().path("appointments").get(0).path("id").asString()).isEqualTo(id);
    assertThat(world.get(admin, "/appointments?status=lost").status()).isEqualTo(422);
    assertThat(world.get(doctor, "/appointments").status()).isEqualTo(403);
  }

  @Test
  void availability_is_the_shift_less_what_is_taken() {
    Surroundings.NEIGHBOURS.shift(doctor.id(), "10:00:00", "12:00:00");
    book(patient, TOMORROW_TEN.plus(Duration.ofMinutes(30)));
    var day = text(TOMORROW_TEN).substring(0, 10);

    var free =
        world.get(
            world.hospital(),
            "/appointments/availability?doctor_id=%s&from=%sT00:00:00&to=%sT23:59:00"
                .formatted(doctor.id(), day, day));

    assertThat(free.status()).isEqualTo(200);
    assertThat(free.data().path("slots"))
        .extracting(slot -> slot.path("time_slot").asString().substring(11, 16))
        .containsExactly("10:00", "11:00", "11:30");
  }

  @ParameterizedTest
  @CsvSource({
    "from=2026-05-01T00:00:00Z&to=2026-06-05T00:00:00Z",
    "from=2026-05-02T00:00:00Z&to=2026-05-01T00:00:00Z",
    "from=soon&to=2026-05-01T00:00:00Z",
    "to=2026-05-01T00:00:00Z",
    "from=2026-05-01T00:00:00Z&to=2026-05-02T00:00:00Z&duration_minutes=4",
  })
  void an_impossible_question_about_availability_is_422(String query) {
    var response =
        world.get(patient, "/appointments/availability?doctor_id=" + doctor.id() + "&" + query);

    assertThat(response.status()).isEqualTo(422);
  }

  @Test
  void the_calendar_entry_says_when_and_nothing_of_health() {
    var booked =
        world.post(
            patient,
            "/appointments",
            body(doctor.id(), patient.id(), TOMORROW_TEN)
                .replace("}", ",\"extras\":{\"reason\":\"migraine\"}}"));

    var entry = world.get(patient, "/appointments/" + booked.data().path("id").asString() + "/ics");

    assertThat(entry.text())
        .contains(
            "BEGIN:VEVENT\r\n", "DTSTART:" + text(TOMORROW_TEN).substring(0, 10).replace("-", ""))
        .doesNotContain("migraine");
  }
}
