package poca.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static poca.directory.Told.entry;
import static poca.directory.Told.granted;
import static poca.directory.Told.piece;
import static poca.directory.Told.someService;
import static poca.directory.Told.tell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import poca.contracts.Role;
import poca.contracts.fact.AuditFact.AuditEntry;
import poca.contracts.fact.AuditFact.Outcome;
import poca.contracts.fact.AuditFact.SealedEntry;
import poca.directory.testing.Api;
import poca.directory.testing.RealDirectory;
import tools.jackson.databind.JsonNode;

@RealDirectory
class AuditLogIT {

  @Autowired Api api;

  private JsonNode entries(String query) {
    return api.asAdmin().get("/api/v1/audit?" + query).data().path("entries");
  }

  @Test
  void an_entry_shows_every_field_of_the_contract() {
    var doctor = UUID.randomUUID();
    var patient = UUID.randomUUID();
    var service = someService();
    var row = granted(1, doctor, patient);

    tell(piece(service, 1, List.of(row)));

    await().untilAsserted(() -> assertThat(entries("actor_id=" + doctor)).hasSize(1));
    assertThat(entries("actor_id=" + doctor).path(0).toString())
        .isEqualTo(
            """
            {"id":"%s","at":"2026-01-01T08:01:00.000Z","service":"%s","actor_id":"%s",\
            "actor_role":"doctor","acting_as":"%s","action":"read","resource":"case_history",\
            "resource_id":null,"patient_id":"%s","outcome":"granted","reason":"treats",\
            "request_id":"request"}\
            """
                .formatted(row.entry().id(), service, doctor, doctor, patient));
  }

  @Test
  void every_filter_is_one_and_a_cursor_walks_what_is_left() {
    var service = someService();
    var doctor = UUID.randomUUID();
    var other = UUID.randomUUID();
    var patient = UUID.randomUUID();
    var resource = "thing_" + service.substring(2, 10);
    var told = new ArrayList<SealedEntry>();
    told.add(entry(5, doctor, patient, resource, Outcome.GRANTED));
    told.add(entry(1, doctor, patient, resource, Outcome.REFUSED));
    told.add(entry(3, other, patient, resource, Outcome.GRANTED));
    told.add(entry(4, null, null, resource, Outcome.REFUSED));
    IntStream.range(0, 4).forEach(_ -> told.add(entry(6, doctor, null, resource, Outcome.GRANTED)));
    tell(piece(service, 1, told));
    var mine = "resource=" + resource;
    await().untilAsserted(() -> assertThat(entries(mine)).hasSize(8));

    assertThat(entries(mine + "&actor_id=" + doctor)).hasSize(6);
    assertThat(entries(mine + "&patient_id=" + patient)).hasSize(3);
    assertThat(entries(mine + "&outcome=refused")).hasSize(2);
    assertThat(entries(mine + "&from=2026-01-01T08:03:00Z")).hasSize(7);
    assertThat(entries(mine + "&from=2026-01-01T08:03:00Z&to=2026-01-01T08:05:00Z")).hasSize(2);

    var expected =
        told.stream()
            .map(SealedEntry::entry)
            .sorted(
                java.util.Comparator.comparing(AuditEntry::at)
                    .thenComparing(entry -> entry.id().toString()))
            .map(entry -> entry.id().toString())
            .toList();
    var seen = new ArrayList<String>();
    var page = api.asAdmin().get("/api/v1/audit?limit=3&" + mine).data();
    assertThat(page.propertyNames()).containsExactlyInAnyOrder("entries", "next_cursor");
    while (true) {
      page.path("entries").forEach(entry -> seen.add(entry.path("id").asString()));
      if (page.path("next_cursor").isNull()) {
        break;
      }
      var next = "&cursor=" + page.path("next_cursor").asString();
      assertThat(api.asAdmin().get("/api/v1/audit?outcome=granted&" + mine + next).status())
          .isEqualTo(422);
      page = api.asAdmin().get("/api/v1/audit?limit=3&" + mine + next).data();
    }
    assertThat(seen).containsExactlyElementsOf(expected);
    var skipped = entries("skip=6&limit=1&" + mine);
    assertThat(skipped).hasSize(1);
    assertThat(skipped.path(0).path("id").asString()).isEqualTo(expected.get(6));
  }

  @Test
  void only_admins_read_the_audit_and_their_reading_is_in_it() {
    var admin = UUID.randomUUID();
    var patient = api.patient("P");

    assertThat(api.get("/api/v1/audit").status()).isEqualTo(401);
    for (var role : List.of(Role.DOCTOR, Role.PATIENT, Role.HOSPITAL)) {
      var refused = api.as(role, UUID.randomUUID()).get("/api/v1/audit?patient_id=x");
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.message()).isEqualTo("Admin privileges required");
    }
    for (var wrong :
        List.of(
            "patient_id=x",
            "actor_id=x",
            "outcome=GRANTED",
            "outcome=x",
            "from=x",
            "from=-99999-01-01T00:00:00Z",
            "to=%2B99999-01-01T00:00:00Z",
            "to=y",
            "limit=0",
            "limit=201",
            "skip=-1",
            "cursor=x",
            "resource=%00")) {
      assertThat(api.asAdmin().get("/api/v1/audit?" + wrong).status()).as(wrong).isEqualTo(422);
    }
    assertThat(api.as(Role.ADMIN, admin).get("/api/v1/audit?patient_id=" + patient).status())
        .isEqualTo(200);

    await().untilAsserted(() -> assertThat(entries("actor_id=" + admin)).hasSize(1));
    var reading = entries("actor_id=" + admin).path(0);
    assertThat(reading.path("resource").asString()).isEqualTo("audit");
    assertThat(reading.path("patient_id").asString()).isEqualTo(patient.toString());
    assertThat(reading.path("service").asString()).isEqualTo("directory-service");
  }

  @Test
  void what_is_done_is_shown_within_five_seconds() {
    var patient = api.patient("P");
    var doctor = api.doctor("Dr. Ana");

    for (var i = 1; i <= 5; i++) {
      var count = i;
      api.as(Role.DOCTOR, doctor).get("/api/v1/patients/" + patient);
      await()
          .pollInterval(Duration.ofMillis(20))
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(() -> assertThat(entries("actor_id=" + doctor)).hasSize(count));
    }
  }

  // --- the access log

  @Test
  void a_patients_people_see_who_had_its_data_and_why() {
    var patient = api.patient("P");
    var parent = api.patient("Q");
    var doctor = api.doctor("Dr. Ana");
    var gone = UUID.randomUUID();
    api.asAdmin().relate(parent, patient, "parent");
    var service = someService();
    tell(
        piece(
            service,
            1,
            List.of(
                granted(1, doctor, patient),
                entry(2, doctor, patient, "report", Outcome.REFUSED),
                granted(3, gone, patient),
                entry(4, null, patient, "document", Outcome.GRANTED),
                granted(5, doctor, UUID.randomUUID()))));
    var log = "/api/v1/patients/%s/access-log".formatted(patient);
    var early = log + "?to=2026-01-01T09:00:00Z";

    await()
        .untilAsserted(() ->
            assertThat(api.as(Role.PATIENT, patient).get(early).data().path("entries").toString())
                .isEqualTo(
                    """
                    [{"at":"2026-01-01T08:01:00.000Z","actor_id":"%s","actor_name":"Dr. Ana",\
                    "actor_role":"doctor","action":"read","resource":"case_history",\
                    "reason":"treats"},\
                    {"at":"2026-01-01T08:03:00.000Z","actor_id":"%s","actor_name":null,\
                    "actor_role":"doctor","action":"read","resource":"case_history",\
                    "reason":"treats"},\
                    {"at":"2026-01-01T08:04:00.000Z","actor_id":null,"actor_name":null,\
                    "actor_role":null,"action":"read","resource":"document",\
                    "reason":"treats"}]\
                    """
                        .formatted(doctor, gone)));
    assertThat(api.as(Role.PATIENT, parent).get(early).data().path("entries")).hasSize(3);
    assertThat(api.asAdmin().get(early).data().path("entries")).hasSize(3);
    var first = api.asAdmin().get(early + "&limit=2").data();
    assertThat(first.path("entries")).hasSize(2);
    var rest = api.asAdmin().get(early + "&cursor=" + first.path("next_cursor").asString()).data();
    assertThat(rest.path("entries")).hasSize(1);
    assertThat(rest.path("next_cursor").isNull()).isTrue();

    // the readings above are accesses themselves
    await()
        .untilAsserted(() ->
            assertThat(
                    api.as(Role.PATIENT, patient)
                        .get(log + "?from=2026-01-02T00:00:00Z")
                        .data()
                        .path("entries")
                        .toString())
                .contains("\"actor_name\":\"Q\",\"actor_role\":\"patient\",\"action\":\"read\"")
                .contains("\"resource\":\"audit\",\"reason\":\"related\""));
  }

  @Test
  void nobody_else_sees_it() {
    var patient = api.patient("P");
    var doctor = api.doctor("D");
    api.map("doctor-patient", doctor, patient);
    var log = "/api/v1/patients/%s/access-log".formatted(patient);

    assertThat(api.get(log).status()).isEqualTo(401);
    assertThat(api.as(Role.DOCTOR, doctor).get(log).status()).isEqualTo(403);
    assertThat(api.as(Role.HOSPITAL, api.hospital("H")).get(log).status()).isEqualTo(403);
    assertThat(api.as(Role.PATIENT, api.patient("X")).get(log).status()).isEqualTo(403);
    assertThat(
            api.as(Role.PATIENT, patient)
                .get("/api/v1/patients/%s/access-log".formatted(UUID.randomUUID()))
                .status())
        .isEqualTo(404);
    assertThat(api.asAdmin().get("/api/v1/patients/x/access-log").status()).isEqualTo(422);
    assertThat(api.asAdmin().get(log + "?from=yesterday").status()).isEqualTo(422);
  }
}
