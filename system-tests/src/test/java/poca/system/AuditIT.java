package poca.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poca.demo.Consultation;
import poca.demo.Consultation.Parties;
import poca.demo.Demo;
import poca.demo.Gateway;
import poca.demo.Login;
import poca.stack.audit.AuditCheck;
import poca.stack.audit.CheckResult;
import tools.jackson.databind.JsonNode;

/// Who did what is shown to those who may know, and whoever changes it in a database is found out.
@ExtendWith(SharedHouse.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditIT {

  private static final Duration SHOWN_WITHIN = Duration.ofSeconds(5);

  private static @Nullable House house;
  private static @Nullable Parties people;

  @BeforeAll
  static void a_consultation_has_been_played() throws IOException, InterruptedException {
    var opened = House.shared();
    house = opened;
    House.eventually(
        Duration.ofSeconds(60),
        () -> {
          var parties = Demo.strangers(opened.gateway(), opened.admin());
          new Consultation(opened.gateway(), _ -> {}).play(parties, Consultation.FEVER);
          people = parties;
        });
  }

  private static House house() {
    return Objects.requireNonNull(house);
  }

  private static Gateway gateway() {
    return house().gateway();
  }

  private static Parties people() {
    return Objects.requireNonNull(people);
  }

  private static List<JsonNode> entries(Login login, String path) {
    var entries = new ArrayList<JsonNode>();
    gateway().get(login, path).data().path("entries").forEach(entries::add);
    return entries;
  }

  @Test
  @Order(1)
  void a_doctors_reading_is_shown_to_admins_and_to_the_patient_within_five_seconds() {
    var admin = house().admin();
    var patient = people().patientId();
    var before = Instant.now().minusMillis(1);
    gateway().get(people().doctor(), "/patients/" + patient).data();
    var read = Instant.now();

    House.eventually(
        SHOWN_WITHIN,
        () ->
            assertThat(
                    entries(
                        admin,
                        "/audit?resource=patient&outcome=granted&actor_id=%s&patient_id=%s&from=%s"
                            .formatted(people().doctorId(), patient, before)))
                .singleElement()
                .satisfies(entry -> {
                  assertThat(entry.path("service").asString()).isEqualTo("directory-service");
                  assertThat(entry.path("action").asString()).isEqualTo("read");
                  assertThat(entry.path("reason").asString()).isEqualTo("treats");
                }));
    System.out.printf("shown after %d ms%n", Duration.between(read, Instant.now()).toMillis());
    assertThat(
            entries(
                people().patient(), "/patients/%s/access-log?from=%s".formatted(patient, before)))
        .anySatisfy(entry -> {
          assertThat(entry.path("actor_id").asString()).isEqualTo(people().doctorId());
          assertThat(entry.path("actor_name").asString()).isNotBlank();
          assertThat(entry.path("resource").asString()).isEqualTo("patient");
          assertThat(entry.path("reason").asString()).isEqualTo("treats");
        });
  }

  @Test
  @Order(2)
  void the_command_finds_nothing_wrong_in_an_honest_house() throws Exception {
    var said = audited();

    assertThat(said.exit()).as(said.words()).isZero();
    assertThat(said.words())
        .contains("directory-service")
        .contains("auth-service")
        .contains("entries proven; witness asked; copy the same")
        .doesNotContain("WRONG");
  }

  @ParameterizedTest
  @Order(3)
  @ValueSource(strings = {"directory-service", "auth-service"})
  void whatever_is_planted_by_sql_is_named_and_gone_when_it_is_put_right(String service)
      throws Exception {
    severalPiecesAreSealed();
    try (var db = database(service)) {
      nothingWaitsToBeSealed(db);
      // an edited row
      sql(db, "create temp table kept as select * from audit_entry where position = 3");
      sql(
          db,
          "update audit_entry set reason = 'made up', actor = gen_random_uuid()"
              + " where position = 3");
      named(service, "FORGED at position 3, row " + one(db, "select id from kept"));
      sql(db, "delete from audit_entry where position = 3");
      // a deleted one in the middle
      named(service, "MISSING at position 3; 2 entries");
      sql(db, "insert into audit_entry select * from kept; drop table kept");
      intact(service);

      // the newest piece cut off, with its checkpoint
      var cut =
          one(
              db,
              "select max(position) + 1 from audit_checkpoint where position <"
                  + " (select max(position) from audit_checkpoint)");
      sql(db, "create temp table kept as select * from audit_entry where position >= " + cut);
      sql(
          db,
          "create temp table kept_too as"
              + " select * from audit_checkpoint where position >= "
              + cut);
      sql(db, "delete from audit_checkpoint where position >= " + cut);
      sql(db, "delete from audit_entry where position >= " + cut);
      named(service, "CUT at position " + cut, "COPY IS ANOTHER from position " + cut);
      sql(db, "insert into audit_entry select * from kept; drop table kept");
      sql(db, "insert into audit_checkpoint select * from kept_too; drop table kept_too");
      intact(service);

      // one appended, as if it had been sealed
      var next = one(db, "select max(position) + 1 from audit_entry");
      var forged = UUID.randomUUID();
      sql(
          db,
          """
          insert into audit_entry
          select %s, '%s', at, actor, actor_role, acting_as, action, resource, resource_id, patient,
            outcome, reason, request_id, seal, link from audit_entry where position = 3
          """
              .formatted(next, forged));
      named(service, "FORGED at position %s, row %s".formatted(next, forged));
      sql(db, "delete from audit_entry where position = " + next);
      intact(service);

      // one planted for the sealer
      sql(
          db,
          """
          insert into audit_pending
          select '%s', at, actor, actor_role, acting_as, action, resource, resource_id, patient,
            outcome, reason, request_id, seal from audit_entry where position = 3
          """
              .formatted(forged));
      named(service, "FORGED at position 0, row " + forged);
      sql(db, "delete from audit_pending where id = '%s'".formatted(forged));
      intact(service);
    }
  }

  @Test
  @Order(4)
  void a_copy_that_is_changed_in_the_directory_is_named_too() throws Exception {
    try (var db = database("directory-service")) {
      sql(
          db,
          "create temp table kept as select * from audit_copy"
              + " where service = 'auth-service' and position = 2");
      sql(
          db,
          "update audit_copy set patient = null, request_id = 'nobody''s'"
              + " where service = 'auth-service' and position = 2");
      named("auth-service", "the COPY IS ANOTHER from position 2 on");
      sql(db, "delete from audit_copy where service = 'auth-service' and position = 2");
      named("auth-service", "the COPY IS ANOTHER from position 2 on");
      sql(db, "insert into audit_copy select * from kept");
      intact("auth-service");
    }
  }

  @Test
  @Order(5)
  void the_command_fails_while_something_is_wrong() throws Exception {
    try (var db = database("directory-service")) {
      var reason = one(db, "select reason from audit_entry where position = 2");
      sql(db, "update audit_entry set reason = 'made up' where position = 2");
      var said = audited();
      sql(db, "update audit_entry set reason = '%s' where position = 2".formatted(reason));

      assertThat(said.exit()).as(said.words()).isEqualTo(1);
      assertThat(said.words().lines())
          .anySatisfy(line ->
              assertThat(line)
                  .startsWith("directory-service")
                  .contains("WRONG")
                  .contains("FORGED at position 2"));
    }
    assertThat(audited().exit()).isZero();
  }

  /// Everybody logs in and reads; each round is sealed before the next.
  private static void severalPiecesAreSealed() {
    for (var round = 0; round < 3; round++) {
      var admin = house().admin();
      var from = Instant.now().minusMillis(1);
      for (var i = 0; i < 3; i++) {
        gateway().get(admin, "/patients/" + people().patientId()).data();
      }
      House.eventually(
          SHOWN_WITHIN,
          () ->
              assertThat(
                      entries(
                          admin,
                          "/audit?resource=patient&actor_id=%s&from=%s"
                              .formatted(admin.userId(), from)))
                  .hasSize(3));
    }
  }

  private static void nothingWaitsToBeSealed(Connection db) {
    House.eventually(
        SHOWN_WITHIN,
        () -> {
          try {
            assertThat(one(db, "select count(*) from audit_pending")).isEqualTo("0");
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  // --- the proof

  private static CheckResult finding(String service) throws InterruptedException {
    return AuditCheck.of(house().environments()).run().stream()
        .filter(found -> found.service().equals(service))
        .findFirst()
        .orElseThrow();
  }

  private static void named(String service, String... words) throws InterruptedException {
    var found = finding(service);
    assertThat(found.right()).as(found.toString()).isFalse();
    assertThat(found.words()).contains(words);
  }

  private static void intact(String service) throws InterruptedException {
    var found = finding(service);
    assertThat(found.right()).as(found.toString()).isTrue();
  }

  private record Said(int exit, String words) {}

  /// `./poca audit`, as an operator types it.
  private static Said audited() throws IOException, InterruptedException {
    var builder = new ProcessBuilder(House.REPOSITORY.resolve("poca").toString(), "audit");
    builder.environment().put("POCA_HOME", house().environments().home().root().toString());
    var process = builder.redirectErrorStream(true).start();
    var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    System.out.print(words);
    return new Said(process.exitValue(), words);
  }

  // --- the hand that plants

  /// As somebody who owns the database server: no trigger stands in the way.
  private static Connection database(String service) throws IOException, SQLException {
    var environments = house().environments();
    var password =
        Files.readAllLines(environments.home().secrets()).stream()
            .filter(line -> line.startsWith("POSTGRES_PASSWORD="))
            .map(line -> line.substring("POSTGRES_PASSWORD=".length()))
            .findFirst()
            .orElseThrow();
    var connection =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:%d/%s"
                .formatted(environments.ports().postgres(), service.replace("-service", "")),
            "postgres",
            password);
    sql(connection, "set session_replication_role = replica");
    return connection;
  }

  private static void sql(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String one(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return String.valueOf(rows.getString(1));
    }
  }
}
