package poca.records;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static poca.contracts.fact.RelationFact.RelationKind.RELATED;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.contracts.Role;
import poca.recordstest.Form;
import poca.recordstest.RealRecords;
import poca.recordstest.Samples;
import poca.recordstest.Surroundings;
import poca.recordstest.World;
import poca.testkit.world.AuditRows;
import poca.testkit.world.Person;

@RealRecords
class AuditIT {

  private static final byte[] NOTE = Samples.text("a note");

  private final World world;
  private final MeterRegistry meters;
  private final JdbcClient jdbc;
  private final AuditRows rows;

  AuditIT(@Autowired World world, @Autowired MeterRegistry meters, @Autowired JdbcClient jdbc) {
    this.world = world;
    this.meters = meters;
    this.jdbc = jdbc;
    this.rows = new AuditRows(jdbc);
  }

  @AfterEach
  void nothingIsMissing() {
    assertThat(meters.counter("audit.missing").count()).isZero();
  }

  // --- records

  @Test
  void every_use_of_a_case_history_leaves_one_row_that_says_why() {
    var pair = world.pair();
    var doctor = pair.doctor();
    var patient = pair.patient();
    var path = pair.path() + "/case-history";
    var begun = rows.added(doctor, () -> world.get(doctor, path + "?create_if_not_exists=true"));
    AuditRows.one(
        begun, "create case_history", begun.getFirst().id(), patient.id(), "granted treats");
    var written =
        rows.added(patient, () -> world.post(patient, path, Map.of("summary", "a cough")));
    var id = written.getFirst().id();
    AuditRows.one(written, "create case_history", id, patient.id(), "granted related");
    rows.used(
        doctor, () -> world.get(doctor, path), "read case_history", id, patient, "granted treats");
    for (var change : List.of(Map.of("summary", "better"), Map.of("nothing", "we know"))) {
      rows.used(
          patient,
          () -> world.put(patient, path, change),
          "update case_history",
          id,
          patient,
          "granted related");
    }

    var file = new Form().file("note.txt", NOTE);
    var attached = rows.added(doctor, () -> world.form(doctor, path + "/documents", file));
    AuditRows.one(
        attached, "create case_document", attached.getFirst().id(), patient.id(), "granted treats");
    var known = new Form().field("document_id", world.upload(patient, "note.txt", NOTE));
    attached = rows.added(patient, () -> world.form(patient, path + "/documents", known));
    AuditRows.one(
        attached,
        "create case_document",
        attached.getFirst().id(),
        patient.id(),
        "granted related");
    var admin = world.admin();
    for (var list : List.of(path + "/documents", pair.path() + "/documents")) {
      rows.used(
          admin,
          () -> world.get(admin, list),
          "read case_document",
          null,
          patient,
          "granted admin");
    }
    assertThat(rows.by(admin))
        .allSatisfy(row -> {
          assertThat(row.role()).isEqualTo("admin");
          assertThat(row.actingAs()).isEqualTo(admin.id());
          assertThat(row.request()).isNotNull();
        });
  }

  @Test
  void every_use_of_a_report_leaves_one_row_that_says_why() {
    var pair = world.pair();
    var doctor = pair.doctor();
    var patient = pair.patient();
    var path = pair.path() + "/reports";
    var report = Map.of("title", "Blood", "report_type", "blood_test");
    var written = rows.added(doctor, () -> world.post(doctor, path, report));
    var id = written.getFirst().id();
    AuditRows.one(written, "create report", id, patient.id(), "granted treats");
    var one = path + "/" + id;
    rows.used(
        patient, () -> world.get(patient, path), "read report", null, patient, "granted related");
    rows.used(
        patient, () -> world.get(patient, one), "read report", id, patient, "granted related");
    for (var change : List.of(Map.of("title", "Blood count"), Map.of("nothing", "we know"))) {
      rows.used(
          doctor,
          () -> world.put(doctor, one, change),
          "update report",
          id,
          patient,
          "granted treats");
    }
    var file = new Form().file("note.txt", NOTE);
    var attached = rows.added(doctor, () -> world.form(doctor, one + "/documents", file));
    AuditRows.one(
        attached,
        "create report_document",
        attached.getFirst().id(),
        patient.id(),
        "granted treats");
    rows.used(
        patient,
        () -> world.get(patient, one + "/documents"),
        "read report_document",
        null,
        patient,
        "granted related");
  }

  @Test
  void a_parent_who_acts_as_a_child_is_shown_as_both() {
    var mother = world.patient();
    var child = world.child();
    world.relate(RELATED, mother.id(), child);
    var read = rows.added(mother, () -> world.as(child, mother, "/patients/" + child + "/reports"));
    assertThat(read)
        .singleElement()
        .satisfies(row -> {
          assertThat(row.patient()).isEqualTo(child);
          assertThat(row.actingAs()).isEqualTo(child);
          assertThat(row.verdict()).isEqualTo("granted related");
        });
  }

  @Test
  void a_refusal_leaves_one_row_also_if_what_is_asked_for_is_not_there() {
    var pair = world.pair();
    var patient = pair.patient();
    var stranger = world.doctor();
    var hospital = world.person(Role.HOSPITAL);
    var history = pair.path() + "/case-history";
    var nowhere = UUID.randomUUID();
    rows.used(
        stranger,
        () -> world.get(stranger, history),
        "read case_history",
        patient.id(),
        patient,
        "refused AUTH_004");
    rows.used(
        hospital,
        () -> world.get(hospital, history),
        "read case_history",
        patient.id(),
        patient,
        "refused AUTH_004");
    rows.used(
        patient,
        () -> world.get(patient, history),
        "read case_history",
        patient.id(),
        patient,
        "refused RES_001");
    rows.used(
        patient,
        () -> world.put(patient, pair.path() + "/reports/" + nowhere, Map.of()),
        "update report",
        nowhere,
        patient,
        "refused RES_001");
    assertThat(rows.added(stranger, () -> world.post(stranger, pair.path() + "/reports", Map.of())))
        .isEmpty();
  }

  @Test
  void what_cannot_be_written_down_is_not_stored_and_what_is_not_stored_is_not_written_down() {
    var pair = world.pair();
    var doctor = pair.doctor();
    var path = pair.path() + "/case-history";
    narrowed(
        "audit_pending",
        "resource <> 'case_history'",
        () ->
            assertThat(world.post(doctor, path, Map.of("summary", "lost")).status())
                .isEqualTo(500));
    assertThat(world.get(doctor, path).status()).isEqualTo(404);

    var report =
        world
            .post(doctor, pair.path() + "/reports", Map.of("title", "A", "report_type", "other"))
            .data()
            .path("id")
            .asString();
    narrowed(
        "report",
        "title <> 'B'",
        () ->
            assertThat(
                    rows.added(
                        doctor,
                        () ->
                            world.put(
                                doctor, pair.path() + "/reports/" + report, Map.of("title", "B"))))
                .isEmpty());
  }

  /// While the table takes only rows for which `condition` holds.
  private void narrowed(String table, String condition, Runnable work) {
    jdbc.sql("alter table %s add constraint shut check (%s) not valid".formatted(table, condition))
        .update();
    try {
      work.run();
    } finally {
      jdbc.sql("alter table %s drop constraint shut".formatted(table)).update();
    }
  }

  // --- documents

  @Test
  void a_document_is_written_down_with_the_patient_in_whose_record_it_is() {
    var pair = world.pair();
    var patient = pair.patient();
    var doctor = pair.doctor();
    var admin = world.admin();
    var uploaded = rows.added(patient, () -> world.upload(patient, "note.txt", NOTE));
    var id = uploaded.getFirst().id();
    AuditRows.one(uploaded, "create document", id, null, "granted role");
    var path = "/documents/" + id;
    rows.used(
        patient, () -> world.get(patient, path), "read document", id, null, "granted uploader");

    world.post(patient, pair.path() + "/case-history", Map.of("documents", List.of(id)));
    rows.used(
        patient, () -> world.get(patient, path), "read document", id, patient, "granted uploader");
    rows.used(
        doctor, () -> world.get(doctor, path), "read document", id, patient, "granted reader");
    rows.used(admin, () -> world.get(admin, path), "read document", id, patient, "granted admin");
    for (var method : List.of("GET", "HEAD")) {
      rows.used(
          doctor,
          () -> world.bytes(doctor, method, path + "/download"),
          "read document",
          id,
          patient,
          "granted reader");
    }
    var label = "document_type=other&entity_id=" + patient.id();
    rows.used(
        doctor,
        () -> world.urlencoded(doctor, path + "/link", label),
        "update document",
        id,
        patient,
        "refused AUTH_004");
    rows.used(
        patient,
        () -> world.urlencoded(patient, path + "/link", label),
        "update document",
        id,
        patient,
        "granted uploader");
    var stranger = world.doctor();
    rows.used(
        stranger, () -> world.get(stranger, path), "read document", id, patient, "refused RES_001");
    rows.used(
        stranger,
        () -> world.post(stranger, path + "/download-token", Map.of()),
        "create download_token",
        id,
        patient,
        "refused RES_001");
    rows.used(
        admin,
        () -> world.get(admin, "/documents/storage/stats"),
        "read storage_stats",
        null,
        null,
        "granted admin");
    rows.used(
        doctor,
        () -> world.get(doctor, "/documents/storage/stats"),
        "read storage_stats",
        null,
        null,
        "refused AUTH_004");
  }

  @Test
  void a_document_of_a_message_is_its_senders_and_its_readers_are_the_chats_parties() {
    var doctor = world.doctor();
    var patient = world.patient();
    var sent =
        rows.added(
            patient, () -> world.handOver(patient, "note.txt", new ByteArrayInputStream(NOTE)));
    var id = sent.getFirst().id();
    AuditRows.one(sent, "create document", id, null, "granted role");
    Surroundings.NEIGHBOURS.sent(requireNonNull(id), doctor.id(), patient.id());
    rows.used(
        doctor,
        () -> world.get(doctor, "/documents/" + id),
        "read document",
        id,
        patient,
        "granted reader");
    rows.used(
        patient,
        () -> world.get(patient, "/documents/" + id),
        "read document",
        id,
        patient,
        "granted uploader");
  }

  @Test
  void what_a_token_downloads_is_its_makers_deed() {
    var pair = world.pair();
    var doctor = pair.doctor();
    var id = world.upload(pair.patient(), "note.txt", NOTE);
    world.post(pair.patient(), pair.path() + "/case-history", Map.of("documents", List.of(id)));
    var path = "/documents/" + id + "/download-token";
    rows.used(
        doctor,
        () -> world.post(doctor, path, Map.of()),
        "create download_token",
        id,
        pair.patient(),
        "granted reader");
    var token = token(doctor, path);
    for (var method : List.of("HEAD", "GET")) {
      rows.used(
          doctor,
          () -> world.bytes(null, method, "/documents/download-with-token?token=" + token),
          "read document",
          id,
          pair.patient(),
          "granted token");
    }
    assertThat(
            rows.added(
                doctor,
                () -> world.bytes(null, "GET", "/documents/download-with-token?token=" + token)))
        .isEmpty();
  }

  @Test
  void a_token_from_before_makers_were_kept_is_nobodys() {
    var patient = world.patient();
    var id = world.upload(patient, "note.txt", NOTE);
    var token = token(patient, "/documents/" + id + "/download-token");
    jdbc.sql(
            "update download_token set issued_by = null, issued_by_role = null where document_id = ?")
        .param(id)
        .update();
    world.bytes(null, "GET", "/documents/download-with-token?token=" + token);

    AuditRows.one(rows.ofNobody(id), "read document", id, null, "granted token");
  }

  private String token(Person by, String path) {
    return world.post(by, path, Map.of()).data().path("download_token").asString();
  }
}
