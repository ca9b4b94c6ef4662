package poca.auth.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.auth.Api;
import poca.auth.FakePost;
import poca.auth.MovableClock;
import poca.testkit.world.Response;

/// What tests of second factors do.
abstract class FactorTests {

  static final String PASSWORD = "quite a good password";
  static final String FACTOR = "/api/v1/auth/second-factor";
  static final String CONFIRM = FACTOR + "/confirm";
  static final String CODES = FACTOR + "/recovery-codes";
  static final String REMOVE = FACTOR + "/remove";
  static final String SECOND_STEP = "/api/v1/auth/login/second-factor";
  static final Duration STEP = Duration.ofSeconds(30);

  @Autowired Api api;
  @Autowired FakePost post;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  /// Somebody with a second factor.
  record Person(String email, String id, String token, App app, List<String> recoveryCodes) {}

  /// Since some minutes, so that the codes of now are not used.
  Person enrolled() {
    return clock.after(
        Duration.ofMinutes(-2),
        () -> {
          var email = Api.email();
          var user = api.signUpDoctor(email, PASSWORD);
          var app = app(api.post(FACTOR, Map.of("password", PASSWORD), user.field("access_token")));
          var confirmed = api.post(CONFIRM, Map.of("code", app.code()), user.field("access_token"));
          assertThat(confirmed.status()).isEqualTo(200);
          return new Person(
              email, user.field("user_id"), user.field("access_token"), app, codes(confirmed));
        });
  }

  boolean secondFactor(String token) {
    return api.get("/api/v1/users/me", token).data().path("second_factor").asBoolean();
  }

  Response secondStep(Response first, String code, String address) {
    var token = first.details().path("mfa_token").asString();
    return api.json("POST", SECOND_STEP, Map.of("mfa_token", token, "code", code), null, address);
  }

  /// A whole login, from somewhere new.
  Response secondStep(Person person, String code) {
    var address = Api.address();
    return secondStep(api.login(person.email(), PASSWORD, address), code, address);
  }

  Response twice(String path, String password, String code, Person person) {
    return api.post(path, Map.of("password", password, "code", code), person.token());
  }

  Response refresh(Response user) {
    return api.post("/api/v1/auth/refresh", Map.of("refresh_token", user.field("refresh_token")));
  }

  App app(Response offered) {
    assertThat(offered.status()).isEqualTo(200);
    return new App(offered.data().path("secret").asString(), clock);
  }

  static List<String> codes(Response confirmed) {
    return confirmed.data().path("recovery_codes").valueStream().map(c -> c.asString()).toList();
  }

  long rows(String table, String account) {
    return jdbc.sql("select count(*) from " + table + " where account_id = cast(:id as uuid)")
        .param("id", account)
        .query(Long.class)
        .single();
  }

  static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token, "X-Client-Address", Api.address());
  }

  static Map<String, Object> with(Map<String, ?> body, String name, @Nullable Object value) {
    var more = new HashMap<String, Object>(body);
    more.put(name, value);
    return more;
  }

  static List<Response> atOnce(List<Callable<Response>> calls) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Response>();
      for (var future : threads.invokeAll(calls)) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}
