package poca.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import poca.access.session.SessionCheck.SessionStatus;

@Gateway
class CallersIT {

  private static final String PATH = "/api/v1/users/me";

  @LocalServerPort private int port;
  private Client client;

  @BeforeEach
  void begin() {
    client = new Client(port);
    Stage.SERVICE.forget();
  }

  @Test
  void a_good_token_reaches_the_service_and_so_does_its_repeat() throws Exception {
    var token = Stage.token();

    assertThat(client.get(PATH, token).status()).isEqualTo(200);
    assertThat(client.get(PATH, token).status()).isEqualTo(200);

    assertThat(Stage.SERVICE.next().headers()).containsEntry("Authorization", "Bearer " + token);
    assertThat(Stage.SERVICE.next().uri()).isEqualTo(PATH);
  }

  @Test
  void without_a_bearer_token_nobody_is_authenticated() {
    refused(client.get(PATH, null), "Not authenticated", "AUTH_003");
    refused(
        client.send(PATH, null, r -> r.header("Authorization", "Basic YTpi").GET()),
        "Not authenticated",
        "AUTH_003");
    refused(
        client.send(PATH, null, r -> r.header("Authorization", "Bearer ").GET()),
        "Not authenticated",
        "AUTH_003");
  }

  @Test
  void what_we_did_not_sign_with_rs256_is_no_token() throws Exception {
    var claims = Stage.claims().build();
    var symmetric =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), claims);
    symmetric.sign(new MACSigner(Stage.KEY.toRSAPublicKey().getEncoded()));

    for (var token :
        new String[] {
          "rubbish",
          "a.b.c",
          new PlainJWT(claims).serialize(),
          symmetric.serialize(),
          Stage.signed(claims, Stage.STRANGE_KEY),
          Stage.signed(claims, Stage.key("unknown")),
          withItsOwnKey()
        }) {
      refused(client.get(PATH, token), "Invalid token format", "AUTH_003");
    }
  }

  private static String withItsOwnKey() throws JOSEException {
    var key = Stage.key("first");
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("first")
                .jwk(key.toPublicJWK())
                .jwkURL(java.net.URI.create(Stage.SERVICE.address() + "/.well-known/jwks.json"))
                .build(),
            Stage.claims().build());
    jwt.sign(new com.nimbusds.jose.crypto.RSASSASigner(key));
    return jwt.serialize();
  }

  @Test
  void an_expired_token_is_told_so() {
    var past = Date.from(Instant.now().minus(Duration.ofMinutes(1)));
    refused(
        client.get(PATH, Stage.token(claims -> claims.expirationTime(past))),
        "Token has expired",
        "AUTH_002");
  }

  @Test
  void a_token_that_expires_while_it_is_remembered_is_refused() throws Exception {
    var soon = Date.from(Instant.now().plus(Duration.ofSeconds(2)));
    var token = Stage.token(claims -> claims.expirationTime(soon));
    assertThat(client.get(PATH, token).status()).isEqualTo(200);

    Thread.sleep(Duration.between(Instant.now(), soon.toInstant()).plusMillis(50));

    refused(client.get(PATH, token), "Token has expired", "AUTH_002");
  }

  @Test
  void a_token_for_something_else_is_refused() {
    for (var token :
        new String[] {
          Stage.token(claims -> claims.issuer("http://elsewhere")),
          Stage.token(claims -> claims.audience("other")),
          Stage.token(claims -> claims.claim("type", "service")),
          Stage.token(claims -> claims.claim("type", null)),
          Stage.token(claims -> claims.claim("sid", null)),
          Stage.token(claims -> claims.claim("role", "root")),
          Stage.token(claims -> claims.subject("me")),
          Stage.token(claims -> claims.expirationTime(null)),
          Stage.token(
              claims -> claims.notBeforeTime(Date.from(Instant.now().plus(Duration.ofMinutes(1)))))
        }) {
      refused(client.get(PATH, token), "Could not validate credentials", "AUTH_003");
    }
  }

  @Test
  void an_ended_session_and_a_barred_account_are_refused_though_the_token_is_remembered() {
    var session = UUID.randomUUID();
    var token = Stage.token(claims -> claims.claim("sid", session.toString()));
    assertThat(client.get(PATH, token).status()).isEqualTo(200);

    Stage.VERDICTS.put(session, SessionStatus.ENDED);
    refused(client.get(PATH, token), "Session has ended", "AUTH_003");

    Stage.VERDICTS.put(session, SessionStatus.BARRED);
    var barred = client.get(PATH, token);
    assertThat(barred.status()).isEqualTo(403);
    assertThat(barred.message()).isEqualTo("Account is deactivated");
    assertThat(barred.code()).isEqualTo("AUTH_004");

    Stage.VERDICTS.put(session, SessionStatus.UNKNOWN);
    var unknown = client.get(PATH, token);
    assertThat(unknown.status()).isEqualTo(503);
    assertThat(unknown.code()).isEqualTo("SRV_002");
  }

  @Test
  void only_auth_service_is_shown_who_says_where_a_client_is_and_no_client_can_say_it()
      throws Exception {
    client.send(
        "/api/v1/auth/login",
        null,
        r ->
            r.header("X-POCA-Gateway", "mine")
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
    assertThat(Stage.SERVICE.next().headers())
        .containsEntry("X-POCA-Gateway", FakeService.GATEWAYS_OWN)
        .containsEntry("X-Client-Address", client.address);

    client.send("/api/v1/chats", Stage.token(), r -> r.header("X-POCA-Gateway", "mine").GET());
    assertThat(Stage.SERVICE.next().headers()).doesNotContainKey("X-POCA-Gateway");
  }

  @Test
  void a_public_route_ignores_whatever_token_is_sent() throws Exception {
    assertThat(client.post("/api/v1/auth/login", "rubbish", "{}").status()).isEqualTo(200);

    assertThat(Stage.SERVICE.next().headers()).doesNotContainKey("Authorization");
  }

  @Test
  void where_a_token_is_optional_none_passes_and_a_bad_one_does_not() throws Exception {
    var path = "/api/v1/auth/admin-signup";
    assertThat(client.post(path, null, "{}").status()).isEqualTo(200);
    assertThat(Stage.SERVICE.next().headers()).doesNotContainKey("Authorization");

    refused(client.post(path, "rubbish", "{}"), "Invalid token format", "AUTH_003");

    var token = Stage.token();
    assertThat(client.post(path, token, "{}").status()).isEqualTo(200);
    assertThat(Stage.SERVICE.next().headers()).containsEntry("Authorization", "Bearer " + token);
  }

  @Test
  void what_stands_in_for_a_token_is_judged_by_the_service_and_passes_there_alone()
      throws Exception {
    var standIn = "hV3tXn0cF8yq2JZ6wE1rUoPmKdAsLbG9iQ7xT4vNz5k";
    for (var path :
        new String[] {"/api/v1/auth/second-factor", "/api/v1/auth/second-factor/confirm"}) {
      assertThat(client.post(path, standIn, "{}").status()).isEqualTo(200);
      assertThat(Stage.SERVICE.next().headers())
          .containsEntry("Authorization", "Bearer " + standIn);
      assertThat(client.post(path, null, "{}").status()).isEqualTo(200);
      assertThat(Stage.SERVICE.next().headers()).doesNotContainKey("Authorization");
      refused(client.post(path, "a.b.c", "{}"), "Invalid token format", "AUTH_003");
    }

    refused(client.get(PATH, standIn), "Invalid token format", "AUTH_003");
    refused(
        client.post("/api/v1/auth/second-factor/remove", standIn, "{}"),
        "Invalid token format",
        "AUTH_003");
  }

  private static void refused(Client.Answer answer, String message, String code) {
    assertThat(answer.status()).as(message).isEqualTo(401);
    assertThat(answer.message()).isEqualTo(message);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(answer.json().path("status").asBoolean()).isFalse();
    assertThat(answer.json().path("data").path("details").isObject()).isTrue();
    assertThat(answer.json().path("data").path("request_id").asString())
        .isEqualTo(answer.header("X-Request-ID"));
  }
}
