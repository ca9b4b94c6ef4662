package poca.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.AccountFact;
import poca.directory.testing.Api;
import poca.directory.testing.Facts;
import poca.directory.testing.FakeAuth;
import poca.directory.testing.RealDirectory;
import poca.testkit.world.Bus;

@RealDirectory
class RemovalIT {

  @Autowired Api api;
  @Autowired FakeAuth auth;
  @Autowired Facts facts;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionOperations transactions;

  private boolean active(String kind, UUID left, UUID right) {
    return api.asService()
        .get("/internal/relations/%s/%s/%s".formatted(kind, left, right))
        .body()
        .path("active")
        .asBoolean();
  }

  @Test
  void a_deleted_doctor_is_gone_with_its_mappings_and_its_account() {
    var doctor = api.doctor("D");
    var patient = api.patient("P");
    var hospital = api.hospital("H");
    api.map("doctor-patient", doctor, patient);
    api.map("hospital-doctor", hospital, doctor);
    var admin = UUID.randomUUID();
    var path = "/api/v1/doctors/" + doctor;

    assertThat(api.as(Role.DOCTOR, doctor).delete(path).status()).isEqualTo(403);
    assertThat(api.as(Role.ADMIN, admin).delete(path).status()).isEqualTo(204);

    assertThat(api.asAdmin().get(path).status()).isEqualTo(404);
    assertThat(api.asAdmin().delete(path).status()).isEqualTo(404);
    assertThat(active("treats", doctor, patient)).isFalse();
    assertThat(active("employs", hospital, doctor)).isFalse();
    assertThat(active("doctor", doctor, doctor)).isFalse();
    assertThat(auth.deletions()).contains(doctor + " by=" + admin);
    assertThat(api.map("doctor-patient", doctor, patient).status()).isEqualTo(404);
    await()
        .untilAsserted(() -> {
          assertThat(facts.of("treats", doctor, patient))
              .hasSize(2)
              .last()
              .satisfies(fact -> assertThat(fact.relation().active()).isFalse());
          assertThat(facts.of("doctor", doctor, doctor))
              .last()
              .satisfies(fact -> {
                assertThat(fact.relation().active()).isFalse();
                assertThat(fact.by()).isEqualTo(new UserId(admin));
              });
        });
    assertThat(
            api.as(Role.PATIENT, patient)
                .get("/api/v1/patients/%s/doctors".formatted(patient))
                .data())
        .isEmpty();
  }

  @Test
  void nothing_is_deleted_while_the_account_cannot_be() {
    var doctor = api.doctor("D");

    auth.whileAway(() ->
        assertThat(api.asAdmin().delete("/api/v1/doctors/" + doctor).status()).isEqualTo(503));

    assertThat(api.asAdmin().get("/api/v1/doctors/" + doctor).status()).isEqualTo(200);
    assertThat(api.asAdmin().delete("/api/v1/doctors/" + doctor).status()).isEqualTo(204);
  }

  @Test
  void a_deleted_account_leaves_its_dependants_and_hospitals_without_an_owner() {
    var parent = api.patient("P");
    var child = api.dependantOf(parent, "C");
    var account = api.hospital("H");
    var second =
        api.as(Role.HOSPITAL, account)
            .post(
                "/api/v1/hospitals",
                "{\"name\": \"H2\", \"email\": \"%s@x.test\"}".formatted(UUID.randomUUID()))
            .id();

    assertThat(api.asAdmin().delete("/api/v1/patients/" + parent).status()).isEqualTo(204);
    assertThat(api.asAdmin().delete("/api/v1/hospitals/" + account).status()).isEqualTo(204);

    assertThat(api.asAdmin().get("/api/v1/patients/" + child).data().path("user_id").isNull())
        .isTrue();
    assertThat(api.asAdmin().get("/api/v1/hospitals/" + second).data().path("user_id").isNull())
        .isTrue();
    assertThat(active("owns-patient", parent, child)).isFalse();
    assertThat(active("related", parent, parent)).isFalse();
    assertThat(active("owns-hospital", account, second)).isFalse();
  }

  @Test
  void a_dependant_is_deleted_without_asking_about_an_account() {
    var child = api.dependantOf(api.patient("P"), "C");

    auth.whileAway(() ->
        assertThat(api.asAdmin().delete("/api/v1/patients/" + child).status()).isEqualTo(204));

    assertThat(api.asAdmin().get("/api/v1/patients/" + child).status()).isEqualTo(404);
    assertThat(api.asAdmin().delete("/api/v1/doctors/" + child).status()).isEqualTo(404);
    assertThat(api.asAdmin().delete("/api/v1/patients/x").status()).isEqualTo(422);
  }

  @Test
  void an_account_that_is_deleted_first_takes_its_profile_along() {
    var byCommand = api.doctor("D");
    var byFact = api.doctor("E");
    var admin = UUID.randomUUID();

    for (var i = 0; i < 2; i++) {
      assertThat(
              api.asService()
                  .delete("/internal/profiles/%s?deleted=true&by=%s".formatted(byCommand, admin))
                  .status())
          .isEqualTo(204);
    }
    Bus.tell(
        AccountFact.TOPIC,
        new AccountFact.AccountDeleted(new UserId(byFact), Role.DOCTOR, null, 2));

    assertThat(api.asAdmin().get("/api/v1/doctors/" + byCommand).status()).isEqualTo(404);
    await()
        .untilAsserted(() ->
            assertThat(api.asAdmin().get("/api/v1/doctors/" + byFact).status()).isEqualTo(404));
  }

  @Test
  void a_sign_up_that_was_taken_back_comes_no_more() {
    var late = UUID.randomUUID();
    var made = UUID.randomUUID();
    var dependant = UUID.randomUUID();
    api.asService()
        .put(
            "/internal/patients/" + made,
            """
            {"name": "P", "dependant": {"id": "%s", "relation": "child", "profile": {"name": "C"}}}
            """
                .formatted(dependant));

    assertThat(api.asService().delete("/internal/profiles/" + late).status()).isEqualTo(204);
    assertThat(api.asService().delete("/internal/profiles/" + made).status()).isEqualTo(204);

    for (var id : new UUID[] {late, made}) {
      var put = api.asService().put("/internal/patients/" + id, "{\"name\": \"P\"}");
      assertThat(put.status()).isEqualTo(409);
      assertThat(put.code()).isEqualTo("BIZ_002");
    }
    assertThat(api.asAdmin().get("/api/v1/patients/" + dependant).status()).isEqualTo(404);
    assertThat(api.asAdmin().delete("/internal/profiles/" + made).status()).isIn(401, 403);
  }

  @Test
  void a_sign_up_that_is_taken_back_while_it_is_stored_leaves_no_dependant() throws Exception {
    var made = UUID.randomUUID();
    var dependant = UUID.randomUUID();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var takenBack =
          transactions.execute(_ -> {
            for (var id : new UUID[] {made, dependant}) {
              jdbc.sql("insert into profile values (?, 'patient', ?, true, 1, now())")
                  .params(id, id.equals(made))
                  .update();
              jdbc.sql(
                      """
                      insert into patient (id, user_id, name, created_at, version)
                      values (?, ?, 'P', now(), 0)
                      """)
                  .params(id, made)
                  .update();
            }
            var taking =
                threads.submit(() -> api.asService().delete("/internal/profiles/" + made).status());
            await().until(() -> waitsForUs());
            return taking;
          });
      assertThat(takenBack.get()).isEqualTo(204);
    }
    assertThat(api.asAdmin().get("/api/v1/patients/" + made).status()).isEqualTo(404);
    assertThat(api.asAdmin().get("/api/v1/patients/" + dependant).status()).isEqualTo(404);
  }

  private boolean waitsForUs() {
    return jdbc.sql("select exists(select 1 from pg_locks where not granted)")
        .query(Boolean.class)
        .single();
  }

  @Test
  void a_freed_hospital_email_can_be_used_again() {
    var body = "{\"name\": \"H\", \"email\": \"%s@x.test\"}".formatted(UUID.randomUUID());
    var first = api.asAdmin().post("/api/v1/hospitals", body).id();

    api.asAdmin().delete("/api/v1/hospitals/" + first);

    assertThat(api.asAdmin().post("/api/v1/hospitals", body).status()).isEqualTo(200);
  }

  @Test
  void a_mapping_that_races_a_deletion_never_outlives_it() throws Exception {
    for (var i = 0; i < 15; i++) {
      var patients = IntStream.range(0, 6).mapToObj(_ -> api.patient("P")).toList();
      var doctor = api.doctor("D");
      var start = new CountDownLatch(1);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var mappings =
            patients.stream()
                .map(patient ->
                    threads.submit(() -> {
                      start.await();
                      return api.map("doctor-patient", doctor, patient).status();
                    }))
                .toList();
        var deletion =
            threads.submit(() -> {
              start.await();
              return api.asService()
                  .delete("/internal/profiles/" + doctor + "?deleted=true")
                  .status();
            });
        start.countDown();
        assertThat(deletion.get()).isEqualTo(204);
        for (var mapping : mappings) {
          assertThat(mapping.get()).isIn(200, 404);
        }
      }
      assertThat(
              jdbc.sql("select count(*) from doctor_patient where doctor_id = ? and active")
                  .param(doctor)
                  .query(Integer.class)
                  .single())
          .isZero();
    }
  }

  @Test
  void profiles_that_are_joined_to_each_other_are_deleted_at_once_without_a_deadlock()
      throws Exception {
    for (var i = 0; i < 10; i++) {
      var first = api.patient("A");
      var second = api.patient("B");
      api.asAdmin().relate(first, second, "friend");
      api.asAdmin().relate(second, first, "friend");
      var doctor = api.doctor("D");
      api.map("doctor-patient", doctor, first);
      api.map("doctor-patient", doctor, second);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var deletions =
            Stream.of(first, second, doctor)
                .map(id ->
                    threads.submit(() ->
                        api.asService()
                            .delete("/internal/profiles/" + id + "?deleted=true")
                            .status()))
                .toList();
        for (var deletion : deletions) {
          assertThat(deletion.get()).isEqualTo(204);
        }
      }
    }
  }
}
