package poca.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
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
import org.springframework.transaction.support.TransactionTemplate;
import poca.contracts.DoctorId;
import poca.contracts.UserId;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.RelationFact.DoctorRemoved;
import poca.platform.event.Outbox;

@WholeService
class AuditIT {

  private static final String PASSWORD = "quite a good password";

  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired Outbox outbox;
  @Autowired TransactionTemplate transaction;
  @Autowired MeterRegistry meters;

  @AfterEach
  void nothingWasMissed() {
    assertThat(meters.counter("audit.missing").count()).isZero();
  }

  /// @param deed action, resource, outcome and reason
  private record Row(
      String deed,
      @Nullable UUID id,
      @Nullable UUID actor,
      @Nullable String role,
      @Nullable UUID patient,
      @Nullable String requestId) {}

  @Test
  void a_login_leaves_a_row_under_the_account_that_it_names() throws Exception {
    var email = Api.email();
    var user = api.signUpDoctor(email, PASSWORD).userId();

    var right = api.login(email, PASSWORD);
    var wrong = api.login(email.toUpperCase(), "wrong");
    var unknown = api.login(Api.email(), "wrong");
    api.put("/api/v1/users/" + user, Map.of("is_active", false), api.adminToken());
    var barred = api.login(email, PASSWORD);

    assertThat(of(user))
        .extracting(Row::deed)
        .containsExactly(
            "create account granted public",
            "login session granted credentials",
            "login session refused AUTH_001",
            "login session refused AUTH_004");
    assertThat(of(user).get(1).id()).isEqualTo(sid(right));
    assertThat(of(user)).allSatisfy(row -> assertThat(row.role()).isEqualTo("doctor"));
    for (var refused : List.of(wrong, barred)) {
      assertThat(ofRequest(refused))
          .singleElement()
          .satisfies(row -> {
            assertThat(row.actor()).isEqualTo(UUID.fromString(user));
            assertThat(row.id()).isNull();
          });
    }
    assertThat(ofRequest(unknown))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.deed()).isEqualTo("login session refused AUTH_001");
          assertThat(row.actor()).isNull();
          assertThat(row.role()).isNull();
        });
  }

  @Test
  void an_attempt_that_is_barred_unheard_leaves_no_row() {
    var email = Api.email();
    var user = api.signUpDoctor(email, PASSWORD).userId();
    var address = Api.address();
    for (int i = 0; i < 10; i++) {
      api.login(email, "wrong", address);
    }

    var barred = api.login(email, PASSWORD, address);

    assertThat(barred.status()).isEqualTo(429);
    assertThat(ofRequest(barred)).isEmpty();
    assertThat(of(user)).hasSize(11);
  }

  @Test
  void leaving_is_written_with_the_session() throws Exception {
    var email = Api.email();
    var user = api.signUpDoctor(email, PASSWORD);
    var second = api.login(email, PASSWORD);

    api.post("/api/v1/auth/logout", Map.of(), user.accessToken());
    api.post("/api/v1/auth/logout-all", Map.of(), second.accessToken());

    var rows = of(user.userId());
    assertThat(rows.subList(2, rows.size()))
        .extracting(Row::deed)
        .containsExactly("logout session granted self", "logout session granted self");
    assertThat(rows.get(2).id()).isEqualTo(sid(user));
    assertThat(rows.get(3).id()).isNull();
  }

  @Test
  void a_refresh_token_that_comes_again_is_a_refused_login() throws Exception {
    var user = api.signUpDoctor(Api.email(), PASSWORD);
    var renewed = refresh(user.refreshToken());

    var replayed = refresh(user.refreshToken());
    var unknown = refresh("unknown");

    assertThat(renewed.status()).isEqualTo(200);
    assertThat(of(user.userId()))
        .extracting(Row::deed)
        .containsExactly("create account granted public", "login session refused AUTH_003");
    assertThat(ofRequest(replayed))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.id()).isEqualTo(sid(user));
          assertThat(row.actor()).isEqualTo(UUID.fromString(user.userId()));
        });
    assertThat(ofRequest(unknown)).isEmpty();
  }

  @Test
  void a_password_and_its_row_change_together_or_not_at_all() {
    var email = Api.email();
    var user = api.signUpDoctor(email, PASSWORD);
    var id = UUID.fromString(user.userId());
    jdbc.sql(
            """
            create function fails_with_its_row() returns trigger language plpgsql as $$
            begin
              if exists (select from audit_pending
                  where resource = 'password' and resource_id = new.account_id) then
                raise exception 'as planned';
              end if;
              return null;
            end $$
            """)
        .update();
    jdbc.sql(
            """
            create constraint trigger fails_with_its_row after update on credential
            deferrable initially deferred for each row execute function fails_with_its_row()
            """)
        .update();
    try {
      assertThat(newPassword(PASSWORD, user.accessToken()).status()).isEqualTo(500);
    } finally {
      jdbc.sql("drop function fails_with_its_row cascade").update();
    }
    assertThat(of(user.userId())).hasSize(1);

    assertThat(newPassword("wrong", user.accessToken()).status()).isEqualTo(400);
    assertThat(newPassword(PASSWORD, user.accessToken()).status()).isEqualTo(200);

    assertThat(of(user.userId()))
        .extracting(Row::deed)
        .containsExactly(
            "create account granted public",
            "update password refused AUTH_001",
            "update password granted self");
    assertThat(of(user.userId())).last().satisfies(row -> assertThat(row.id()).isEqualTo(id));
  }

  @Test
  void a_sign_up_is_the_deed_of_whoever_makes_the_account() {
    var patient = api.post("/api/v1/auth/patient-signup", Api.signUp(Api.email(), PASSWORD));
    var admin = api.login(WholeService.ADMIN, WholeService.ADMIN_PASSWORD);
    var made =
        List.of(
            api.post("/api/v1/auth/signup", signUp("doctor"), admin.accessToken()).userId(),
            api.post("/api/v1/auth/admin-signup", signUp("admin"), admin.accessToken()).userId(),
            api.post("/api/v1/users", signUp("hospital"), admin.accessToken())
                .data()
                .path("id")
                .asString(),
            byService(admin.userId()));

    assertThat(of(patient.userId()))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.deed()).isEqualTo("create account granted public");
          assertThat(row.id()).isEqualTo(UUID.fromString(patient.userId()));
          assertThat(row.patient()).isEqualTo(UUID.fromString(patient.userId()));
          assertThat(row.requestId()).isNotBlank();
        });
    for (var id : made) {
      assertThat(about(id))
          .singleElement()
          .satisfies(row -> {
            assertThat(row.deed()).isEqualTo("create account granted admin");
            assertThat(row.actor()).isEqualTo(UUID.fromString(admin.userId()));
            assertThat(row.patient()).isNull();
          });
    }
    assertThat(about(byService(null)))
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
      var refused = api.post(path, signUp("admin"), doctor.accessToken());

      assertThat(refused.status()).isEqualTo(403);
      assertThat(ofRequest(refused))
          .singleElement()
          .satisfies(row -> {
            assertThat(row.deed()).isEqualTo("create account refused AUTH_004");
            assertThat(row.actor()).isEqualTo(UUID.fromString(doctor.userId()));
          });
    }
  }

  @Test
  void accounts_are_read_changed_and_deleted_under_the_eyes_of_the_audit() {
    var patient = api.post("/api/v1/auth/patient-signup", Api.signUp(Api.email(), PASSWORD));
    var path = "/api/v1/users/" + patient.userId();
    var admin = api.post("/api/v1/auth/admin-signup", signUp("admin"), api.adminToken());

    api.get("/api/v1/users/me", patient.accessToken());
    api.get(path, patient.accessToken());
    api.put("/api/v1/users/me", Map.of("name", "A"), patient.accessToken());
    api.put(path, Map.of("name", "B"), patient.accessToken());
    api.get("/api/v1/users", admin.accessToken());
    api.get(path, admin.accessToken());
    api.put(path, Map.of("name", "C"), admin.accessToken());
    api.delete(path, admin.accessToken());

    var own = of(patient.userId());
    assertThat(own)
        .extracting(Row::deed)
        .containsExactly(
            "create account granted public",
            "read account granted self",
            "update account granted self",
            "update account granted self");
    var byAdmin = of(admin.userId());
    assertThat(byAdmin)
        .extracting(Row::deed)
        .containsExactly(
            "read account granted admin",
            "read account granted admin",
            "update account granted admin",
            "delete account granted admin");
    assertThat(byAdmin.getFirst().id()).isNull();
    assertThat(byAdmin.subList(1, 4))
        .allSatisfy(row -> {
          assertThat(row.id()).isEqualTo(UUID.fromString(patient.userId()));
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
            "read account refused AUTH_004", api.get(path + other.userId(), doctor.accessToken()),
            "delete account refused AUTH_004",
                api.delete(path + other.userId(), doctor.accessToken()),
            "update account refused AUTH_004",
                api.put(path + other.userId(), Map.of("name", "X"), doctor.accessToken()));
    var missing = api.get(path + unknown, api.adminToken());

    refused.forEach((deed, answer) -> {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(ofRequest(answer))
          .singleElement()
          .satisfies(row -> {
            assertThat(row.deed()).isEqualTo(deed);
            assertThat(row.id()).isEqualTo(UUID.fromString(other.userId()));
            assertThat(row.actor()).isEqualTo(UUID.fromString(doctor.userId()));
          });
    });
    assertThat(missing.status()).isEqualTo(404);
    assertThat(ofRequest(missing))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.deed()).isEqualTo("read account refused RES_001");
          assertThat(row.id()).isEqualTo(UUID.fromString(unknown));
        });
  }

  @Test
  void an_account_that_goes_with_its_profile_is_the_deed_of_the_admin_whom_the_fact_names() {
    var doctor = api.signUpDoctor(Api.email(), PASSWORD);
    var admin = new UserId(UUID.randomUUID());
    var removed = new DoctorRemoved(DoctorId.of(doctor.userId()), admin, 7);

    for (int i = 0; i < 2; i++) {
      transaction.executeWithoutResult(_ -> outbox.append(RelationFact.TOPIC, removed));
    }

    await().until(() -> about(doctor.userId()).size() == 2);
    assertThat(about(doctor.userId()))
        .last()
        .satisfies(row -> {
          assertThat(row.deed()).isEqualTo("delete account granted admin");
          assertThat(row.actor()).isEqualTo(admin.value());
          assertThat(row.role()).isEqualTo("admin");
          assertThat(row.requestId()).isNull();
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

  private Api.Answer newPassword(String old, String token) {
    return api.post(
        "/api/v1/auth/reset-password",
        Map.of("old_password", old, "new_password", "another good password"),
        token);
  }

  private Api.Answer refresh(String token) {
    return api.post("/api/v1/auth/refresh", Map.of("refresh_token", token));
  }

  private static UUID sid(Api.Answer answer) throws Exception {
    return UUID.fromString(
        SignedJWT.parse(answer.accessToken()).getJWTClaimsSet().getStringClaim("sid"));
  }

  private List<Row> of(String actor) {
    return rows("actor = cast(:value as uuid)", actor);
  }

  private List<Row> about(String id) {
    return rows("resource_id = cast(:value as uuid)", id);
  }

  private List<Row> ofRequest(Api.Answer refused) {
    var request = refused.data().path("request_id").asString("");
    assertThat(request).isNotEmpty();
    return rows("request_id = :value", request);
  }

  /// What the audit has, sealed or not, oldest first.
  private List<Row> rows(String which, String value) {
    return jdbc.sql(
            """
            select * from (
              select id, action, resource, resource_id, actor, actor_role, patient, outcome, reason,
                request_id from audit_pending where %1$s
              union all
              select id, action, resource, resource_id, actor, actor_role, patient, outcome, reason,
                request_id from audit_entry where %1$s
            ) rows order by id
            """
                .formatted(which))
        .param("value", value)
        .query((row, _) ->
            new Row(
                String.join(
                    " ",
                    row.getString("action"),
                    row.getString("resource"),
                    row.getString("outcome"),
                    row.getString("reason")),
                row.getObject("resource_id", UUID.class),
                row.getObject("actor", UUID.class),
                row.getString("actor_role"),
                row.getObject("patient", UUID.class),
                row.getString("request_id")))
        .list();
  }
}
