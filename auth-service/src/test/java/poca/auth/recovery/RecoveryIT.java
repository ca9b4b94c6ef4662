package poca.auth.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import poca.auth.Api;
import poca.auth.WholeService;
import poca.auth.mail.AccountMail;
import poca.testkit.world.Response;

/// Links that set a new password, by an admin or the operator.
@WholeService
class RecoveryIT extends PasswordResetLinksTests {

  @Value("${local.server.port}")
  private int port;

  @Test
  void an_admins_link_sets_a_new_password_once_and_ends_every_session() {
    var email = Api.email();
    var user = api.signUpDoctor(email, PASSWORD);

    var made = link(user.field("user_id"));
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.data().propertyNames()).containsExactly("link", "expires_at");
    assertThat(Instant.parse(made.data().path("expires_at").asString()))
        .isBetween(
            Instant.now().plus(Duration.ofHours(23)), Instant.now().plus(Duration.ofHours(24)));
    assertThat(post.to(user.field("user_id")))
        .containsExactly(new AccountMail.PasswordLinkMade(id(user)));

    var set = complete(token(made), ANOTHER);

    assertThat(set.status()).isEqualTo(200);
    assertThat(set.message()).isEqualTo("Password reset successfully");
    assertThat(set.data().isNull()).isTrue();
    assertThat(api.login(email, ANOTHER).status()).isEqualTo(200);
    assertThat(api.login(email, PASSWORD).status()).isEqualTo(401);
    assertThat(api.get("/api/v1/users/me", user.field("access_token")).message())
        .isEqualTo("Session has ended");
    var again = complete(token(made), "a third good password");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.code()).isEqualTo("AUTH_001");
    assertThat(api.login(email, ANOTHER).status()).isEqualTo(200);
  }

  @Test
  void the_older_link_of_an_admin_ends_with_the_newer_and_both_with_a_new_password() {
    var user = api.signUpDoctor(Api.email(), PASSWORD);
    var older = link(user.field("user_id"));
    var newer = link(user.field("user_id"));

    assertThat(complete(token(older), ANOTHER).status()).isEqualTo(400);
    api.post(
        "/api/v1/auth/reset-password",
        Map.of("old_password", PASSWORD, "new_password", ANOTHER),
        user.field("access_token"));

    assertThat(complete(token(newer), "a third good password").status()).isEqualTo(400);
  }

  @Test
  void a_password_that_may_not_be_set_leaves_the_link_good() {
    var email = Api.email();
    var token = token(link(api.signUpDoctor(email, PASSWORD).field("user_id")));

    for (var refused : List.of("short", "password1", "x".repeat(129))) {
      assertThat(complete(token, refused).status()).isEqualTo(422);
      assertThat(complete(token, refused).mistake()).startsWith("new_password ");
    }
    assertThat(api.post(COMPLETE, Map.of("token", token)).mistake())
        .isEqualTo("new_password missing");
    assertThat(api.post(COMPLETE, Map.of("new_password", ANOTHER)).mistake())
        .isEqualTo("token missing");
    assertThat(complete(token, ANOTHER).status()).isEqualTo(200);
  }

  @Test
  void a_link_ends_with_its_time() throws Exception {
    var token = token(link(api.signUpDoctor(Api.email(), PASSWORD).field("user_id")));

    var late = clock.after(Duration.ofHours(24), () -> complete(token, ANOTHER));

    assertThat(late.status()).isEqualTo(400);
    assertThat(late.code()).isEqualTo("AUTH_001");
    assertThat(complete(UUID.randomUUID().toString(), ANOTHER).body().path("message"))
        .as("as one that never was")
        .isEqualTo(late.body().path("message"));
  }

  @Test
  void of_twenty_who_use_a_link_at_once_one_sets_the_password() throws Exception {
    var email = Api.email();
    var token = token(link(api.signUpDoctor(email, PASSWORD).field("user_id")));
    var calls = new ArrayList<Callable<Response>>();
    for (int i = 0; i < 20; i++) {
      var wanted = "a good password, number " + i;
      calls.add(() -> complete(token, wanted));
    }

    var answers = atOnce(calls);

    assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(a -> a.code().equals("AUTH_001")).hasSize(19);
    for (int i = 0; i < 20; i++) {
      assertThat(api.login(email, "a good password, number " + i).status())
          .isEqualTo(answers.get(i).status() == 200 ? 200 : 401);
    }
  }

  @Test
  void admins_make_links_for_others_who_are_there() {
    var doctor = api.signUpDoctor(Api.email(), PASSWORD);
    var path = "/api/v1/users/" + doctor.field("user_id") + "/password-link";

    var self = api.post(path, Map.of(), doctor.field("access_token"));
    assertThat(self.status()).isEqualTo(403);
    assertThat(self.message()).isEqualTo("Admin privileges required");
    assertThat(link(UUID.randomUUID().toString()).message()).isEqualTo("User not found");
    assertThat(link("me-too").status()).isEqualTo(422);
    var admin = api.login(WholeService.ADMIN, WholeService.ADMIN_PASSWORD);
    var own = link(admin.field("user_id"));
    assertThat(own.status()).isEqualTo(400);
    assertThat(own.code()).isEqualTo("BIZ_001");
    api.delete("/api/v1/users/" + doctor.field("user_id"), api.adminToken());
    assertThat(link(doctor.field("user_id")).status()).isEqualTo(404);
  }

  @Test
  void a_link_is_worth_nothing_while_its_account_is_not_active() {
    var user = api.signUpDoctor(Api.email(), PASSWORD);
    var token = token(link(user.field("user_id")));
    var account = "/api/v1/users/" + user.field("user_id");
    api.put(account, Map.of("is_active", false), api.adminToken());

    assertThat(complete(token, ANOTHER).status()).isEqualTo(400);
    assertThat(complete(token, ANOTHER).code()).isEqualTo("AUTH_001");

    api.put(account, Map.of("is_active", true), api.adminToken());
    assertThat(complete(token, ANOTHER).status()).isEqualTo(200);
  }

  @Test
  void the_operator_has_a_way_back_for_an_admin_and_no_other_service_has() {
    var path = "/internal/accounts/password-link";
    var body = Map.of("email", WholeService.ADMIN.toUpperCase());

    var made = api.post(path, body, api.serviceToken("auth-service"));

    assertThat(made.status()).isEqualTo(200);
    assertThat(made.body().path("link").asString()).startsWith(PREFIX);
    assertThat(api.post(path, body, api.serviceToken("directory-service")).status()).isEqualTo(403);
    assertThat(api.post(path, body, api.adminToken()).status()).isEqualTo(401);
    assertThat(api.post(path, body).status()).isEqualTo(401);
    assertThat(
            api.post(path, Map.of("email", Api.email()), api.serviceToken("auth-service")).status())
        .isEqualTo(404);
  }

  @Test
  void a_link_is_made_from_the_setting_whatever_the_headers_say() {
    var email = Api.email();
    var user = api.signUpDoctor(email, PASSWORD);
    var forged =
        Map.of(
            "X-Forwarded-Host", "evil.example",
            "X-Forwarded-Proto", "http",
            "Forwarded", "host=evil.example",
            "Origin", "https://evil.example",
            "Referer", "https://evil.example/",
            "X-Client-Address", Api.address());

    api.post(FORGOT, Map.of("email", email), null, forged);
    var made =
        api.post(
            "/api/v1/users/" + user.field("user_id") + "/password-link",
            Map.of(),
            api.adminToken(),
            forged);

    assertThat(letter(user.field("user_id")).link().toString()).startsWith(PREFIX);
    assertThat(made.data().path("link").asString()).startsWith(PREFIX);
  }

  /// The middle of many answers: the answer comes before anybody is looked up, so what is left is
  /// noise. By hand, since Java's own client does not let anybody lie about the host.
  @Test
  void a_link_does_not_point_to_the_host_that_a_request_names() throws IOException {
    var user = api.signUpDoctor(Api.email(), PASSWORD);
    var request =
        """
        POST /api/v1/users/%s/password-link HTTP/1.1
        Host: evil.example
        Authorization: Bearer %s
        Content-Length: 0
        Connection: close

        """
            .formatted(user.field("user_id"), api.adminToken())
            .replace("\n", "\r\n");
    String answer;
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    assertThat(answer).startsWith("HTTP/1.1 200").contains(PREFIX).doesNotContain("evil");
  }

  @Test
  void whoever_hammers_a_login_keeps_its_holder_from_no_way_back() {
    var email = Api.email();
    var user = api.signUpDoctor(email, PASSWORD);
    var stranger = Api.address();
    for (int i = 0; i < 12; i++) {
      api.login(email, "wrong", stranger);
      api.post(FORGOT, Map.of("email", email), null, Map.of("X-Client-Address", stranger));
    }

    assertThat(complete(token(link(user.field("user_id"))), ANOTHER).status()).isEqualTo(200);
    assertThat(api.login(email, ANOTHER).status()).isEqualTo(200);
  }

  @Test
  void no_token_is_stored_as_it_is() {
    var user = api.signUpDoctor(Api.email(), PASSWORD);
    var token = token(link(user.field("user_id")));

    var stored =
        jdbc.sql(
                "select encode(hash, 'escape') || ' ' || encode(hash, 'base64') from password_link")
            .query(String.class)
            .list();

    assertThat(token).hasSize(43);
    assertThat(stored).isNotEmpty().noneMatch(row -> row.contains(token));
  }
}
