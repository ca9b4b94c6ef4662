package poca.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import poca.demo.AuthenticatorApp;
import poca.demo.Gateway;
import poca.demo.Login;
import poca.demo.Response;
import poca.stack.audit.InternalRoutes;
import poca.stack.home.LocalService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An account's life with its password lost, a second factor and two tabs, through the gateway.
@ExtendWith(SharedHouse.class)
class AccountsIT {

  private static final String PASSWORD = "a good long password";
  private static final String ANOTHER = "another good long password";
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static @Nullable House house;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    house = House.shared();
  }

  @Test
  void two_tabs_refresh_at_once_and_both_go_on() throws Exception {
    var first = signUp(email());
    var tabs = List.of(refreshToken(first), refreshToken(first));

    for (int round = 0; round < 20; round++) {
      List<Response> answers;
      try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
        var calls = tabs.stream().map(token -> pool.submit(() -> refresh(token))).toList();
        answers = List.of(calls.getFirst().get(), calls.getLast().get());
      }
      assertThat(answers).as("round %d", round).allMatch(response -> response.status() == 200);
      tabs = answers.stream().map(AccountsIT::refreshToken).toList();
      for (var response : answers) {
        assertThat(gateway().get(login(response), "/patients/" + userId(response)).status())
            .isEqualTo(200);
      }
    }
  }

  @Test
  void a_session_that_is_ended_from_elsewhere_is_refused_by_every_service() {
    var email = email();
    var phone = login(signUp(email));
    var lost = gateway().login(email, PASSWORD);
    var sessions = gateway().get(phone, "/auth/sessions").data();
    assertThat(sessions.path("total").asInt()).isEqualTo(2);
    var id =
        sessions
            .path("sessions")
            .valueStream()
            .filter(session -> !session.path("current").asBoolean())
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();

    assertThat(gateway().delete(phone, "/auth/sessions/" + id).status()).isEqualTo(204);

    for (var path : List.of("/chats", "/patients/" + lost.userId(), "/users/me")) {
      House.eventually(
          SOON, () -> assertThat(gateway().get(lost, path).status()).as(path).isEqualTo(401));
    }
    assertThat(gateway().get(phone, "/chats").status()).isEqualTo(200);
  }

  @Test
  void an_admins_link_brings_somebody_back_whatever_headers_say() throws Exception {
    var email = email();
    var user = login(signUp(email));
    var made = makeLink("/users/" + user.userId() + "/password-link", house().admin());
    var link = made.path("data").path("link").asString();
    assertThat(link).startsWith(house().url() + "/app/password#token=");

    var weak = complete(link, "short");
    assertThat(weak.status()).isEqualTo(422);
    assertThat(complete(link, ANOTHER).status()).isEqualTo(200);

    assertThat(complete(link, PASSWORD).errorCode()).isEqualTo("AUTH_001");
    House.eventually(SOON, () -> assertThat(gateway().get(user, "/chats").status()).isEqualTo(401));
    assertThat(gateway().login(email, ANOTHER).userId()).isEqualTo(user.userId());
  }

  @Test
  void the_operator_has_a_way_back_for_whoever_has_none() throws Exception {
    var email = email();
    signUp(email);
    var auth = URI.create("http://127.0.0.1:" + house().portOf(LocalService.AUTH_SERVICE));
    var secret =
        Objects.requireNonNull(
            house().environments().of(LocalService.AUTH_SERVICE).get("POCA_SERVICE_SECRET"));

    var made =
        new InternalRoutes(auth, "auth-service", secret)
            .post(auth, "/internal/accounts/password-link", Map.of("email", email));

    assertThat(complete(made.path("link").asString(), ANOTHER).status()).isEqualTo(200);
    assertThat(gateway().login(email, ANOTHER).email()).isEqualTo(email);
  }

  @Test
  void a_second_factor_stands_between_the_password_and_the_house() {
    var email = email();
    var user = login(signUp(email));
    var offer = gateway().post(user, "/auth/second-factor", Map.of("password", PASSWORD)).data();
    var secret = offer.path("secret").asString();
    var codes =
        gateway()
            .post(
                user,
                "/auth/second-factor/confirm",
                Map.of("code", AuthenticatorApp.code(secret, Instant.now())))
            .data()
            .path("recovery_codes");
    assertThat(codes).hasSize(10);
    assertThat(gateway().get(user, "/users/me").data().path("second_factor").asBoolean()).isTrue();

    var half = firstStep(email);
    assertThat(half.errorCode()).isEqualTo("AUTH_006");
    var token = half.envelope().path("data").path("details").path("mfa_token").asString();
    var pretender = new Login(email, user.userId(), "patient", token);
    for (var path : List.of("/users/me", "/chats", "/auth/sessions")) {
      assertThat(gateway().get(pretender, path).status()).isEqualTo(401);
    }

    var whole =
        gateway()
            .post(
                null,
                "/auth/login/second-factor",
                Map.of("mfa_token", token, "code", codes.path(0).asString()));
    assertThat(whole.status()).isEqualTo(200);
    assertThat(gateway().get(login(whole), "/chats").status()).isEqualTo(200);

    var admin = house().admin();
    var path = "/users/" + user.userId() + "/second-factor";
    assertThat(gateway().delete(admin, path).status()).isEqualTo(204);
    House.eventually(
        SOON, () -> assertThat(gateway().get(login(whole), "/chats").status()).isEqualTo(401));
    assertThat(gateway().login(email, PASSWORD).userId()).isEqualTo(user.userId());
  }

  /// As the demo does it, with an instance that asks it of patients.
  @Test
  void who_must_have_a_second_factor_gets_in_by_getting_one() throws Exception {
    var email = email();
    signUp(email);
    var port = freePort();
    var strict =
        house().another(LocalService.AUTH_SERVICE, port, Map.of("MFA_REQUIRED_ROLES", "patient"));
    try {
      House.awaitReady(port);
      house().auth().add(port);
      house().auth().remove(house().portOf(LocalService.AUTH_SERVICE));
      var client = new Gateway(URI.create(house().url()), house().secondFactors());

      var enrolled = client.login(email, PASSWORD);
      assertThat(client.get(enrolled, "/chats").status()).isEqualTo(200);
      House.eventually(
          PATIENCE, () -> assertThat(client.login(email, PASSWORD).role()).isEqualTo("patient"));

      var another = email();
      signUp(another);
      var details = firstStep(another).envelope().path("data").path("details");
      assertThat(details.path("enrol").asBoolean()).isTrue();
      var standIn = new Login(another, "", "patient", details.path("mfa_token").asString());
      assertThat(client.get(standIn, "/users/me").status()).isEqualTo(401);
      assertThat(client.post(standIn, "/auth/second-factor", Map.of()).status()).isEqualTo(200);
    } finally {
      house().auth().add(house().portOf(LocalService.AUTH_SERVICE));
      house().auth().remove(port);
      strict.destroy();
      strict.waitFor();
    }
  }

  private JsonNode makeLink(String path, Login admin) throws IOException, InterruptedException {
    var answer =
        http.send(
            HttpRequest.newBuilder(URI.create(house().url() + "/api/v1" + path))
                .header("Authorization", "Bearer " + admin.accessToken())
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example")
                .header("Origin", house().url())
                .POST(BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return new JsonMapper().readTree(answer.body());
  }

  private static Response complete(String link, String password) {
    return gateway()
        .post(
            null,
            "/auth/forgot-password/complete",
            Map.of("token", link.substring(link.indexOf('=') + 1), "new_password", password));
  }

  private static Response firstStep(String email) {
    return gateway().post(null, "/auth/login", Map.of("email", email, "password", PASSWORD));
  }

  private static Response signUp(String email) {
    return gateway()
        .post(
            null,
            "/auth/patient-signup",
            Map.of("email", email, "password", PASSWORD, "name", "Robin"));
  }

  private static Response refresh(String token) {
    return gateway().post(null, "/auth/refresh", Map.of("refresh_token", token));
  }

  private static String refreshToken(Response token) {
    return token.data().path("refresh_token").asString();
  }

  private static String userId(Response token) {
    return token.data().path("user_id").asString();
  }

  private static Login login(Response token) {
    return new Login("", userId(token), "patient", token.data().path("access_token").asString());
  }

  private static String email() {
    return "a" + UUID.randomUUID().toString().replace("-", "") + "@test.poca.example";
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Gateway gateway() {
    return house().gateway();
  }

  private static House house() {
    return Objects.requireNonNull(house);
  }
}
