package poca.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.contracts.UserId;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationChanged;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.testkit.RealParts;
import poca.testkit.TestPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A home from before relations had one form comes up with it.
class RelationsInOneFormIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String V1 = "directory.mappings.v1";
  private static final String V2 = "directory.mappings.v2";

  private final UUID doctor = UUID.randomUUID();
  private final UUID patient = UUID.randomUUID();
  private final UUID hospital = UUID.randomUUID();
  private final UUID admin = UUID.randomUUID();

  private final TestPostgres.Database database = RealParts.postgres().newDatabase();
  private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

  @BeforeEach
  void a_home_of_the_version_before() {
    migrate("3");
  }

  private void migrate(String version) {
    Flyway.configure()
        .dataSource(database.dataSource())
        .locations("classpath:db/platform", "classpath:db/access", "classpath:db/migration")
        .outOfOrder(true)
        .target(MigrationVersion.fromVersion(version))
        .load()
        .migrate();
  }

  private void profile(UUID id, @Nullable String kind, boolean active, long version) {
    jdbc.sql("insert into profile values (:id, :kind, true, :active, :version, now())")
        .param("id", id)
        .param("kind", kind)
        .param("active", active)
        .param("version", version)
        .update();
  }

  private void pair(
      String table, String sides, UUID left, UUID right, boolean active, long version) {
    var named = table.equals("user_patient");
    jdbc.sql(
            "insert into %s (id, %s, active, version, created_at%s) values (?, ?, ?, ?, ?, now()%s)"
                .formatted(table, sides, named ? ", relation" : "", named ? ", 'child'" : ""))
        .params(UUID.randomUUID(), left, right, active, version)
        .update();
  }

  private void deletedByAdmin(String table, String columns, String values, UUID id, String kind) {
    jdbc.sql(
            """
            insert into %s (id, at, actor, actor_role, action, resource, resource_id, outcome, reason,
              seal%s)
            values (?, now(), ?, 'admin', 'delete', ?, ?, 'granted', 'admin', 's'%s)
            """
                .formatted(table, columns, values))
        .params(UUID.randomUUID(), admin, kind, id)
        .update();
  }

  private void append(String topic, String type, String key, String body) {
    jdbc.sql(
            """
            insert into outbox (event_id, topic, cleanup, key, type, headers, body)
            values (?, ?, 'compact', ?, ?, '{}', ?)
            """)
        .params(UUID.randomUUID(), topic, key, type, body.getBytes(StandardCharsets.UTF_8))
        .update();
  }

  private record Told(String key, String type, JsonNode headers, JsonNode body) {}

  private List<Told> told(String topic) {
    return jdbc.sql("select key, type, headers, body from outbox where topic = ? order by id")
        .param(topic)
        .query((row, _) ->
            new Told(
                row.getString("key"),
                row.getString("type"),
                JSON.readTree(row.getString("headers")),
                JSON.readTree(row.getBytes("body"))))
        .list();
  }

  private List<RelationChanged> relationsTold() {
    return told(V2).stream()
        .map(fact -> JSON.treeToValue(fact.body(), RelationChanged.class))
        .toList();
  }

  private static RelationChanged now(
      RelationKind kind, UUID left, UUID right, boolean active, long version) {
    return new RelationChanged(new Relation(kind, left, right, active, version), null);
  }

  @Test
  void everything_that_is_known_is_told_anew_and_what_has_ended_as_ended() {
    var child = UUID.randomUUID();
    var gone = UUID.randomUUID();
    var takenBack = UUID.randomUUID();
    profile(doctor, "doctor", true, 1);
    profile(patient, "patient", true, 1);
    profile(child, "patient", true, 1);
    profile(hospital, "hospital", true, 1);
    profile(gone, "doctor", false, 2);
    profile(takenBack, "patient", false, 2);
    profile(UUID.randomUUID(), null, false, 1);
    deletedByAdmin("audit_entry", ", position, link", ", 1, 'l'", gone, "doctor");
    pair("doctor_patient", "doctor_id, patient_id", doctor, patient, true, 3);
    pair("doctor_patient", "doctor_id, patient_id", gone, patient, false, 2);
    pair("hospital_doctor", "hospital_id, doctor_id", hospital, doctor, true, 1);
    pair("hospital_patient", "hospital_id, patient_id", hospital, patient, false, 4);
    pair("user_patient", "user_id, patient_id", patient, child, true, 2);
    pair("patient_owner", "user_id, patient_id", patient, child, true, 1);
    pair("hospital_owner", "user_id, hospital_id", hospital, hospital, true, 1);
    append(V1, "DoctorPatientMapped", "treats:" + doctor + ":" + patient, "{\"version\": 3}");

    migrate("4");

    assertThat(relationsTold())
        .containsExactlyInAnyOrder(
            now(RelationKind.DOCTOR, doctor, doctor, true, 1),
            now(RelationKind.PATIENT, patient, patient, true, 1),
            now(RelationKind.PATIENT, child, child, true, 1),
            now(RelationKind.HOSPITAL, hospital, hospital, true, 1),
            new RelationChanged(
                new Relation(RelationKind.DOCTOR, gone, gone, false, 2), new UserId(admin)),
            now(RelationKind.PATIENT, takenBack, takenBack, false, 2),
            now(RelationKind.TREATS, doctor, patient, true, 3),
            now(RelationKind.TREATS, gone, patient, false, 2),
            now(RelationKind.EMPLOYS, hospital, doctor, true, 1),
            now(RelationKind.ADMITS, hospital, patient, false, 4),
            now(RelationKind.RELATED, patient, child, true, 2),
            now(RelationKind.OWNS_PATIENT, patient, child, true, 1),
            now(RelationKind.OWNS_HOSPITAL, hospital, hospital, true, 1));
    for (var fact : told(V2)) {
      assertThat(fact.type()).isEqualTo("RelationChanged");
      assertThat(fact.key()).isEqualTo(JSON.treeToValue(fact.body(), RelationChanged.class).key());
    }
    // what waited for readers of the old form still comes to them, and once
    assertThat(told(V1)).singleElement().extracting(Told::type).isEqualTo("DoctorPatientMapped");
  }

  @Test
  void a_deletion_that_is_not_sealed_yet_is_the_admins_too() {
    profile(hospital, "hospital", false, 2);
    deletedByAdmin("audit_pending", "", "", hospital, "hospital");

    migrate("4");

    assertThat(relationsTold())
        .containsExactly(
            new RelationChanged(
                new Relation(RelationKind.HOSPITAL, hospital, hospital, false, 2),
                new UserId(admin)));
  }

  @ParameterizedTest
  @CsvSource({
    "TREATS, DoctorPatientMapped, DoctorPatientUnmapped, doctor, patient",
    "EMPLOYS, HospitalDoctorMapped, HospitalDoctorUnmapped, hospital, doctor",
    "ADMITS, HospitalPatientMapped, HospitalPatientUnmapped, hospital, patient",
    "RELATED, PatientRelated, PatientUnrelated, user, patient",
    "OWNS_PATIENT, PatientOwned, PatientDisowned, owner, patient",
    "OWNS_HOSPITAL, HospitalOwned, HospitalDisowned, owner, hospital",
    "DOCTOR, DoctorRegistered, DoctorRemoved, doctor, doctor",
    "PATIENT, PatientRegistered, PatientRemoved, patient, patient",
    "HOSPITAL, HospitalRegistered, HospitalRemoved, hospital, hospital"
  })
  void versions_before_and_after_hear_each_other(
      RelationKind kind, String began, String ended, String left, String right) {
    migrate("4");
    var a = UUID.randomUUID();
    var b = kind.isProfile() ? a : UUID.randomUUID();
    var beginning = now(kind, a, b, true, 1);
    var ending = new RelationChanged(new Relation(kind, a, b, false, 2), new UserId(admin));
    var old = "{\"%s\": \"%s\", \"%s\": \"%s\", \"by\": %s, \"version\": %d}";
    var oldBeginning = old.formatted(left, a, right, b, "null", 1);
    var oldEnding = old.formatted(left, a, right, b, "\"" + admin + "\"", 2);

    append(V1, began, beginning.key(), oldBeginning);
    append(V1, ended, ending.key(), oldEnding);

    assertThat(relationsTold()).containsExactly(beginning, ending);
    jdbc.sql("delete from outbox").update();

    append(V2, "RelationChanged", beginning.key(), JSON.writeValueAsString(beginning));
    append(V2, "RelationChanged", ending.key(), JSON.writeValueAsString(ending));

    assertThat(told(V1)).extracting(Told::type).containsExactly(began, ended);
    assertThat(told(V1)).extracting(Told::key).containsOnly(beginning.key());
    assertThat(told(V1))
        .extracting(Told::body)
        .containsExactly(JSON.readTree(oldBeginning), JSON.readTree(oldEnding));
    assertThat(told(V1))
        .extracting(fact -> fact.headers().path("ce_type").asString())
        .containsExactly(began, ended);
  }
}
