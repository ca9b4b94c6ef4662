package poca.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.contracts.UserId;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationChanged;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.testkit.world.AuditRows;
import poca.testkit.world.Bus;

@WholeService
class AuditOfAccountsIT {

  private static final String PASSWORD = "quite a good password";

  @Autowired Api api;
  @Autowired MeterRegistry meters;

  private final AuditRows rows;

  AuditOfAccountsIT(@Autowired JdbcClient jdbc) {
    rows = new AuditRows(jdbc);
  }

  @AfterEach
  void nothingWasMissed() {
    assertThat(meters.counter("audit.missing").count()).isZero();
  }

  @Test
  void a_sign_up_is_the_deed_of_whoever_makes_the_account() {
    var patient = api.post("/api/v1/auth/patient-signup", Api.signUp(Api.email(), PASSWORD));
    var admin = api.login(WholeService.ADMIN, WholeService.ADMIN_PASSWORD);
    var made =
        List.of(
            api.post("/api/v1/auth/signup", signUp("doctor"), admin.field("access_token"))
                .field("user_id"),
            api.post("/api/v1/auth/admin-signup", signUp("admin"), admin.field("access_token"))
                .field("user_id"),
            api.post("/api/v1/users", signUp("hospital"), admin.field("access_token"))
                .data()
                .path("id")
                .asString(),
            byService(admin.field("user_id")));

    assertThat(rows.by(UUID.fromString(patient.field("user_id"))))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.inWords()).isEqualTo("create account granted public");
          assertThat(row.id()).isEqualTo(UUID.fromString(patient.field("user_id")));
          assertThat(row.patient()).isEqualTo(UUID.fromString(patient.field("user_id")));
          assertThat(row.request()).isNotBlank();
        });
    for (var id : made) {
      assertThat(rows.of(UUID.fromString(id)))
          .singleElement()
          .satisfies(row -> {
            assertThat(row.inWords()).isEqualTo("create account granted admin");
            assertThat(row.actor()).isEqualTo(UUID.fromString(admin.field("user_id")));
            assertThat(row.patient()).isNull();
          });
    }
    assertThat(rows.of(UUID.fromString(byService(null))))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.actor()).isNull();
          assertThat(row.role()).isEqualTo("admin");
        });
  }

  @Test
  void who_may_not_make_accounts_is_named_in_the_refusal() {
    var doctor = api.signUpDoctor(Api.email(), PASSWORD);

    for (var path : List.of("/api/v1/auth/signup", "/api/v1/auth/admin-signup", "/api/v1/users")) {
      var refused = api.post(path, signUp("admin"), doctor.field("access_token"));

      assertThat(refused.status()).isEqualTo(403);
      assertThat(rows.of(refused))
          .singleElement()
          .satisfies(row -> {
            assertThat(row.inWords()).isEqualTo("create account refused AUTH_004");
            assertThat(row.actor()).isEqualTo(UUID.fromString(doctor.field("user_id")));
          });
    }
  }

  @Test
  void accounts_are_read_changed_and_deleted_under_the_eyes_of_the_audit() {
    var patient = api.post("/api/v1/auth/patient-signup", Api.signUp(Api.email(), PASSWORD));
    var path = "/api/v1/users/" + patient.field("user_id");
    var admin = api.post("/api/v1/auth/admin-signup", signUp("admin"), api.adminToken());

    api.get("/api/v1/users/me", patient.field("access_token"));
    api.get(path, patient.field("access_token"));
    api.put("/api/v1/users/me", Map.of("name", "A"), patient.field("access_token"));
    api.put(path, Map.of("name", "B"), patient.field("access_token"));
    api.get("/api/v1/users", admin.field("access_token"));
    api.get(path, admin.field("access_token"));
    api.put(path, Map.of("name", "C"), admin.field("access_token"));
    api.delete(path, admin.field("access_token"));

    var own = rows.by(UUID.fromString(patient.field("user_id")));
    assertThat(own)
        .extracting(AuditRows.Row::inWords)
        .containsExactly(
            "create account granted public",
            "read account granted self",
            "update account granted self",
            "update account granted self");
    var byAdmin = rows.by(UUID.fromString(admin.field("user_id")));
    assertThat(byAdmin)
        .extracting(AuditRows.Row::inWords)
        .containsExactly(
            "read account granted admin",
            "read account granted admin",
            "update account granted admin",
            "delete account granted admin");
    assertThat(byAdmin.getFirst().id()).isNull();
    assertThat(byAdmin.subList(1, 4))
        .allSatisfy(row -> {
          assertThat(row.id()).isEqualTo(UUID.fromString(patient.field("user_id")));
          assertThat(row.patient()).isEqualTo(row.id());
        });
  }

  @Test
  void what_is_refused_and_what_is_not_there_leaves_one_row_each() {
    var doctor = api.signUpDoctor(Api.email(), PASSWORD);
    var other = api.signUpDoctor(Api.email(), PASSWORD);
    var unknown = UUID.randomUUID().toString();
    var path = "/api/v1/users/";

    var refused =
        Map.of(
            "read account refused AUTH_004",
                api.get(path + other.field("user_id"), doctor.field("access_token")),
            "delete account refused AUTH_004",
                api.delete(path + other.field("user_id"), doctor.field("access_token")),
            "update account refused AUTH_004",
                api.put(
                    path + other.field("user_id"),
                    Map.of("name", "X"),
                    doctor.field("access_token")));
    var missing = api.get(path + unknown, api.adminToken());

    refused.forEach((deed, response) -> {
      assertThat(response.status()).isEqualTo(403);
      assertThat(rows.of(response))
          .singleElement()
          .satisfies(row -> {
            assertThat(row.inWords()).isEqualTo(deed);
            assertThat(row.id()).isEqualTo(UUID.fromString(other.field("user_id")));
            assertThat(row.actor()).isEqualTo(UUID.fromString(doctor.field("user_id")));
          });
    });
    assertThat(missing.status()).isEqualTo(404);
    assertThat(rows.of(missing))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.inWords()).isEqualTo("read account refused RES_001");
          assertThat(row.id()).isEqualTo(UUID.fromString(unknown));
        });
  }

  @Test
  void an_account_that_goes_with_its_profile_is_the_deed_of_the_admin_whom_the_fact_names() {
    var doctor = api.signUpDoctor(Api.email(), PASSWORD);
    var admin = new UserId(UUID.randomUUID());
    var id = UUID.fromString(doctor.field("user_id"));
    var removed = new RelationChanged(new Relation(RelationKind.DOCTOR, id, id, false, 7), admin);

    for (int i = 0; i < 2; i++) {
      Bus.tell(RelationFact.TOPIC, removed);
    }

    await().until(() -> rows.of(UUID.fromString(doctor.field("user_id"))).size() == 2);
    assertThat(rows.of(UUID.fromString(doctor.field("user_id"))))
        .last()
        .satisfies(row -> {
          assertThat(row.inWords()).isEqualTo("delete account granted admin");
          assertThat(row.actor()).isEqualTo(admin.value());
          assertThat(row.role()).isEqualTo("admin");
          assertThat(row.request()).isNull();
        });
  }

  private static Map<String, Object> signUp(String role) {
    var body = Api.signUp(Api.email(), PASSWORD);
    body.put("role", role);
    return body;
  }

  private String byService(@Nullable String admin) {
    var body = new LinkedHashMap<String, @Nullable Object>(signUp("doctor"));
    body.put("by", admin);
    return api.post("/internal/accounts", body, api.serviceToken()).body().path("id").asString();
  }
}
