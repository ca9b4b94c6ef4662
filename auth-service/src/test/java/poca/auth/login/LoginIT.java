package poca.auth.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.auth.Api;
import poca.auth.WholeService;
import poca.auth.limit.LoginLimits;
import poca.auth.limit.LoginLimits.Attempt;
import poca.testkit.world.Response;

@WholeService
class LoginIT {

  private static final String PASSWORD = "quite a good password";

  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired LoginLimits limits;

  @Test
  void a_login_is_a_form_in_either_encoding_or_json() {
    var email = Api.email();
    api.signUpDoctor(email, PASSWORD);
    var address = Map.of("X-Client-Address", Api.address());
    var multipart =
        "--b\r\nContent-Disposition: form-data; name=\"username\"\r\n\r\n"
            + email
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\n"
            + PASSWORD
            + "\r\n--b--\r\n";

    var answers =
        List.of(
            api.form(
                "/api/v1/auth/login",
                Map.of("grant_type", "password", "username", email, "password", PASSWORD),
                Api.address()),
            api.raw("/api/v1/auth/login", "multipart/form-data; boundary=b", multipart, address),
            api.post("/api/v1/auth/login", Map.of("username", email, "password", PASSWORD)),
            api.post("/api/v1/auth/login", Map.of("email", email, "password", PASSWORD)),
            api.login(" " + email.toUpperCase() + " ", PASSWORD));

    assertThat(answers)
        .allSatisfy(response -> {
          assertThat(response.status()).isEqualTo(200);
          assertThat(response.message()).isEqualTo("Login successful");
          assertThat(response.body().path("access_token").asString())
              .isEqualTo(response.field("access_token"));
          assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        });
    var missing = api.form("/api/v1/auth/login", Map.of("username", email), Api.address());
    assertThat(missing.status()).isEqualTo(422);
    assertThat(missing.mistake()).isEqualTo("password missing");
    assertThat(api.post("/api/v1/auth/login", Map.of("password", "x")).mistake())
        .isEqualTo("username missing");
    assertThat(api.raw("/api/v1/auth/login", "text/plain", "x", Map.of()).status()).isEqualTo(415);
    assertThat(api.raw("/api/v1/auth/login", "application/json", "{", Map.of()).mistake())
        .isEqualTo(" json_invalid");
  }

  @Test
  void a_wrong_password_and_an_unknown_account_get_the_same_answer() {
    var email = Api.email();
    api.signUpDoctor(email, PASSWORD);

    for (var response :
        List.of(
            api.login(email, "wrong"),
            api.login(Api.email(), "wrong"),
            api.login("no address \0 at all", "wrong"))) {
      assertThat(response.status()).isEqualTo(401);
      assertThat(response.code()).isEqualTo("AUTH_001");
      assertThat(response.message()).isEqualTo("Incorrect email or password");
      assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }
  }

  @Test
  void ten_failures_bar_the_pair_and_no_other() {
    var email = Api.email();
    api.signUpDoctor(email, PASSWORD);
    var address = Api.address();
    for (int i = 0; i < 10; i++) {
      assertThat(api.login(email, "wrong", address).status()).isEqualTo(401);
    }

    var barred = api.login(email.toUpperCase(), PASSWORD, address);

    assertThat(barred.status()).isEqualTo(429);
    assertThat(barred.code()).isEqualTo("AUTH_005");
    assertThat(Integer.parseInt(barred.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(800, 900);
    assertThat(api.login(email, PASSWORD).status()).isEqualTo(200);
    assertThat(api.login(WholeService.ADMIN, WholeService.ADMIN_PASSWORD, address).status())
        .isEqualTo(200);
  }

  @Test
  void an_address_is_believed_with_the_gateways_token_alone() {
    var email = Api.email();
    api.signUpDoctor(email, PASSWORD);
    var statuses = new ArrayList<Integer>();
    for (var proof : List.of("rubbish", api.serviceToken("directory-service"), api.adminToken())) {
      for (var i = 0; i < 5; i++) {
        var headers = Map.of("X-Client-Address", Api.address(), "X-POCA-Gateway", proof);
        var body = Map.of("username", email, "password", "wrong");
        statuses.add(api.post("/api/v1/auth/login", body, null, headers).status());
      }
    }

    assertThat(statuses.subList(0, 10)).containsOnly(401);
    assertThat(statuses.subList(10, 15)).containsOnly(429);
  }

  @Test
  void logins_without_an_account_are_barred_alike() {
    var email = Api.email();
    var address = "2001:db8:" + Integer.toHexString(email.hashCode() & 0xffff) + ":1::1";
    for (int i = 0; i < 10; i++) {
      assertThat(api.login(email, "wrong", address).status()).isEqualTo(401);
    }

    // another address of the same network
    assertThat(api.login(email, "wrong", address.replace("::1", "::abcd")).status()).isEqualTo(429);
  }

  @Test
  void a_success_clears_the_pair() {
    var email = Api.email();
    api.signUpDoctor(email, PASSWORD);
    var address = Api.address();
    for (int i = 0; i < 9; i++) {
      api.login(email, "wrong", address);
    }

    assertThat(api.login(email, PASSWORD, address).status()).isEqualTo(200);

    assertThat(api.login(email, "wrong", address).status()).isEqualTo(401);
    assertThat(api.login(email, PASSWORD, address).status()).isEqualTo(200);
  }

  @Test
  void failures_are_forgotten_after_fifteen_minutes() {
    var email = Api.email();
    api.signUpDoctor(email, PASSWORD);
    var address = Api.address();
    failures(10, email, address, Duration.ofMinutes(15).plusSeconds(1));

    assertThat(api.login(email, PASSWORD, address).status()).isEqualTo(200);
  }

  @Test
  void however_many_guess_at_once_ten_are_told_and_the_rest_barred() throws Exception {
    var email = Api.email();
    api.signUpDoctor(email, PASSWORD);
    var address = Api.address();

    var answers = atOnce(40, () -> api.login(email, "wrong", address));

    assertThat(answers).filteredOn(a -> a.status() == 401).hasSize(10);
    assertThat(answers).filteredOn(a -> a.status() == 429).hasSize(30);
    assertThat(api.login(email, PASSWORD, address).status()).isEqualTo(429);
  }

  @Test
  void many_right_logins_at_once_all_come_in() throws Exception {
    var email = Api.email();
    api.signUpDoctor(email, PASSWORD);
    var address = Api.address();

    var answers = atOnce(20, () -> api.login(email, PASSWORD, address));

    assertThat(answers).allSatisfy(a -> assertThat(a.status()).isEqualTo(200));
  }

  @Test
  void a_hundred_failures_over_all_accounts_bar_the_address() {
    var email = Api.email();
    api.signUpDoctor(email, PASSWORD);
    var address = Api.address();
    for (int i = 0; i < 20; i++) {
      failures(5, Api.email(), address, Duration.ofMinutes(1));
    }

    assertThat(api.login(email, PASSWORD, address).status()).isEqualTo(429);
    assertThat(api.login(email, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void a_stranger_cannot_lock_an_account_only_slow_down_those_it_does_not_know() {
    var email = Api.email();
    api.signUpDoctor(email, PASSWORD);
    var home = Api.address();
    assertThat(api.login(email, PASSWORD, home).status()).isEqualTo(200);
    for (int i = 0; i < 20; i++) {
      failures(5, email, Api.address(), Duration.ofMinutes(1));
    }

    var before = Instant.now();
    assertThat(api.login(email, PASSWORD, home).status()).isEqualTo(200);
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
    var elsewhere = Api.address();
    before = Instant.now();
    assertThat(api.login(email, PASSWORD, elsewhere).status()).isEqualTo(200);
    assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofSeconds(2));
    before = Instant.now();
    assertThat(api.login(email, PASSWORD, elsewhere).status()).isEqualTo(200);
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void what_was_typed_is_not_stored() {
    var typed = "my-secret-typed-into-the-wrong-field-" + Api.email();
    api.login(typed, "wrong");

    assertThat(
            jdbc.sql("select encode(login, 'escape') from login_failure")
                .query(String.class)
                .list())
        .noneMatch(stored -> stored.contains("my-secret"));
    limits.forget();
  }

  private void failures(int n, String login, String address, Duration ago) {
    for (int i = 0; i < n; i++) {
      jdbc.sql("insert into login_failure (login, address, at) values (:login, :address, :at)")
          .param("login", Attempt.of(login, address).login())
          .param("address", address)
          .param("at", OffsetDateTime.now(ZoneOffset.UTC).minus(ago))
          .update();
    }
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
