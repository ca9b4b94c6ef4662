package poca.access.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What Spring Security's firewall refuses, on the wire.
@SpringBootTest(
    classes = EdgeApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.location=classpath:poca-platform.yml,classpath:poca-access.yml",
      "spring.application.name=edge",
      "spring.kafka.bootstrap-servers=127.0.0.1:1",
      "management.endpoint.health.validate-group-membership=false",
      "poca.public-routes=GET /open"
    })
class FirewallTest {

  @LocalServerPort int port;

  @Test
  void a_header_that_nobody_may_read_is_refused_in_the_envelope() throws IOException {
    var answer = answerTo("GET /open HTTP/1.1\r\nHost: x\r\nRange: bytes=\u0085-\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"error_code\":\"VAL_001\"");
    assertThat(answerTo("GET /open HTTP/1.1\r\nHost: x\r\nRange: bytes=0-\r\n\r\n"))
        .startsWith("HTTP/1.1 200 ");
  }

  private String answerTo(String request) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      socket.setSoTimeout(5_000);
      var bytes = request.replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n");
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
