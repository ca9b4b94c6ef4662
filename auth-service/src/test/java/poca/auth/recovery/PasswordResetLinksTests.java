package poca.auth.recovery;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.auth.Api;
import poca.auth.FakePost;
import poca.auth.MovableClock;
import poca.auth.WholeService;
import poca.auth.mail.AccountMail;
import poca.contracts.UserId;
import poca.testkit.world.Response;

/// What tests of the ways back do.
abstract class PasswordResetLinksTests {

  static final String PASSWORD = "quite a good password";
  static final String ANOTHER = "another good password";
  static final String FORGOT = "/api/v1/auth/forgot-password";
  static final String COMPLETE = "/api/v1/auth/forgot-password/complete";
  static final String PREFIX = WholeService.APP + "/password#token=";

  @Autowired Api api;
  @Autowired FakePost post;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  Response link(String user) {
    return api.post("/api/v1/users/" + user + "/password-link", Map.of(), api.adminToken());
  }

  Response complete(String token, String wanted) {
    return api.post(COMPLETE, Map.of("token", token, "new_password", wanted));
  }

  static String token(Response made) {
    var link = made.data().path("link").asString();
    assertThat(link).startsWith(PREFIX);
    return link.substring(PREFIX.length());
  }

  AccountMail.ForgottenPassword letter(String user) {
    await()
        .until(
            () -> post.to(user).stream().anyMatch(AccountMail.ForgottenPassword.class::isInstance));
    return post.to(user).stream()
        .filter(AccountMail.ForgottenPassword.class::isInstance)
        .map(AccountMail.ForgottenPassword.class::cast)
        .findFirst()
        .orElseThrow();
  }

  static UserId id(Response user) {
    return UserId.of(user.field("user_id"));
  }

  long waiting() {
    return jdbc.sql("select count(*) from forgotten_password").query(Long.class).single();
  }

  long links(String user) {
    return jdbc.sql("select count(*) from password_link where account_id = cast(:id as uuid)")
        .param("id", user)
        .query(Long.class)
        .single();
  }

  /// Without what is new in every answer.
  static Map<String, List<String>> shown(Response response) {
    return response.headers().map().entrySet().stream()
        .filter(header -> !List.of("x-request-id", "date").contains(header.getKey()))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  long nanos(String email) {
    var before = System.nanoTime();
    assertThat(api.post(FORGOT, Map.of("email", email)).status()).isEqualTo(200);
    return System.nanoTime() - before;
  }

  static long middle(List<Long> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }

  static List<Response> atOnce(int n, Callable<Response> call) throws Exception {
    return atOnce(Collections.nCopies(n, call));
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
