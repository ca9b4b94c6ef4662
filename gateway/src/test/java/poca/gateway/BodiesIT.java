package poca.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Bodies that do not come.
@Gateway
class BodiesIT {

  private static final int MANY = 15;

  @LocalServerPort private int port;
  private Client client;

  @BeforeEach
  void begin() {
    client = new Client(port);
    Stage.SERVICE.forget();
  }

  @Test
  void they_take_no_place_at_a_service_hold_nobody_up_and_are_late_in_the_end() throws Exception {
    var token = Stage.token();
    var before = Stage.SERVICE.arrived();
    var hogs = new ArrayList<Socket>();
    for (var i = 0; i < MANY; i++) {
      hogs.add(begun(token, i % 2 == 0 ? "Content-Length: 100" : "Transfer-Encoding: chunked"));
    }

    var other = Stage.token();
    for (var i = 0; i < 10; i++) {
      var begun = System.nanoTime();
      assertThat(client.post("/api/v1/messages", other, "{}").status()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    }
    assertThat(Stage.SERVICE.arrived()).isEqualTo(before + 10);
    for (var hog : hogs) {
      assertThat(whatComes(hog)).startsWith("HTTP/1.1 408 ").contains("\"VAL_001\"");
    }
    assertThat(Stage.SERVICE.arrived()).isEqualTo(before + 10);
  }

  @Test
  void whoever_is_refused_and_does_not_come_to_an_end_loses_the_connection() throws Exception {
    var begun = System.nanoTime();
    for (var hog : List.of(begun("rubbish", "Content-Length: 100"))) {
      assertThat(whatComes(hog)).startsWith("HTTP/1.1 401 ");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void what_comes_in_pieces_arrives_whole_and_with_its_length() throws Exception {
    var socket = begun(Stage.token(), "Connection: close\r\nTransfer-Encoding: chunked");
    socket.getOutputStream().write("2\r\nab\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

    assertThat(whatComes(socket)).startsWith("HTTP/1.1 200 ");
    var seen = Stage.SERVICE.next();
    assertThat(seen.bodyLength()).isEqualTo(3);
    assertThat(seen.headers()).containsEntry("Content-Length", "3");
  }

  /// A request of which the first byte of the body has come.
  private Socket begun(String token, String framing) throws IOException {
    var socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(10_000);
    var first = framing.contains("chunked") ? "1\r\n{\r\n" : "{";
    socket
        .getOutputStream()
        .write(
            "POST /api/v1/messages HTTP/1.1\r\nHost: poca\r\nContent-Type: application/json\r\nX-Forwarded-For: %s\r\nAuthorization: Bearer %s\r\n%s\r\n\r\n%s"
                .formatted(client.address, token, framing, first)
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String whatComes(Socket socket) throws IOException {
    try (socket) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
