package poca.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
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
import poca.auth.MovableClock;
import poca.auth.WholeService;
import poca.auth.token.OpaqueToken;
import poca.contracts.fact.SessionFact.SessionEnded;
import poca.contracts.fact.SessionFact.SessionsAsOf;
import poca.testkit.world.Response;

@WholeService
class SessionIT {

  private static final String PASSWORD = "quite a good password";

  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired WholeService.Heard heard;
  @Autowired SessionHeartbeat heartbeat;
  @Autowired MovableClock clock;

  @Test
  void a_refresh_gives_new_tokens_of_the_same_session() throws Exception {
    var first = api.signUpDoctor(Api.email(), PASSWORD);

    var second = refresh(first.field("refresh_token"));
    var third =
        api.form(
            "/api/v1/auth/refresh",
            Map.of("refresh_token", second.field("refresh_token")),
            Api.address());

    for (var response : List.of(second, third)) {
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.message()).isEqualTo("Token refreshed successfully");
      assertThat(response.body().path("refresh_token").asString())
          .isEqualTo(response.field("refresh_token"));
      assertThat(sid(response.field("access_token"))).isEqualTo(sid(first.field("access_token")));
      assertThat(me(response.field("access_token")).status()).isEqualTo(200);
    }
    assertThat(
            List.of(
                first.field("refresh_token"),
                second.field("refresh_token"),
                third.field("refresh_token")))
        .doesNotHaveDuplicates();
  }

  @Test
  void a_refresh_token_that_comes_again_later_ends_the_session() throws Exception {
    var first = api.signUpDoctor(Api.email(), PASSWORD);
    var second = refresh(first.field("refresh_token"));

    var replayed = clock.after(Duration.ofSeconds(11), () -> refresh(first.field("refresh_token")));

    assertThat(replayed.status()).isEqualTo(401);
    assertThat(replayed.code()).isEqualTo("AUTH_003");
    assertThat(refresh(second.field("refresh_token")).status()).isEqualTo(401);
    assertThat(refresh(first.field("refresh_token")).status())
        .as("an end has no grace")
        .isEqualTo(401);
    for (var token : List.of(first.field("access_token"), second.field("access_token"))) {
      assertThat(me(token).status()).isEqualTo(401);
      assertThat(me(token).message()).isEqualTo("Session has ended");
    }
  }

  @Test
  void an_answer_that_was_lost_is_asked_for_again() throws Exception {
    var first = api.signUpDoctor(Api.email(), PASSWORD);
    refresh(first.field("refresh_token"));

    var again = clock.after(Duration.ofMillis(9_500), () -> refresh(first.field("refresh_token")));

    assertThat(again.status()).isEqualTo(200);
    var next = refresh(again.field("refresh_token"));
    assertThat(next.status()).isEqualTo(200);
    assertThat(me(next.field("access_token")).status()).isEqualTo(200);
  }

  @Test
  void of_many_refreshes_at_once_four_are_answered_and_more_end_the_session() throws Exception {
    var first = api.signUpDoctor(Api.email(), PASSWORD);

    var answers = atOnce(8, () -> refresh(first.field("refresh_token")));

    var given = answers.stream().filter(a -> a.status() == 200).toList();
    assertThat(given).hasSize(4);
    assertThat(given)
        .extracting(response -> response.field("refresh_token"))
        .doesNotHaveDuplicates();
    assertThat(answers).filteredOn(a -> a.status() == 401).hasSize(4);
    assertThat(me(given.getFirst().field("access_token")).status()).isEqualTo(401);
    assertThat(refresh(given.getFirst().field("refresh_token")).status()).isEqualTo(401);
  }

  @Test
  void siblings_are_alternatives_and_count_as_used_when_one_of_them_is() throws Exception {
    var first = api.signUpDoctor(Api.email(), PASSWORD);
    var one = refresh(first.field("refresh_token"));
    var other = refresh(first.field("refresh_token"));
    var used = refresh(one.field("refresh_token"));

    var within = clock.after(Duration.ofSeconds(5), () -> refresh(other.field("refresh_token")));
    assertThat(within.status()).as("its own ten seconds begin then").isEqualTo(200);
    var late = clock.after(Duration.ofSeconds(11), () -> refresh(other.field("refresh_token")));

    assertThat(late.status()).isEqualTo(401);
    assertThat(me(used.field("access_token")).message()).isEqualTo("Session has ended");
  }

  @Test
  void only_the_newest_rotated_token_gets_a_sibling() {
    var first = api.signUpDoctor(Api.email(), PASSWORD);
    var second = refresh(first.field("refresh_token"));
    var third = refresh(second.field("refresh_token"));

    assertThat(refresh(first.field("refresh_token")).status())
        .as("ten seconds or not")
        .isEqualTo(401);
    assertThat(refresh(third.field("refresh_token")).status()).isEqualTo(401);
  }

  @Test
  void a_session_that_was_logged_out_has_no_grace() {
    var first = api.signUpDoctor(Api.email(), PASSWORD);
    var second = refresh(first.field("refresh_token"));
    api.post("/api/v1/auth/logout", Map.of(), second.field("access_token"));

    assertThat(refresh(first.field("refresh_token")).status()).isEqualTo(401);
    assertThat(refresh(second.field("refresh_token")).status()).isEqualTo(401);
  }

  /// Each tab has the token that it was given, and both wake up at the same moment.
  @Test
  void two_tabs_that_refresh_two_hundred_times_at_once_stay_in() throws Exception {
    var user = api.signUpDoctor(Api.email(), PASSWORD);
    var tabs = List.of(user.field("refresh_token"), user.field("refresh_token"));

    for (int round = 0; round < 200; round++) {
      var answers = atOnce(tabs.stream().<Callable<Response>>map(t -> () -> refresh(t)).toList());
      assertThat(answers).as("round %d", round).allMatch(response -> response.status() == 200);
      tabs = answers.stream().map(response -> response.field("refresh_token")).toList();
      if (round % 50 == 49) {
        assertThat(answers)
            .allMatch(response -> me(response.field("access_token")).status() == 200);
      }
    }
  }

  @Test
  void an_unknown_and_an_expired_refresh_token_are_refused_and_end_nothing() {
    var user = api.signUpDoctor(Api.email(), PASSWORD);
    jdbc.sql("update refresh_token set expires_at = :past where hash = :hash")
        .param("past", OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1))
        .param("hash", OpaqueToken.digest(user.field("refresh_token")))
        .update();

    for (var token : List.of(user.field("refresh_token"), "unknown", "")) {
      assertThat(refresh(token).status()).isEqualTo(401);
      assertThat(refresh(token).code()).isEqualTo("AUTH_003");
    }
    assertThat(api.post("/api/v1/auth/refresh", Map.of()).mistake())
        .isEqualTo("refresh_token missing");
    assertThat(me(user.field("access_token")).status()).isEqualTo(200);
    assertThat(
            jdbc.sql("select encode(hash, 'escape') from refresh_token").query(String.class).list())
        .doesNotContain(user.field("refresh_token"));
  }

  @Test
  void logout_ends_one_session_and_logout_all_every_one() {
    var email = Api.email();
    var one = api.signUpDoctor(email, PASSWORD);
    var two = api.login(email, PASSWORD);
    var three = api.login(email, PASSWORD);

    var out = api.post("/api/v1/auth/logout", Map.of(), one.field("access_token"));

    assertThat(out.status()).isEqualTo(200);
    assertThat(out.message()).isEqualTo("Logged out successfully");
    assertThat(out.data().isNull()).isTrue();
    assertThat(me(one.field("access_token")).status()).isEqualTo(401);
    assertThat(refresh(one.field("refresh_token")).status()).isEqualTo(401);
    assertThat(me(two.field("access_token")).status()).isEqualTo(200);
    assertThat(api.post("/api/v1/auth/logout-all", Map.of(), two.field("access_token")).status())
        .isEqualTo(200);
    assertThat(me(two.field("access_token")).status()).isEqualTo(401);
    assertThat(me(three.field("access_token")).status()).isEqualTo(401);
    await()
        .untilAsserted(() ->
            assertThat(heard.sessions)
                .filteredOn(f ->
                    f instanceof SessionEnded ended
                        && ended.account().toString().equals(one.field("user_id")))
                .hasSize(3));
    assertThat(api.login(email, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void a_new_password_ends_all_sessions_and_the_old_one_is_worth_nothing() {
    var email = Api.email();
    var user = api.signUpDoctor(email, PASSWORD);
    var path = "/api/v1/auth/reset-password";

    var wrong =
        api.post(
            path,
            Map.of("old_password", "wrong", "new_password", "another good password"),
            user.field("access_token"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.code()).isEqualTo("AUTH_001");
    var weak =
        api.post(
            path,
            Map.of("old_password", "wrong", "new_password", "short"),
            user.field("access_token"));
    assertThat(weak.mistake()).isEqualTo("new_password string_too_short");
    var reset =
        api.post(
            path,
            Map.of("old_password", PASSWORD, "new_password", "another good password"),
            user.field("access_token"));

    assertThat(reset.status()).isEqualTo(200);
    assertThat(reset.message()).isEqualTo("Password reset successfully");
    assertThat(me(user.field("access_token")).status()).isEqualTo(401);
    assertThat(refresh(user.field("refresh_token")).status()).isEqualTo(401);
    assertThat(api.login(email, PASSWORD).status()).isEqualTo(401);
    assertThat(api.login(email, "another good password").status()).isEqualTo(200);
  }

  @Test
  void other_services_may_ask_how_a_session_stands() throws Exception {
    var user = api.signUpDoctor(Api.email(), PASSWORD);
    var service = api.serviceToken();
    var path =
        "/internal/sessions/"
            + sid(user.field("access_token"))
            + "?account="
            + user.field("user_id");

    assertThat(verdict(path, service)).isEqualTo("live");
    assertThat(api.get(path, user.field("access_token")).status()).isEqualTo(401);
    api.post("/api/v1/auth/logout", Map.of(), user.field("access_token"));
    assertThat(verdict(path, service)).isEqualTo("ended");
    api.put("/api/v1/users/" + user.field("user_id"), Map.of("is_active", false), api.adminToken());
    assertThat(verdict(path, service)).isEqualTo("barred");
  }

  @Test
  void heartbeats_come_twice_a_second_and_after_what_they_cover() {
    // those of tests that moved the clock are ahead of their time, and were heard before
    var earlier = heard.sessions.size();
    var user = api.signUpDoctor(Api.email(), PASSWORD);
    api.post("/api/v1/auth/logout", Map.of(), user.field("access_token"));
    var loggedOut = Instant.now();

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() ->
            heard.sessions.stream()
                .skip(earlier)
                .anyMatch(f -> f instanceof SessionsAsOf(var at) && at.isAfter(loggedOut)));

    var heardSince = List.copyOf(heard.sessions);
    var facts = heardSince.subList(earlier, heardSince.size());
    var covering =
        facts.indexOf(
            facts.stream()
                .filter(f -> f instanceof SessionsAsOf(var at) && at.isAfter(loggedOut))
                .findFirst()
                .orElseThrow());
    assertThat(facts.subList(0, covering))
        .anyMatch(f ->
            f instanceof SessionEnded ended
                && ended.account().toString().equals(user.field("user_id")));
    assertThat(heartbeat.asOf()).isAfter(loggedOut);
  }

  private String verdict(String path, String token) {
    return api.get(path, token).body().path("verdict").asString();
  }

  private Response me(String token) {
    return api.get("/api/v1/users/me", token);
  }

  private Response refresh(String token) {
    return api.post("/api/v1/auth/refresh", Map.of("refresh_token", token));
  }

  private static String sid(String token) throws Exception {
    return SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("sid");
  }

  private static List<Response> atOnce(int n, Callable<Response> call) throws Exception {
    return atOnce(Collections.nCopies(n, call));
  }

  private static List<Response> atOnce(List<Callable<Response>> calls) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Response>();
      for (var future : threads.invokeAll(calls)) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}
