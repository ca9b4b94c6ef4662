package poca.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.contracts.Role;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.directory.testing.Api;
import poca.directory.testing.Facts;
import poca.directory.testing.RealDirectory;
import poca.testkit.world.Response;

@RealDirectory
class MappingIT {

  @Autowired Api api;
  @Autowired Facts facts;
  @Autowired JdbcClient jdbc;

  private UUID party(String kind) {
    return switch (kind) {
      case "doctor" -> api.doctor("Dr");
      case "hospital" -> api.hospital("H");
      default -> api.patient("P");
    };
  }

  private static String body(String kind, Object left, Object right) {
    var parties = kind.split("-", 2);
    return "{\"%s_id\": \"%s\", \"%s_id\": \"%s\"}".formatted(parties[0], left, parties[1], right);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hospital-doctor", "hospital-patient", "doctor-patient"})
  void an_admin_maps_once_and_unmaps_by_id_or_by_pair(String kind) {
    var parties = kind.split("-", 2);
    var left = party(parties[0]);
    var right = party(parties[1]);

    var mapped = api.map(kind, left, right);

    assertThat(mapped.status()).isEqualTo(200);
    assertThat(mapped.data().path(parties[0] + "_id").asString()).isEqualTo(left.toString());
    assertThat(mapped.data().path(parties[1] + "_id").asString()).isEqualTo(right.toString());
    assertThat(mapped.data().path("updated_at").isNull()).isTrue();
    var again = api.map(kind, left, right);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.code()).isEqualTo("RES_002");
    assertThat(again.message()).isEqualTo("Mapping already exists");

    assertThat(api.asAdmin().delete("/api/v1/mappings/%s/%s".formatted(kind, mapped.id())).status())
        .isEqualTo(204);
    var gone = api.asAdmin().delete("/api/v1/mappings/%s/%s".formatted(kind, mapped.id()));
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.message()).isEqualTo("Mapping not found");

    var anew = api.map(kind, left, right);
    assertThat(anew.status()).isEqualTo(200);
    assertThat(anew.id()).isNotEqualTo(mapped.id());
    var byPair = "/api/v1/mappings/%s/%s/%s".formatted(kind, left, right);
    assertThat(api.asAdmin().delete(byPair).status()).isEqualTo(204);
    assertThat(api.asAdmin().delete(byPair).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hospital-doctor", "hospital-patient", "doctor-patient"})
  void refusals_come_in_the_order_of_the_contract(String kind) {
    var parties = kind.split("-", 2);
    var path = "/api/v1/mappings/" + kind;
    var doctor = api.doctor("Dr");

    assertThat(api.post(path, "{}").status()).isEqualTo(401);
    var notAdmin = api.as(Role.DOCTOR, doctor).post(path, "{\"doctor_id\": 1}");
    assertThat(notAdmin.status()).isEqualTo(403);
    assertThat(notAdmin.message()).isEqualTo("Admin privileges required");
    var missing = api.asAdmin().post(path, "{}");
    assertThat(missing.status()).isEqualTo(422);
    assertThat(missing.data().path("details").path("errors")).hasSize(2);
    assertThat(api.asAdmin().post(path, body(kind, "x", UUID.randomUUID())).status())
        .isEqualTo(422);
    var left = api.map(kind, UUID.randomUUID(), UUID.randomUUID());
    assertThat(left.status()).isEqualTo(404);
    assertThat(left.message()).isEqualToIgnoringCase(parties[0] + " not found");
    var right = api.map(kind, party(parties[0]), UUID.randomUUID());
    assertThat(right.status()).isEqualTo(404);
    assertThat(right.message()).isEqualToIgnoringCase(parties[1] + " not found");
    assertThat(api.asAdmin().delete(path + "/x").status()).isEqualTo(422);
    assertThat(api.as(Role.DOCTOR, doctor).delete(path + "/x").status()).isEqualTo(403);
    assertThat(api.asAdmin().delete("/api/v1/mappings/doctor-hospital/" + doctor).status())
        .isEqualTo(404);
  }

  @Test
  void of_a_hundred_identical_mappings_at_once_one_is_made() throws Exception {
    var doctor = api.doctor("Dr");
    var patient = api.patient("P");
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Response> mapping =
          () -> {
            start.await();
            return api.map("doctor-patient", doctor, patient);
          };
      var all = IntStream.range(0, 100).mapToObj(_ -> threads.submit(mapping)).toList();
      start.countDown();
      var answers = new ArrayList<Response>();
      for (var one : all) {
        answers.add(one.get());
      }
      assertThat(answers).filteredOn(response -> response.status() == 200).hasSize(1);
      assertThat(answers)
          .filteredOn(response -> response.status() == 400 && response.code().equals("RES_002"))
          .hasSize(99);
    }
    assertThat(
            jdbc.sql("select count(*) from doctor_patient where doctor_id = ?")
                .param(doctor)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void a_pair_that_is_mapped_again_has_a_new_id_and_a_higher_version() {
    var doctor = api.doctor("Dr");
    var patient = api.patient("P");
    for (var i = 0; i < 3; i++) {
      api.map("doctor-patient", doctor, patient);
      api.asAdmin().delete("/api/v1/mappings/doctor-patient/%s/%s".formatted(doctor, patient));
    }
    api.map("doctor-patient", doctor, patient);

    await()
        .untilAsserted(() ->
            assertThat(facts.of("treats", doctor, patient))
                .extracting(fact -> fact.relation().version())
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L));
    assertThat(facts.of("treats", doctor, patient))
        .extracting(fact -> fact.relation().active())
        .containsExactly(true, false, true, false, true, false, true);
    var answer =
        api.asService().get("/internal/relations/treats/%s/%s".formatted(doctor, patient)).body();
    assertThat(answer.path("active").asBoolean()).isTrue();
    assertThat(answer.path("version").asLong()).isEqualTo(7);
  }

  @Test
  void what_an_instance_of_the_version_before_tells_is_heard_in_the_form_of_today() {
    var doctor = api.doctor("Dr");
    var patient = api.patient("P");
    api.map("doctor-patient", doctor, patient);
    jdbc.sql(
            """
            insert into outbox (event_id, topic, cleanup, key, type, headers, body)
            values (:id, 'directory.mappings.v1', 'compact', :key, 'DoctorPatientUnmapped', '{}',
              convert_to(:body, 'UTF8'))
            """)
        .param("id", UUID.randomUUID())
        .param("key", "treats:" + doctor + ":" + patient)
        .param(
            "body",
            "{\"doctor\":\"%s\",\"patient\":\"%s\",\"version\":2}".formatted(doctor, patient))
        .update();

    await()
        .untilAsserted(() ->
            assertThat(facts.of("treats", doctor, patient))
                .extracting(RelationFact::relation)
                .containsExactly(
                    new Relation(RelationKind.TREATS, doctor, patient, true, 1),
                    new Relation(RelationKind.TREATS, doctor, patient, false, 2)));
  }

  @Test
  void everybody_lists_the_mappings_that_are_his() {
    var doctor = api.doctor("Dr");
    var patient = api.patient("P");
    var child = api.dependantOf(patient, "C");
    var hospital = api.hospital("H");
    var owned =
        api.as(Role.HOSPITAL, hospital)
            .post(
                "/api/v1/hospitals",
                "{\"name\": \"H2\", \"email\": \"%s@x.test\"}".formatted(UUID.randomUUID()))
            .id();
    api.map("doctor-patient", doctor, patient);
    api.map("doctor-patient", doctor, child);
    api.map("doctor-patient", api.doctor("Other"), patient);
    api.map("hospital-doctor", hospital, doctor);
    api.map("hospital-patient", owned, child);

    var list = "/api/v1/mappings/";
    assertThat(total(api.as(Role.DOCTOR, doctor).get(list + "doctor-patient"))).isEqualTo(2);
    assertThat(total(api.as(Role.DOCTOR, doctor).get(list + "hospital-doctor"))).isEqualTo(1);
    assertThat(total(api.as(Role.DOCTOR, doctor).get(list + "hospital-patient"))).isZero();
    assertThat(total(api.as(Role.PATIENT, patient).get(list + "doctor-patient"))).isEqualTo(3);
    assertThat(total(api.as(Role.PATIENT, patient).get(list + "hospital-patient"))).isEqualTo(1);
    assertThat(total(api.as(Role.PATIENT, patient).get(list + "hospital-doctor"))).isZero();
    assertThat(total(api.as(Role.HOSPITAL, hospital).get(list + "hospital-doctor"))).isEqualTo(1);
    assertThat(total(api.as(Role.HOSPITAL, hospital).get(list + "hospital-patient"))).isEqualTo(1);
    assertThat(total(api.as(Role.HOSPITAL, hospital).get(list + "doctor-patient"))).isZero();
    var page = api.asAdmin().get(list + "doctor-patient?limit=1&skip=1");
    assertThat(page.data().path("mappings")).hasSize(1);
    assertThat(total(page))
        .isEqualTo(
            jdbc.sql("select count(*) from doctor_patient where active")
                .query(Integer.class)
                .single());
    assertThat(api.asAdmin().get(list + "doctor-patient?limit=0").status()).isEqualTo(422);
  }

  private static int total(Response response) {
    assertThat(response.status()).isEqualTo(200);
    return response.data().path("total").asInt();
  }

  @Test
  void a_relation_that_never_was_is_unknown_to_other_services() {
    var doctor = api.doctor("Dr");

    assertThat(
            api.asService()
                .get("/internal/relations/treats/%s/%s".formatted(doctor, UUID.randomUUID()))
                .status())
        .isEqualTo(404);
    var profile =
        api.asService().get("/internal/relations/doctor/%s/%s".formatted(doctor, doctor)).body();
    assertThat(profile.path("kind").asString()).isEqualTo("doctor");
    assertThat(profile.path("active").asBoolean()).isTrue();
    assertThat(
            api.asService()
                .get("/internal/relations/patient/%s/%s".formatted(doctor, doctor))
                .status())
        .isEqualTo(404);
    assertThat(
            api.asAdmin()
                .get("/internal/relations/doctor/%s/%s".formatted(doctor, doctor))
                .status())
        .isIn(401, 403);
  }
}
