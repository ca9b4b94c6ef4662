package poca.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.auth.Api;
import poca.auth.FakeDirectory;
import poca.auth.FakeDirectory.Mood;
import poca.auth.WholeService;
import poca.testkit.world.Response;
import tools.jackson.databind.node.NullNode;

@WholeService
class SignUpIT {

  private static final String PASSWORD = "quite a good password";

  @Autowired Api api;
  @Autowired FakeDirectory directory;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void well() {
    directory.mood = Mood.WELL;
  }

  @ParameterizedTest
  @CsvSource({
    "/auth/doctor-signup, doctor, Doctor",
    "/auth/patient-signup, patient, Patient",
    "/auth/hospital-signup, hospital, Hospital",
    "/auth/doctor/signup, doctor, Doctor",
    "/auth/patient/signup, patient, Patient",
    "/auth/hospital/signup, hospital, Hospital"
  })
  void a_sign_up_makes_the_account_and_its_profile_and_logs_in(
      String path, String role, String said) {
    var email = Api.email();

    var response = api.post("/api/v1" + path, Api.signUp(email.toUpperCase(), PASSWORD));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.message()).isEqualTo(said + " account created successfully");
    var id = response.field("user_id");
    for (var token : List.of(response.data(), response.body())) {
      assertThat(token.path("token_type").asString()).isEqualTo("bearer");
      assertThat(token.path("expires_in").asInt()).isEqualTo(1800);
      assertThat(token.path("role").asString()).isEqualTo(role);
      assertThat(token.path("user_id").asString()).isEqualTo(id);
      assertThat(token.path("profile_id").asString()).isEqualTo(id);
      assertThat(token.path("access_token").asString()).isNotEmpty();
      assertThat(token.path("refresh_token").asString()).hasSize(43);
    }
    assertThat(directory.profile(id).path("name").asString()).isEqualTo("Dr. Test");
    var me = api.get("/api/v1/users/me", response.field("access_token"));
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.data().path("email").asString()).isEqualTo(email);
    assertThat(me.data().path("updated_at").isNull()).isTrue();
    // hospitals must have a second factor here, so that the right password is half of it
    assertThat(api.login(email, PASSWORD).code())
        .isEqualTo(role.equals("hospital") ? "AUTH_006" : "");
  }

  @Test
  void one_address_signs_up_sixty_times_an_hour_failed_ones_included_and_an_admin_does_not_count() {
    var address = Api.address();
    var taken = Api.email();
    assertThat(signUp(taken, address).status()).isEqualTo(200);
    var statuses = new ArrayList<Integer>();
    for (var i = 1; i < 60; i++) {
      statuses.add(signUp(taken, address).status());
    }
    assertThat(statuses).containsOnly(400);

    var late = signUp(Api.email(), address);

    assertThat(late.status()).isEqualTo(429);
    assertThat(late.code()).isEqualTo("SRV_003");
    assertThat(Integer.parseInt(late.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(3000, 3600);
    assertThat(signUp(Api.email(), Api.address()).status()).isEqualTo(200);
    var admin = api.login(WholeService.ADMIN, WholeService.ADMIN_PASSWORD).field("access_token");
    var body = Api.signUp(Api.email(), PASSWORD);
    body.put("role", "doctor");
    assertThat(api.json("POST", "/api/v1/auth/signup", body, admin, address).status())
        .isEqualTo(200);
  }

  private Response signUp(String email, String address) {
    return api.json(
        "POST", "/api/v1/auth/doctor-signup", Api.signUp(email, PASSWORD), null, address);
  }

  @Test
  void everything_a_patient_says_reaches_the_directory_and_nothing_else() {
    var body = Api.signUp(Api.email(), PASSWORD);
    body.putAll(
        Map.of(
            "dob", "1990-05-01T10:00:00Z",
            "gender", "female",
            "blood_group", "0+",
            "height", 170,
            "allergies", List.of("penicillin"),
            "conditions", List.of(),
            "emergency_contact_name", "Alex"));

    var id = api.post("/api/v1/auth/patient-signup", body).field("user_id");

    var profile = directory.profile(id);
    assertThat(profile.toString())
        .contains("\"dob\":\"1990-05-01\"", "\"gender\":\"female\"", "\"blood_group\":\"0+\"")
        .contains("\"height\":170", "\"allergies\":[\"penicillin\"]", "\"conditions\":[]")
        .contains("\"emergency_contact_name\":\"Alex\"")
        .doesNotContain("medications", "password", PASSWORD);
  }

  @Test
  void without_the_directory_there_is_no_account_and_the_email_is_free_at_once() {
    var email = Api.email();
    directory.mood = Mood.AWAY;

    var refused = api.signUpDoctor(email, PASSWORD);

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.code()).isEqualTo("SRV_002");
    assertThat(api.login(email, PASSWORD).status()).isEqualTo(401);
    directory.mood = Mood.WELL;
    await().until(() -> api.signUpDoctor(email, PASSWORD).status() == 200);
  }

  @Test
  void a_profile_whose_sign_up_failed_afterwards_is_taken_back() {
    var email = Api.email();
    directory.mood = Mood.BREAKS_AFTERWARDS;

    var refused = api.signUpDoctor(email, PASSWORD);

    assertThat(refused.status()).isEqualTo(503);
    directory.mood = Mood.WELL;
    await()
        .untilAsserted(() -> {
          assertThat(directory.profiles.keySet()).allMatch(this::hasAccount);
          assertThat(unfinished()).isZero();
        });
    assertThat(api.signUpDoctor(email, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void a_refusal_of_the_directory_is_passed_on_and_leaves_nothing() {
    var email = Api.email();
    directory.mood = Mood.REFUSES;

    var refused = api.post("/api/v1/auth/hospital-signup", Api.signUp(email, PASSWORD));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("RES_002");
    directory.mood = Mood.WELL;
    assertThat(api.signUpDoctor(email, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void a_sign_up_whose_service_died_is_swept_and_frees_its_email() {
    var email = Api.email();
    var id = UUID.randomUUID();
    directory.profiles.put(id.toString(), NullNode.getInstance());
    jdbc.sql(
            """
            insert into account (id, email, role, status, version, created_at)
            values (:id, :email, 'DOCTOR', 'PENDING', 0, :at)
            """)
        .param("id", id)
        .param("email", email)
        .param("at", OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(2))
        .update();

    await().untilAsserted(() -> assertThat(directory.struck).contains(id.toString()));
    assertThat(directory.profiles).doesNotContainKey(id.toString());
    assertThat(api.signUpDoctor(email, PASSWORD).status()).isEqualTo(200);
  }

  /// The email is taken before anything is hashed, so the bound on hashing (429) is met by none.
  @Test
  void of_two_hundred_sign_ups_with_one_email_one_succeeds_and_leaves_one_of_everything()
      throws Exception {
    var email = Api.email();
    var profiles = directory.profiles.size();
    var begin = OffsetDateTime.now(ZoneOffset.UTC);

    var answers = atOnce(200, () -> api.signUpDoctor(email, PASSWORD));

    assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(a -> a.status() != 200)
        .hasSize(199)
        .allSatisfy(a -> {
          assertThat(a.status()).isEqualTo(400);
          assertThat(a.code()).isEqualTo("RES_002");
          assertThat(a.message()).isEqualTo("Email already registered");
        });
    assertThat(directory.profiles).hasSize(profiles + 1);
    assertThat(since(begin, "account", "created_at")).isEqualTo(1);
    assertThat(since(begin, "credential", "changed_at")).isEqualTo(1);
    assertThat(since(begin, "session", "created_at")).isEqualTo(1);
    assertThat(api.login(email, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void many_sign_ups_at_once_all_succeed() throws Exception {
    var answers = atOnce(30, () -> api.signUpDoctor(Api.email(), PASSWORD));

    assertThat(answers).allSatisfy(a -> assertThat(a.status()).isEqualTo(200));
  }

  @Test
  void the_first_admin_is_made_at_the_start_and_has_no_profile() {
    var response = api.login(WholeService.ADMIN, WholeService.ADMIN_PASSWORD);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.data().path("role").asString()).isEqualTo("admin");
    assertThat(response.data().path("profile_id").isNull()).isTrue();
    assertThat(directory.profiles).doesNotContainKey(response.field("user_id"));
    var me = api.get("/api/v1/users/me", response.field("access_token"));
    assertThat(me.data().path("name").asString()).isEqualTo("first.admin");
  }

  @Test
  void admin_sign_up_is_for_admins_once_there_is_one() {
    var path = "/api/v1/auth/admin-signup";
    var doctor = api.signUpDoctor(Api.email(), PASSWORD);

    var stranger = api.post(path, Map.of("malformed", true));
    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.message()).isEqualTo("Not authenticated");
    assertThat(stranger.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    var refused = api.post(path, Map.of("malformed", true), doctor.field("access_token"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.message()).isEqualTo("Admin privileges required");
    var garbled = api.post(path, Api.signUp(Api.email(), PASSWORD), "garbled");
    assertThat(garbled.status()).isEqualTo(401);
    var made = api.post(path, Api.signUp(Api.email(), PASSWORD), api.adminToken());
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.message()).isEqualTo("Admin account created successfully");
  }

  @Test
  void an_admin_signs_up_others_of_any_role_and_gets_their_tokens() {
    var email = "ada.lovelace." + UUID.randomUUID() + "@poca.example";
    var body =
        new HashMap<String, Object>(
            Map.of("email", email, "password", PASSWORD, "role", "patient"));

    var made = api.post("/api/v1/auth/signup", body, api.adminToken());

    assertThat(made.status()).isEqualTo(200);
    assertThat(made.message()).isEqualTo("User account created successfully");
    assertThat(made.data().path("role").asString()).isEqualTo("patient");
    assertThat(directory.profile(made.field("user_id")).path("name").asString())
        .isEqualTo(email.substring(0, email.indexOf('@')));
    var me = api.get("/api/v1/users/me", made.field("access_token"));
    assertThat(me.data().path("name").isNull()).isTrue();
    body.put("email", Api.email());
    assertThat(api.post("/api/v1/auth/signup", body, made.field("access_token")).status())
        .isEqualTo(403);
    body.put("role", "king");
    var bad = api.post("/api/v1/auth/signup", body, api.adminToken());
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.mistake()).isEqualTo("role enum");
  }

  @Test
  void a_service_makes_an_account_and_is_told_of_it_but_no_person_may() {
    var body =
        Map.of(
            "email",
            Api.email(),
            "password",
            PASSWORD,
            "role",
            "patient",
            "name",
            "Parent",
            "profile",
            Map.of("name", "Parent", "age", 33));
    var service = api.serviceToken();

    assertThat(api.post("/internal/accounts", body).status()).isEqualTo(401);
    assertThat(api.post("/internal/accounts", body, api.adminToken()).status()).isEqualTo(401);
    var made = api.post("/internal/accounts", body, service);
    assertThat(made.status()).isEqualTo(200);
    var id = made.body().path("id").asString();
    assertThat(directory.profile(id).path("age").asInt()).isEqualTo(33);
    var known = api.get("/internal/accounts/" + id, service);
    assertThat(known.body().path("role").asString()).isEqualTo("patient");
    assertThat(known.body().path("active").asBoolean()).isTrue();
    assertThat(api.post("/internal/accounts", body, service).code()).isEqualTo("RES_002");
    assertThat(api.get("/internal/accounts/" + UUID.randomUUID(), service).status()).isEqualTo(404);
    assertThat(api.get("/api/v1/users/me", service).status()).isEqualTo(401);
  }

  @Test
  void no_service_makes_an_admin() {
    var body = Api.signUp(Api.email(), PASSWORD);
    body.put("role", "admin");

    assertThat(api.post("/internal/accounts", body, api.serviceToken()).status()).isEqualTo(403);

    assertThat(api.login(String.valueOf(body.get("email")), PASSWORD).status()).isEqualTo(401);
  }

  private long since(OffsetDateTime begin, String table, String time) {
    return jdbc.sql("select count(*) from %s where %s >= :begin".formatted(table, time))
        .param("begin", begin.truncatedTo(ChronoUnit.MILLIS))
        .query(Long.class)
        .single();
  }

  private boolean hasAccount(String id) {
    return jdbc.sql("select 1 from account where id = :id and status <> 'ABANDONED'")
        .param("id", UUID.fromString(id))
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private long unfinished() {
    return jdbc.sql("select count(*) from account where status in ('PENDING', 'ABANDONED')")
        .query(Long.class)
        .single();
  }

  private static List<Response> atOnce(int n, Callable<Response> call) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Response>();
      for (var future : threads.invokeAll(Collections.nCopies(n, call))) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}
