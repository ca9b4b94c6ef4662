package poca.appointment.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.contracts.fact.RelationFact.RelationKind.ADMITS;
import static poca.contracts.fact.RelationFact.RelationKind.EMPLOYS;
import static poca.contracts.fact.RelationFact.RelationKind.OWNS_PATIENT;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poca.appointmenttest.RealAppointments;
import poca.testkit.world.AuditRows;
import poca.testkit.world.Person;
import poca.testkit.world.Response;

@RealAppointments
class WaitlistRoutesIT extends Waiting {

  private static final String LIST = "/appointments/waitlist";

  @Test
  void who_may_book_may_wait_and_once_only() {
    var joined = join(patient);
    assertThat(joined.status()).as(joined.text()).isEqualTo(200);
    assertThat(joined.field("status")).isEqualTo("waiting");
    assertThat(joined.field("type")).isEqualTo("regular");
    assertThat(joined.data().path("duration_minutes").asInt()).isEqualTo(30);

    var again = join(patient);

    assertThat(again.status()).isEqualTo(400);
    assertThat(again.code()).isEqualTo("RES_002");
    assertThat(wait(doctor, patient.id()).code()).isEqualTo("RES_002");
    assertThat(wait(world.patient(), patient.id()).status()).isEqualTo(403);
    assertThat(wait(world.doctor(), patient.id()).status()).isEqualTo(403);
    assertThat(wait(world.hospital(), patient.id()).status()).isEqualTo(403);
    assertThat(wait(admin, UUID.randomUUID()).message()).isEqualTo("Patient not found");
    assertThat(new AuditRows(jdbc).by(patient).getFirst().inWords())
        .isEqualTo("create waitlist_entry granted related");
  }

  @Test
  void everybody_sees_what_is_its_own() {
    var hospital = world.hospital();
    world.relate(EMPLOYS, hospital.id(), doctor.id());
    world.relate(ADMITS, hospital.id(), patient.id());
    var mine = wait(hospital, patient.id()).id();
    var child = world.child();
    world.relate(OWNS_PATIENT, patient.id(), child);
    var childs = wait(patient, child).id();

    assertThat(seen(patient, "")).containsExactly(mine, childs);
    assertThat(seen(doctor, "")).containsExactly(mine, childs);
    assertThat(seen(hospital, "")).containsExactly(mine);
    assertThat(seen(admin, "?doctor_id=" + doctor.id())).containsExactly(mine, childs);
    assertThat(seen(doctor, "?patient_id=" + child)).containsExactly(childs);
    assertThat(seen(doctor, "?status=waiting&limit=1&skip=1")).containsExactly(childs);
    assertThat(seen(doctor, "?status=offered")).isEmpty();
    for (var stranger : List.of(world.patient(), world.doctor(), world.hospital())) {
      assertThat(seen(stranger, "?doctor_id=" + doctor.id())).isEmpty();
    }
    assertThat(world.get(doctor, LIST + "?status=lost").status()).isEqualTo(422);
  }

  @Test
  void who_is_no_party_answers_and_ends_nothing() {
    var id = booked(patient, TOMORROW_TEN);
    var waiting = treated();
    var entry = LIST + "/" + join(waiting).field("id");
    world.delete(patient, "/appointments/" + id);

    for (var other : List.of(world.patient(), doctor, world.doctor(), world.hospital())) {
      assertThat(world.post(other, entry + "/accept", "").status()).isEqualTo(403);
      assertThat(world.post(other, entry + "/decline", "").status()).isEqualTo(403);
      if (other != doctor) {
        assertThat(world.delete(other, entry).status()).isEqualTo(403);
      }
    }
    assertThat(status(waiting)).isEqualTo("offered");
    var unknown = LIST + "/" + UUID.randomUUID();
    assertThat(world.post(waiting, unknown + "/accept", "").status()).isEqualTo(404);
    assertThat(world.post(waiting, LIST + "/1-1-1-1-1/accept", "").status()).isEqualTo(422);
    assertThat(world.post(admin, entry + "/accept", "").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "1d, 62d, to",
    "2d, 1d, to",
    "1d, 1d, to",
    "2000d, 2001d, from",
    "1800d, 1900d, to",
  })
  void a_window_that_cannot_be_is_422(String from, String to, String field) {
    var refused = join(patient, in(from), in(to), 30);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.mistake()).isEqualTo(field + " value_error");
  }

  @Test
  void nobody_waits_for_what_is_over() {
    var over =
        join(patient, Instant.now().minus(2, ChronoUnit.DAYS), Instant.now().minusSeconds(60), 30);

    assertThat(over.status()).isEqualTo(400);
    assertThat(over.code()).isEqualTo("BIZ_001");
    assertThat(seen(patient, "")).isEmpty();
  }

  private static Instant in(String days) {
    return Instant.now()
        .truncatedTo(ChronoUnit.SECONDS)
        .plus(Duration.ofDays(Long.parseLong(days.replace("d", ""))));
  }

  private Response wait(Person who, UUID patientId) {
    return world.post(
        who,
        LIST,
        "{\"doctor_id\":\"%s\",\"patient_id\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
            .formatted(doctor.id(), patientId, in("1d"), in("3d")));
  }

  private List<UUID> seen(Person who, String query) {
    var page = world.get(who, LIST + query).data();
    return page.path("waitlist")
        .valueStream()
        .map(entry -> UUID.fromString(entry.path("id").asString()))
        .toList();
  }
}
