package poca.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import poca.access.audit.Audited;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.AccountFact;
import poca.directory.testing.Api;
import poca.directory.testing.FakeAuth;
import poca.directory.testing.RealDirectory;
import poca.testkit.world.AuditRows;
import poca.testkit.world.Bus;

@RealDirectory
class AuditedIT {

  @Autowired Api api;
  @Autowired AuditRows rows;
  @Autowired FakeAuth auth;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void every_route_is_audited_but_these() {
    var not = new TreeMap<String, String>();
    // Everybody may look doctors and hospitals up: who works where is on the door.
    not.put("GET /api/v1/doctors", "public directory");
    not.put("GET /api/v1/doctors/{doctorId}", "public directory");
    not.put("GET /api/v1/doctors/{doctorId}/hospitals", "public directory");
    not.put("GET /api/v1/hospitals", "public directory");
    not.put("GET /api/v1/hospitals/{hospitalId}", "public directory");
    not.put("GET /api/v1/hospitals/{hospitalId}/doctors", "public directory");

    var found = new TreeMap<String, String>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach((route, method) -> {
          var audited =
              method.hasMethodAnnotation(Audited.class)
                  || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Audited.class);
          for (var path : route.getPatternValues()) {
            if (path.startsWith("/api/v1/") && !audited) {
              route
                  .getMethodsCondition()
                  .getMethods()
                  .forEach(verb -> found.put(verb + " " + path, "public directory"));
            }
          }
        });

    assertThat(found).isEqualTo(not);
  }

  private static String path(UUID patient) {
    return "/api/v1/patients/" + patient;
  }

  @Test
  void who_reads_a_patient_is_written_down_with_the_reason() {
    var patient = api.patient("P");
    var parent = api.patient("Q");
    var child = api.dependantOf(parent, "C");
    var doctor = api.doctor("D");
    var stranger = api.doctor("E");
    var hospital = api.hospital("H");
    var admin = UUID.randomUUID();
    api.map("doctor-patient", doctor, patient);
    api.map("hospital-patient", hospital, patient);

    api.as(Role.PATIENT, patient).get(path(patient));
    api.as(Role.PATIENT, parent).get(path(child));
    api.as(Role.DOCTOR, doctor).get(path(patient));
    api.as(Role.DOCTOR, stranger).get(path(patient));
    api.as(Role.HOSPITAL, hospital).get(path(patient));
    api.as(Role.ADMIN, admin).get(path(patient));

    assertThat(rows.by(patient))
        .extracting(AuditRows.Row::inWords)
        .containsExactly("read patient granted self");
    assertThat(rows.by(parent))
        .extracting(AuditRows.Row::inWords)
        .containsExactly("create patient granted role", "read patient granted related");
    assertThat(rows.by(doctor))
        .extracting(AuditRows.Row::inWords)
        .containsExactly("read patient granted treats");
    assertThat(rows.by(stranger))
        .extracting(AuditRows.Row::inWords)
        .containsExactly("read patient granted role");
    assertThat(rows.by(hospital))
        .extracting(AuditRows.Row::inWords)
        .containsExactly("read patient granted linked");
    assertThat(rows.by(admin))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.inWords()).isEqualTo("read patient granted admin");
          assertThat(row.role()).isEqualTo("admin");
          assertThat(row.id()).isEqualTo(patient);
          assertThat(row.patient()).isEqualTo(patient);
          assertThat(row.request()).isNotBlank();
        });
  }

  @Test
  void who_is_refused_is_written_down_once_with_the_patient() {
    var patient = api.patient("P");
    var stranger = api.patient("X");
    var me = api.as(Role.PATIENT, stranger);

    var refused = me.get(path(patient));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(rows.by(stranger))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.inWords()).isEqualTo("read patient refused AUTH_004");
          assertThat(row.role()).isEqualTo("patient");
          assertThat(row.actingAs()).isEqualTo(stranger);
          assertThat(row.id()).isEqualTo(patient);
          assertThat(row.patient()).isEqualTo(patient);
          assertThat(row.request()).isEqualTo(refused.data().path("request_id").asString());
        });

    var doctor = api.doctor("D");
    var unknown = UUID.randomUUID();
    api.as(Role.DOCTOR, doctor).get(path(patient) + "/doctors");
    api.as(Role.DOCTOR, doctor).get(path(unknown));
    api.as(Role.DOCTOR, doctor).put(path(patient), "{}");
    api.as(Role.DOCTOR, doctor).delete(path(patient));
    assertThat(rows.by(doctor))
        .extracting(AuditRows.Row::inWords)
        .containsExactly(
            "read mapping refused AUTH_004",
            "read patient refused RES_001",
            "update patient refused AUTH_004",
            "delete patient refused AUTH_004");
    assertThat(rows.by(doctor))
        .extracting(AuditRows.Row::patient)
        .containsExactly(patient, unknown, patient, patient);

    assertThat(me.relate(stranger, patient, "friend").status()).isEqualTo(403);
    assertThat(rows.by(stranger).getLast())
        .satisfies(row -> {
          assertThat(row.inWords()).isEqualTo("grant relation refused AUTH_004");
          assertThat(row.patient()).isEqualTo(patient);
        });
  }

  @Test
  void mappings_are_grants_and_revocations_of_the_patient() {
    var doctor = api.doctor("D");
    var patient = api.patient("P");
    var hospital = api.hospital("H");
    var admin = UUID.randomUUID();
    var me = api.as(Role.ADMIN, admin);
    var body = "{\"doctor_id\": \"%s\", \"patient_id\": \"%s\"}".formatted(doctor, patient);

    var mapping = me.post("/api/v1/mappings/doctor-patient", body).id();
    assertThat(me.post("/api/v1/mappings/doctor-patient", body).status()).isEqualTo(400);
    me.delete("/api/v1/mappings/doctor-patient/%s/%s".formatted(doctor, patient));
    assertThat(me.delete("/api/v1/mappings/doctor-patient/" + mapping).status()).isEqualTo(404);
    me.post(
        "/api/v1/mappings/hospital-doctor",
        "{\"hospital_id\": \"%s\", \"doctor_id\": \"%s\"}".formatted(hospital, doctor));
    me.get("/api/v1/mappings/doctor-patient");

    var mine = rows.by(admin);
    assertThat(mine)
        .extracting(AuditRows.Row::inWords)
        .containsExactly(
            "grant mapping granted admin",
            "revoke mapping granted admin",
            "revoke mapping refused RES_001",
            "grant mapping granted admin",
            "read mapping granted admin");
    assertThat(mine)
        .extracting(AuditRows.Row::patient)
        .containsExactly(patient, patient, null, null, null);
    assertThat(mine.subList(0, 3)).allSatisfy(row -> assertThat(row.id()).isEqualTo(mapping));
  }

  @Test
  void relations_are_too_and_the_mapping_that_comes_with_one() {
    var doctor = api.doctor("D");
    var patient = api.patient("P");
    var admin = UUID.randomUUID();
    var me = api.as(Role.ADMIN, admin);

    var relation = me.relate(doctor, patient, "doctor").id();
    me.put("/api/v1/mappings/user-patient/" + relation, "{\"relation\": \"friend\"}");
    api.as(Role.DOCTOR, doctor).delete("/api/v1/mappings/user-patient/" + relation);

    assertThat(rows.by(admin))
        .allSatisfy(row -> assertThat(row.patient()).isEqualTo(patient))
        .extracting(AuditRows.Row::inWords)
        .containsExactly(
            "grant relation granted admin",
            "grant mapping granted admin",
            "update relation granted admin");
    assertThat(rows.by(doctor))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.inWords()).isEqualTo("revoke relation granted self");
          assertThat(row.id()).isEqualTo(relation);
          assertThat(row.patient()).isEqualTo(patient);
        });
  }

  @Test
  void a_change_that_fails_leaves_no_row_of_a_change() {
    var patient = api.patient("P");
    var child = api.dependantOf(patient, "C");
    var me = api.as(Role.PATIENT, patient);
    var relation = me.relate(patient, child, "child").id();

    // the row is written before the rule is broken
    var refused = me.put("/api/v1/mappings/user-patient/" + relation, "{\"relation\": \"doctor\"}");

    assertThat(refused.code()).isEqualTo("BIZ_001");
    assertThat(rows.by(patient))
        .extracting(AuditRows.Row::inWords)
        .containsExactly("create patient granted role", "grant relation granted related");
  }

  @Test
  void a_patient_that_is_made_over_shows_who_may_and_who_may_no_more() {
    var first = api.patient("A");
    var second = api.patient("B");
    var child = api.dependantOf(first, "C");
    var admin = UUID.randomUUID();

    api.as(Role.ADMIN, admin).put(path(child), "{\"user_id\": \"%s\"}".formatted(second));

    assertThat(rows.by(admin))
        .allSatisfy(row -> assertThat(row.patient()).isEqualTo(child))
        .extracting(AuditRows.Row::inWords)
        .containsExactly(
            "update patient granted admin",
            "revoke relation granted admin",
            "grant relation granted admin");
  }

  @Test
  void what_an_admin_makes_changes_and_deletes_is_administrative() {
    var admin = UUID.randomUUID();
    var me = api.as(Role.ADMIN, admin);
    var account =
        """
        {"name": "N", "user_name": "U", "email": "%s@example.test", "password": "long enough"}
        """;

    var doctor = me.post("/api/v1/doctors", account.formatted(UUID.randomUUID())).id();
    me.put("/api/v1/doctors/" + doctor, "{\"experience\": 3}");
    var patient =
        me.post("/api/v1/patients/admin/create", account.formatted(UUID.randomUUID())).id();
    var hospital =
        me.post(
                "/api/v1/hospitals",
                "{\"name\": \"H\", \"email\": \"%s@x.test\"}".formatted(UUID.randomUUID()))
            .id();
    me.put("/api/v1/hospitals/" + hospital, "{\"city\": \"Bern\"}");
    me.delete("/api/v1/doctors/" + doctor);
    me.delete("/api/v1/patients/" + patient);
    me.delete("/api/v1/hospitals/" + hospital);

    assertThat(rows.by(admin))
        .extracting(row -> row.inWords() + " " + row.id())
        .containsExactly(
            "create doctor granted admin " + doctor,
            "update doctor granted admin " + doctor,
            "create patient granted admin " + patient,
            "create hospital granted admin " + hospital,
            "update hospital granted admin " + hospital,
            "delete doctor granted admin " + doctor,
            "delete patient granted admin " + patient,
            "delete hospital granted admin " + hospital);
  }

  @Test
  void a_deletion_that_arrives_as_a_fact_is_its_admins() {
    var patient = api.patient("P");
    var nobodys = api.patient("Q");
    var admin = UUID.randomUUID();

    Bus.tell(
        AccountFact.TOPIC,
        new AccountFact.AccountDeleted(new UserId(nobodys), Role.PATIENT, null, 2));
    Bus.tell(
        AccountFact.TOPIC,
        new AccountFact.AccountDeleted(new UserId(patient), Role.PATIENT, new UserId(admin), 2));

    await().untilAsserted(() -> assertThat(rows.by(admin)).hasSize(1));
    assertThat(rows.by(admin).getFirst().inWords()).isEqualTo("delete patient granted admin");
    assertThat(rows.by(admin).getFirst().patient()).isEqualTo(patient);
    await()
        .untilAsserted(() -> assertThat(api.asAdmin().get(path(nobodys)).status()).isEqualTo(404));
    assertThat(rows.of(nobodys)).noneMatch(row -> row.inWords().contains("delete"));
  }

  @Test
  void a_list_is_one_row() {
    var doctor = api.doctor("D");
    var patient = api.patient("P");
    var hospital = api.hospital("H");
    api.map("doctor-patient", doctor, patient);
    api.map("hospital-doctor", hospital, doctor);
    var me = api.as(Role.DOCTOR, doctor);

    me.get("/api/v1/patients");
    me.get("/api/v1/doctors/%s/patients".formatted(doctor));
    me.get("/api/v1/hospitals/%s/patients".formatted(hospital));
    me.get(path(patient) + "/doctors");
    me.get(path(patient) + "/hospitals");
    me.get("/api/v1/mappings/user/%s/patients".formatted(doctor));
    api.as(Role.PATIENT, patient).get("/api/v1/patients/user/" + patient);

    assertThat(rows.by(doctor))
        .extracting(AuditRows.Row::inWords)
        .containsExactly(
            "read patient granted treats",
            "read patient granted self",
            "read patient granted linked",
            "read mapping granted treats",
            "read mapping granted treats",
            "read patient granted self");
    assertThat(rows.by(doctor))
        .extracting(AuditRows.Row::patient)
        .containsExactly(null, null, null, patient, patient, null);
    assertThat(rows.by(patient))
        .extracting(AuditRows.Row::inWords)
        .containsExactly("read patient granted self");
  }
}
