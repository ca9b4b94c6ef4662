package poca.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import poca.access.session.SessionCheck.SessionStatus;

@Gateway
@ExtendWith(OutputCaptureExtension.class)
class LimitsIT {

  private static final int MIB = 1 << 20;

  @LocalServerPort private int port;
  private Client client;

  @BeforeEach
  void begin() {
    client = new Client(port);
    Stage.SERVICE.forget();
  }

  @Test
  void a_body_of_a_mebibyte_passes_and_more_does_not_announced_or_counted() throws Exception {
    var token = Stage.token();
    assertThat(put(token, BodyPublishers.ofByteArray(new byte[MIB])).status()).isEqualTo(200);
    assertThat(Stage.SERVICE.next().bodyLength()).isEqualTo(MIB);
    assertThat(put(token, chunked(MIB)).status()).isEqualTo(200);
    assertThat(Stage.SERVICE.next().bodyLength()).isEqualTo(MIB);

    tooLarge(put(token, BodyPublishers.ofByteArray(new byte[MIB + 1])));
    tooLarge(put(token, chunked(MIB + 1)));
  }

  private Client.Answer put(String token, BodyPublisher body) {
    return client.send(
        "/api/v1/users/me", token, r -> r.header("Content-Type", "application/json").PUT(body));
  }

  @Test
  void an_upload_may_be_larger_as_multipart_and_only_there() throws Exception {
    var token = Stage.token();
    assertThat(upload("/api/v1/documents/upload", token, chunked(3 * MIB)).status()).isEqualTo(200);
    assertThat(Stage.SERVICE.next().bodyLength()).isEqualTo(3 * MIB);

    tooLarge(upload("/api/v1/documents/upload", token, chunked(4 * MIB + 1)));
    tooLarge(
        upload("/api/v1/documents/upload", token, BodyPublishers.ofByteArray(new byte[5 * MIB])));
    tooLarge(upload("/api/v1/suggestions", token, chunked(2 * MIB)));
  }

  private Client.Answer upload(String path, String token, BodyPublisher body) {
    return client.send(
        path, token, r -> r.header("Content-Type", "multipart/form-data; boundary=b").POST(body));
  }

  @Test
  void a_body_without_end_is_cut_off_and_told_of_in_no_stack_trace(CapturedOutput output)
      throws Exception {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      var out = socket.getOutputStream();
      out.write(head("Transfer-Encoding: chunked"));
      var chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      var sent = 0L;
      try {
        while (sent < 256L * MIB) {
          out.write(chunk);
          sent += chunk.length;
        }
      } catch (IOException cutOff) {
        // as it should be
      }
      assertThat(sent).isLessThan(256L * MIB);
      assertThat(output.getAll()).doesNotContain("\tat ");
    }
  }

  private byte[] head(String framing) {
    return "PUT /api/v1/users/me HTTP/1.1\r\nHost: poca\r\n%s\r\nX-Forwarded-For: %s\r\nAuthorization: Bearer %s\r\n\r\n"
        .formatted(framing, client.address, Stage.token())
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static BodyPublisher chunked(int size) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size]));
  }

  private static void tooLarge(Client.Answer answer) {
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("VAL_001");
  }

  @Test
  void a_client_that_sends_on_after_the_answer_can_still_read_it() throws Exception {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      var out = socket.getOutputStream();
      out.write(head("Content-Length: " + 8 * MIB));
      while (socket.getInputStream().available() == 0) {
        Thread.onSpinWait(); // the answer is there before the body is sent
      }
      out.write(new byte[8 * MIB]);

      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 413 ").contains("VAL_001");
    }
  }

  @Test
  void who_asks_too_often_waits_and_nobody_else_does() {
    var busy = Stage.token();
    var answers =
        IntStream.range(0, 60)
            .parallel()
            .mapToObj(_ -> client.get("/api/v1/users/me", busy))
            .toList();

    var refused = answers.stream().filter(answer -> answer.status() == 429).toList();
    assertThat(refused).isNotEmpty().hasSizeLessThanOrEqualTo(40);
    assertThat(refused.getFirst().code()).isEqualTo("SRV_003");
    assertThat(refused.getFirst().header("Retry-After")).isEqualTo("1");
    assertThat(client.get("/api/v1/users/me", Stage.token()).status()).isEqualTo(200);
  }

  @Test
  void guessing_tokens_is_counted_against_the_address_and_not_against_its_accounts() {
    var account = Stage.token();
    assertThat(client.get("/api/v1/users/me", account).status()).isEqualTo(200);

    var guesses =
        IntStream.range(0, 60)
            .parallel()
            .mapToObj(i -> client.get("/api/v1/users/me", "guess" + i).status())
            .toList();

    assertThat(guesses).contains(401, 429);
    assertThat(client.get("/api/v1/users/me", account).status()).isEqualTo(200);
    assertThat(new Client(port).get("/", null).status()).isEqualTo(200);
  }

  @Test
  void what_is_not_there_and_who_is_barred_count_too() {
    var session = UUID.randomUUID();
    Stage.VERDICTS.put(session, SessionStatus.BARRED);
    var barred = Stage.token(claims -> claims.claim("sid", session.toString()));

    assertThat(statusesOf(60, "/api/v1/nothing", null)).containsOnly(404, 429);
    assertThat(statusesOf(60, "/api/v1/auth/login", null)).containsOnly(405, 429);
    assertThat(statusesOf(60, "/api/v1/users/", null)).containsOnly(307, 429);
    assertThat(statusesOf(60, "/api/v1/users/me", barred)).containsOnly(403, 429);
  }

  private Set<Integer> statusesOf(int times, String path, @Nullable String token) {
    var somebody = new Client(port);
    return IntStream.range(0, times)
        .parallel()
        .mapToObj(_ -> somebody.get(path, token).status())
        .collect(Collectors.toSet());
  }

  @Test
  void a_service_that_is_down_is_unavailable_at_once() {
    var begun = System.nanoTime();
    var answer = client.post("/api/v1/appointments", Stage.token(), "{}");

    unavailable(answer);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void a_write_that_gets_no_answer_in_time_is_no_success_and_is_not_sent_again() throws Exception {
    var before = Stage.SERVICE.arrived();

    unavailable(client.post("/api/v1/hospitals", Stage.token(), "{}"));

    assertThat(Stage.SERVICE.next().method()).isEqualTo("POST");
    assertThat(Stage.SERVICE.arrived()).isEqualTo(before + 1);
  }

  @Test
  void a_service_that_breaks_off_is_unavailable_and_is_not_asked_again() {
    var before = Stage.SERVICE.arrived();

    unavailable(client.get("/api/v1/ai/usage", Stage.token()));

    assertThat(Stage.SERVICE.arrived()).isEqualTo(before + 1);
  }

  @Test
  void a_stream_goes_on_beyond_the_time_limit_and_is_not_held_back() {
    var begun = System.nanoTime();
    var answer = client.get("/api/v1/events", Stage.token());

    assertThat(answer.http().body()).contains("data: 0", "data: 59");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(2));
  }

  private static void unavailable(Client.Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("SRV_002");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
  }
}
