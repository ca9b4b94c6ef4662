package poca.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@Gateway
@ExtendWith(OutputCaptureExtension.class)
class RequestsIT {

  @LocalServerPort private int port;
  private Client client;

  @BeforeEach
  void begin() {
    client = new Client(port);
    Stage.SERVICE.forget();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/nothing",
        "/internal/sessions/1",
        "/oauth2/token",
        "/access/chats/1",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/actuator/env",
        "/actuator/prometheus",
        "/actuator/gateway/routes",
        "/api/v1/users//me",
        "/api/v1//users/me",
        "//api/v1/users/me",
        "/api/v1/users/..;/me",
        "/api/v1/users;a=b/me",
        "/api/v1/users/%2e%2e/me",
        "/api/v1/users%2fme",
        "/api/v1/users/%252e",
        "/api/v1/auth/../users/me",
        "/api/v1/documents/x%2fdownload",
        "/api/v1/nothing/"
      })
  void an_unknown_or_doubtful_path_is_not_found(String path) throws Exception {
    var before = Stage.SERVICE.arrived();

    var answer = client.rawGet(path, "Authorization: Bearer " + Stage.token());

    assertThat(answer).startsWith("HTTP/1.1 404").contains("\"RES_001\"").contains("\"Not Found\"");
    assertThat(Stage.SERVICE.arrived()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/%", "/api/v1/%zz", "/a|b", "/a{b}", "/a\\b", "/a\"b", "/^"})
  void what_is_no_address_is_refused_in_the_envelope_too(String target) throws Exception {
    assertThat(client.rawGet(target))
        .startsWith("HTTP/1.1 400")
        .contains("\"status_code\":400")
        .containsIgnoringCase("x-request-id:");
  }

  @Test
  void headers_that_are_too_large_are_refused_in_the_envelope_too() throws Exception {
    assertThat(client.rawGet("/", "X-Long: " + "x".repeat(20_000)))
        .startsWith("HTTP/1.1 431")
        .contains("\"status_code\":431")
        .containsIgnoringCase("x-request-id:");
    assertThat(client.rawGet("/" + "x".repeat(10_000)))
        .startsWith("HTTP/1.1 414")
        .contains("\"status_code\":414");
  }

  @Test
  void what_has_two_lengths_or_another_host_is_still_one_request() throws Exception {
    var token = "Authorization: Bearer " + Stage.token() + "\r\n";
    var smuggled =
        client.raw(
            "PUT /api/v1/users/me HTTP/1.1\r\nHost: poca\r\nConnection: close\r\n"
                + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"
                + token
                + "\r\n0\r\n\r\nGET /api/v1/audit HTTP/1.1\r\nHost: poca\r\n"
                + token
                + "\r\n");
    assertThat(smuggled.split("HTTP/1.1 ")).hasSize(2);

    assertThat(client.rawGet("http://evil.example/internal/sessions/1")).startsWith("HTTP/1.1 404");
    assertThat(client.raw("BREW /api/v1/chats HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 405")
        .contains("\"BIZ_001\"");
    assertThat(client.raw("GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n"))
        .doesNotStartWith("HTTP/1.1 5");
  }

  @Test
  void a_wrong_method_is_told_the_right_ones() {
    var answer = client.send("/api/v1/users/me", Stage.token(), r -> r.DELETE());

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, PUT");
    assertThat(answer.code()).isEqualTo("BIZ_001");
    assertThat(answer.message()).isEqualTo("Method Not Allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a[]=1", "a=%5B|", "a={b}", "a=`", "a=^", "a=\"b\"", "a=<b>", "a=\\", "a=\u00fc"})
  void a_query_beyond_the_letter_of_the_rule_is_malformed_and_reaches_nobody(String query)
      throws Exception {
    var before = Stage.SERVICE.arrived();

    var answer =
        client.rawGet("/api/v1/users/me?" + query, "Authorization: Bearer " + Stage.token());

    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .contains("\"VAL_001\"")
        .containsIgnoringCase("x-request-id:");
    assertThat(Stage.SERVICE.arrived()).isEqualTo(before);
  }

  @Test
  void a_header_block_has_as_many_lines_as_a_service_takes() throws Exception {
    var many = new String[120];
    Arrays.fill(many, "X-A: 1");
    assertThat(client.rawGet("/", many)).startsWith("HTTP/1.1 431").contains("\"VAL_001\"");
    var most = Arrays.copyOf(many, 96);
    assertThat(client.rawGet("/", most)).startsWith("HTTP/1.1 200");
  }

  @Test
  void head_is_answered_as_get_without_the_body() throws Exception {
    for (var path :
        new String[] {
          "/",
          "/api/v1/docs",
          "/api/v1/redoc",
          "/api/v1/openapi.json",
          "/.well-known/jwks.json",
          "/health",
          "/api/v1/users/me",
          "/api/v1/nothing"
        }) {
      var token = path.equals("/api/v1/users/me") ? Stage.token() : null;
      var get = client.get(path, token);
      var head = client.send(path, token, r -> r.method("HEAD", BodyPublishers.noBody()));

      assertThat(head.status()).as(path).isEqualTo(get.status());
      assertThat(head.http().body()).isEmpty();
      assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    }
    Stage.SERVICE.forget();
    client.send("/api/v1/users/me", Stage.token(), r -> r.method("HEAD", BodyPublishers.noBody()));
    assertThat(Stage.SERVICE.next().method()).isEqualTo("HEAD");
    var stream =
        client.send(
            "/api/v1/events", Stage.token(), r -> r.method("HEAD", BodyPublishers.noBody()));
    assertThat(stream.status()).isEqualTo(405);
  }

  @Test
  void requests_that_come_in_one_piece_have_an_answer_each() throws Exception {
    var one = "GET /api/v1/users/me HTTP/1.1\r\nHost: poca\r\nAuthorization: Bearer ";
    var sent =
        (one + Stage.token() + "\r\n\r\n").repeat(2)
            + "PUT /api/v1/users/me HTTP/1.1\r\nHost: poca\r\nContent-Length: 2\r\nAuthorization: Bearer "
            + Stage.token()
            + "\r\n\r\n{}"
            + "GET / HTTP/1.1\r\nHost: poca\r\nConnection: close\r\n\r\n"
            + "GET / HTTP/1.1\r\nHost: poca\r\n\r\n";

    var answers = client.raw(sent).split("HTTP/1.1 ");

    assertThat(answers).hasSize(5);
    assertThat(answers[1]).startsWith("200").contains("Request successful");
    assertThat(answers[3]).startsWith("200").contains("Request successful");
    assertThat(answers[4]).startsWith("200").contains("Welcome");
    assertThat(Stage.SERVICE.next().method()).isEqualTo("GET");
    assertThat(Stage.SERVICE.next().method()).isEqualTo("GET");
    assertThat(Stage.SERVICE.next())
        .satisfies(put -> {
          assertThat(put.method()).isEqualTo("PUT");
          assertThat(put.bodyLength()).isEqualTo(2);
        });
  }

  @Test
  void what_was_asked_stands_in_no_log(CapturedOutput output) throws Exception {
    for (var target :
        new String[] {
          "/api/v1/users/me?token=s3cr3t[",
          "/s3cr3t|",
          "/api/v1/%s3cr3t",
          "/api/v1/s3cr3t",
          "http://s3cr3t:99999/",
          "/api/v1/documents/s3cr3t/download?token=s3cr3t",
          "s3cr3t"
        }) {
      client.rawGet(target);
    }
    client.rawGet("/", "X-s3cr3t: " + "s3cr3t".repeat(4000));
    client.rawGet("/", "s3cr3t: a", "s3cr3t s3cr3t");

    assertThat(output.getAll()).doesNotContain("s3cr3t");
  }

  @Test
  void a_slash_at_the_end_is_redirected_with_its_query() {
    var answer = client.get("/api/v1/users/?skip=1&limit=2%20", null);

    assertThat(answer.status()).isEqualTo(307);
    assertThat(answer.header("Location")).isEqualTo("/api/v1/users?skip=1&limit=2%20");
  }

  @Test
  void path_and_query_arrive_as_they_were_sent() throws Exception {
    var target = "/api/v1/users/not%20an%20id?q=a%20b%2Fc+d&x=%7B%7D&y=";

    client.get(target, Stage.token());

    assertThat(Stage.SERVICE.next().uri()).isEqualTo(target);
  }

  @Test
  void what_only_we_may_set_is_set_by_us() throws Exception {
    client.send(
        "/api/v1/users/me",
        Stage.token(),
        r ->
            r.header("X-Request-ID", "mine")
                .header("X-Client-Address", "1.1.1.1")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "for=1.1.1.1")
                .header("X-Real-IP", "1.1.1.1")
                .header("X-POCA-Role", "admin")
                .header("X-Original-URL", "/internal")
                .header("X-HTTP-Method-Override", "DELETE")
                .header("Cookie", "a=b")
                .header("user-entity-id", "an-entity")
                .header("Accept-Language", "de")
                .GET());

    var headers = Stage.SERVICE.next().headers();
    assertThat(UUID.fromString(headers.get("X-Request-ID")).version()).isEqualTo(7);
    assertThat(headers)
        .containsEntry("X-Client-Address", client.address)
        .containsEntry("user-entity-id", "an-entity")
        .containsEntry("Accept-Language", "de")
        .doesNotContainKeys(
            "X-Forwarded-Host",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "Forwarded",
            "X-Real-IP",
            "X-POCA-Role",
            "X-Original-URL",
            "X-HTTP-Method-Override",
            "Cookie");
  }

  @Test
  void a_client_cannot_have_our_headers_removed_by_naming_them_in_connection() throws Exception {
    client.raw(
        "GET /api/v1/users/me HTTP/1.1\r\nHost: poca\r\nX-Secret: 1\r\nX-Forwarded-For: "
            + client.address
            + "\r\nConnection: close, X-Client-Address, X-Request-ID, Authorization, X-Secret\r\n"
            + "Authorization: Bearer "
            + Stage.token()
            + "\r\n\r\n");

    assertThat(Stage.SERVICE.next().headers())
        .containsEntry("X-Client-Address", client.address)
        .containsKeys("X-Request-ID", "Authorization")
        .doesNotContainKey("X-Secret");
  }

  @Test
  void an_upgrade_on_a_route_that_is_no_socket_is_an_ordinary_request() throws Exception {
    var answer =
        client.raw(
            "GET /api/v1/users/me HTTP/1.1\r\nHost: poca\r\nConnection: Upgrade\r\n"
                + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer "
                + Stage.token()
                + "\r\n\r\nGET / HTTP/1.1\r\nHost: poca\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 200");
    assertThat(Stage.SERVICE.next().headers())
        .doesNotContainKeys("Upgrade", "Sec-WebSocket-Key", "Sec-WebSocket-Version");
  }

  @Test
  void every_answer_bears_the_headers_of_the_contract_and_none_that_tell_of_the_inside() {
    for (var answer :
        new Client.Answer[] {
          client.get("/", null),
          client.get("/api/v1/nothing", null),
          client.get("/api/v1/users/me", Stage.token())
        }) {
      assertThat(answer.header("X-Request-ID")).isNotBlank();
      assertThat(answer.http().headers().allValues("X-Request-ID")).hasSize(1);
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("Set-Cookie")).isNull();
      assertThat(answer.header("Server")).isNull();
      assertThat(answer.header("X-Powered-By")).isNull();
    }
  }

  @Test
  void a_download_keeps_the_services_own_headers_and_may_take_its_time() {
    var answer = client.get("/api/v1/documents/7/download", null);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.http().body()).isEqualTo("abcd");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=60");
    assertThat(answer.header("Content-Security-Policy")).isEqualTo("sandbox");
  }

  @Test
  void a_page_of_an_allowed_origin_may_ask_and_read() {
    var preflight =
        client.send(
            "/api/v1/users/me",
            null,
            r ->
                r.method("OPTIONS", BodyPublishers.noBody())
                    .header("Origin", "http://localhost:3000")
                    .header("Access-Control-Request-Method", "PUT")
                    .header("Access-Control-Request-Headers", "authorization, user-entity-id"));

    assertThat(preflight.status()).isEqualTo(200);
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
    assertThat(preflight.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PUT", "DELETE");
    assertThat(preflight.header("Access-Control-Allow-Headers"))
        .isEqualTo("authorization, user-entity-id");
    assertThat(preflight.header("Access-Control-Max-Age")).isEqualTo("600");

    var refusal =
        client.send(
            "/api/v1/users/me", null, r -> r.header("Origin", "http://localhost:3000").GET());
    assertThat(refusal.status()).isEqualTo(401);
    assertThat(refusal.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
    assertThat(refusal.header("Vary")).contains("Origin");
  }

  @Test
  void a_page_of_another_origin_may_not() {
    var preflight =
        client.send(
            "/api/v1/users/me",
            null,
            r ->
                r.method("OPTIONS", BodyPublishers.noBody())
                    .header("Origin", "http://evil.example")
                    .header("Access-Control-Request-Method", "PUT"));
    assertThat(preflight.status()).isEqualTo(403);
    assertThat(preflight.header("Access-Control-Allow-Origin")).isNull();

    var answer = client.send("/", null, r -> r.header("Origin", "http://evil.example").GET());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
  }
}
