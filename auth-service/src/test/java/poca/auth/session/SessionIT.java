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

    var second = refresh(first.refreshToken());
    var third =
        api.form(
            "/api/v1/auth/refresh", Map.of("refresh_token", second.refreshToken()), Api.address());

    for (var answer : List.of(second, third)) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.message()).isEqualTo("Token refreshed successfully");
      assertThat(answer.body().path("refresh_token").asString()).isEqualTo(answer.refreshToken());
      assertThat(sid(answer.accessToken())).isEqualTo(sid(first.accessToken()));
      assertThat(me(answer.accessToken()).status()).isEqualTo(200);
    }
    assertThat(List.of(first.refreshToken(), second.refreshToken(), third.refreshToken()))
        .doesNotHaveDuplicates();
  }

  @Test
  void a_refresh_token_that_comes_again_later_ends_the_session() throws Exception {
    var first = api.signUpDoctor(Api.email(), PASSWORD);
    var second = refresh(first.refreshToken());

    var replayed = clock.after(Duration.ofSeconds(11), () -> refresh(first.refreshToken()));

    assertThat(replayed.status()).isEqualTo(401);
    assertThat(replayed.code()).isEqualTo("AUTH_003");
    assertThat(refresh(second.refreshToken()).status()).isEqualTo(401);
    assertThat(refresh(first.refreshToken()).status()).as("an end has no grace").isEqualTo(401);
    for (var token : List.of(first.accessToken(), second.accessToken())) {
      assertThat(me(token).status()).isEqualTo(401);
      assertThat(me(token).message()).isEqualTo("Session has ended");
    }
  }

  @Test
  void an_answer_that_was_lost_is_asked_for_again() throws Exception {
    var first = api.signUpDoctor(Api.email(), PASSWORD);
    refresh(first.refreshToken());

    var again = clock.after(Duration.ofMillis(9_500), () -> refresh(first.refreshToken()));

    assertThat(again.status()).isEqualTo(200);
    var next = refresh(again.refreshToken());
    assertThat(next.status()).isEqualTo(200);
    assertThat(me(next.accessToken()).status()).isEqualTo(200);
  }

  @Test
  void of_many_refreshes_at_once_four_are_answered_and_more_end_the_session() throws Exception {
    var first = api.signUpDoctor(Api.email(), PASSWORD);

    var answers = atOnce(8, () -> refresh(first.refreshToken()));

    var given = answers.stream().filter(a -> a.status() == 200).toList();
    assertThat(given).hasSize(4);
    assertThat(given).extracting(Api.Answer::refreshToken).doesNotHaveDuplicates();
    assertThat(answers).filteredOn(a -> a.status() == 401).hasSize(4);
    assertThat(me(given.getFirst().accessToken()).status()).isEqualTo(401);
    assertThat(refresh(given.getFirst().refreshToken()).status()).isEqualTo(401);
  }

  @Test
  void siblings_are_alternatives_and_count_as_used_when_one_of_them_is() throws Exception {
    var first = api.signUpDoctor(Api.email(), PASSWORD);
    var one = refresh(first.refreshToken());
    var other = refresh(first.refreshToken());
    var used = refresh(one.refreshToken());

    var within = clock.after(Duration.ofSeconds(5), () -> refresh(other.refreshToken()));
    assertThat(within.status()).as("its own ten seconds begin then").isEqualTo(200);
    var late = clock.after(Duration.ofSeconds(11), () -> refresh(other.refreshToken()));

    assertThat(late.status()).isEqualTo(401);
    assertThat(me(used.accessToken()).message()).isEqualTo("Session has ended");
  }

  @Test
  void only_the_newest_rotated_token_gets_a_sibling() {
    var first = api.signUpDoctor(Api.email(), PASSWORD);
    var second = refresh(first.refreshToken());
    var third = refresh(second.refreshToken());

    assertThat(refresh(first.refreshToken()).status()).as("ten seconds or not").isEqualTo(401);
    assertThat(refresh(third.refreshToken()).status()).isEqualTo(401);
  }

  @Test
  void a_session_that_was_logged_out_has_no_grace() {
    var first = api.signUpDoctor(Api.email(), PASSWORD);
    var second = refresh(first.refreshToken());
    api.post("/api/v1/auth/logout", Map.of(), second.accessToken());

    assertThat(refresh(first.refreshToken()).status()).isEqualTo(401);
    assertThat(refresh(second.refreshToken()).status()).isEqualTo(401);
  }

  /// Each tab has the token that it was given, and both wake up at the same moment.
  @Test
  void two_tabs_that_refresh_two_hundred_times_at_once_stay_in() throws Exception {
    var user = api.signUpDoctor(Api.email(), PASSWORD);
    var tabs = List.of(user.refreshToken(), user.refreshToken());

    for (int round = 0; round < 200; round++) {
      var answers = atOnce(tabs.stream().<Callable<Api.Answer>>map(t -> () -> refresh(t)).toList());
      assertThat(answers).as("round %d", round).allMatch(answer -> answer.status() == 200);
      tabs = answers.stream().map(Api.Answer::refreshToken).toList();
      if (round % 50 == 49) {
        assertThat(answers).allMatch(answer -> me(answer.accessToken()).status() == 200);
      }
    }
  }

  @Test
  void an_unknown_and_an_expired_refresh_token_are_refused_and_end_nothing() {
    var user = api.signUpDoctor(Api.email(), PASSWORD);
    jdbc.sql("update refresh_token set expires_at = :past where hash = :hash")
        .param("past", OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1))
        .param("hash", OpaqueToken.digest(user.refreshToken()))
        .update();

    for (var token : List.of(user.refreshToken(), "unknown", "")) {
      assertThat(refresh(token).status()).isEqualTo(401);
      assertThat(refresh(token).code()).isEqualTo("AUTH_003");
    }
    assertThat(api.post("/api/v1/auth/refresh", Map.of()).complaint())
        .isEqualTo("refresh_token missing");
    assertThat(me(user.accessToken()).status()).isEqualTo(200);
    assertThat(
            jdbc.sql("select encode(hash, 'escape') from refresh_token").query(String.class).list())
        .doesNotContain(user.refreshToken());
  }

  @Test
  void logout_ends_one_session_and_logout_all_every_one() {
    var email = Api.email();
    var one = api.signUpDoctor(email, PASSWORD);
    var two = api.login(email, PASSWORD);
    var three = api.login(email, PASSWORD);

    var out = api.post("/api/v1/auth/logout", Map.of(), one.accessToken());

    assertThat(out.status()).isEqualTo(200);
    assertThat(out.message()).isEqualTo("Logged out successfully");
    assertThat(out.data().isNull()).isTrue();
    assertThat(me(one.accessToken()).status()).isEqualTo(401);
    assertThat(refresh(one.refreshToken()).status()).isEqualTo(401);
    assertThat(me(two.accessToken()).status()).isEqualTo(200);
    assertThat(api.post("/api/v1/auth/logout-all", Map.of(), two.accessToken()).status())
        .isEqualTo(200);
    assertThat(me(two.accessToken()).status()).isEqualTo(401);
    assertThat(me(three.accessToken()).status()).isEqualTo(401);
    await()
        .untilAsserted(() ->
            assertThat(heard.sessions)
                .filteredOn(f ->
                    f instanceof SessionEnded ended
                        && ended.account().toString().equals(one.userId()))
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
            user.accessToken());
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.code()).isEqualTo("AUTH_001");
    var weak =
        api.post(
            path, Map.of("old_password", "wrong", "new_password", "short"), user.accessToken());
    assertThat(weak.complaint()).isEqualTo("new_password string_too_short");
    var reset =
        api.post(
            path,
            Map.of("old_password", PASSWORD, "new_password", "another good password"),
            user.accessToken());

    assertThat(reset.status()).isEqualTo(200);
    assertThat(reset.message()).isEqualTo("Password reset successfully");
    assertThat(me(user.accessToken()).status()).isEqualTo(401);
    assertThat(refresh(user.refreshToken()).status()).isEqualTo(401);
    assertThat(api.login(email, PASSWORD).status()).isEqualTo(401);
    assertThat(api.login(email, "another good password").status()).isEqualTo(200);
  }

  @Test
  void other_services_may_ask_how_a_session_stands() throws Exception {
    var user = api.signUpDoctor(Api.email(), PASSWORD);
    var service = api.serviceToken();
    var path = "/internal/sessions/" + sid(user.accessToken()) + "?account=" + user.userId();

    assertThat(verdict(path, service)).isEqualTo("live");
    assertThat(api.get(path, user.accessToken()).status()).isEqualTo(401);
    api.post("/api/v1/auth/logout", Map.of(), user.accessToken());
    assertThat(verdict(path, service)).isEqualTo("ended");
    api.put("/api/v1/users/" + user.userId(), Map.of("is_active", false), api.adminToken());
    assertThat(verdict(path, service)).isEqualTo("barred");
  }

  @Test
  void heartbeats_come_twice_a_second_and_after_what_they_cover() {
    // those of tests that moved the clock are ahead of their time, and were heard before
    var earlier = heard.sessions.size();
    var user = api.signUpDoctor(Api.email(), PASSWORD);
    api.post("/api/v1/auth/logout", Map.of(), user.accessToken());
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
            f instanceof SessionEnded ended && ended.account().toString().equals(user.userId()));
    assertThat(heartbeat.asOf()).isAfter(loggedOut);
  }

  private String verdict(String path, String token) {
    return api.get(path, token).body().path("verdict").asString();
  }

  private Api.Answer me(String token) {
    return api.get("/api/v1/users/me", token);
  }

  private Api.Answer refresh(String token) {
    return api.post("/api/v1/auth/refresh", Map.of("refresh_token", token));
  }

  private static String sid(String token) throws Exception {
    return SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("sid");
  }

  private static List<Api.Answer> atOnce(int n, Callable<Api.Answer> call) throws Exception {
    return atOnce(Collections.nCopies(n, call));
  }

  private static List<Api.Answer> atOnce(List<Callable<Api.Answer>> calls) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Api.Answer>();
      for (var future : threads.invokeAll(calls)) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}
