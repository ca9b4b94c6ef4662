package poca.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What Tomcat answers by itself, on the wire.
@SpringBootTest(
    classes = EdgeApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.location=classpath:poca-platform.yml",
      "spring.application.name=edge",
      "spring.kafka.bootstrap-servers=127.0.0.1:1",
      "poca.body-time=500ms",
      "management.endpoint.health.validate-group-membership=false"
    })
class ContainerTest {

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /open?a[]=1 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /open|x HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /open HTTP/1.1\r\n\r\n",
        "GET /open HTTP/1.1\r\nHost: x\r\nbad name: 1\r\n\r\n",
        "G\u0001T /open HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /open HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
      })
  void a_request_that_it_cannot_read_is_refused_in_the_envelope(String request) throws IOException {
    var answer = answerTo(request);

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"error_code\":\"VAL_001\"");
    assertThat(answer).containsIgnoringCase("X-Request-ID: ").doesNotContainIgnoringCase("<html");
  }

  @Test
  void headers_that_are_too_large_or_too_many_are_refused_in_the_envelope() throws IOException {
    var large = "GET /open HTTP/1.1\r\nHost: x\r\nA: " + "x".repeat(50_000) + "\r\n\r\n";
    var many = "GET /open HTTP/1.1\r\nHost: x\r\n" + "A: 1\r\n".repeat(300) + "\r\n";

    for (var request : new String[] {large, many}) {
      assertThat(answerTo(request))
          .startsWith("HTTP/1.1 4")
          .contains("\"error_code\":\"VAL_001\"")
          .doesNotContainIgnoringCase("<html");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/*", "nonsense", "application/json;=", "text/plain"})
  void a_body_of_no_single_type_is_415(String type) throws IOException {
    var answer =
        answerTo(
            "POST /made HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: "
                + type
                + "\r\nContent-Length: 18\r\n\r\n{\"first_name\":\"a\"}");

    assertThat(answer).startsWith("HTTP/1.1 415 ").contains("\"error_code\":\"VAL_001\"");
  }

  @Test
  void what_the_gateway_lets_in_is_served() throws IOException {
    var large = "GET /open HTTP/1.1\r\nHost: x\r\nA: " + "x".repeat(30_000) + "\r\n\r\n";
    var many = "GET /open HTTP/1.1\r\nHost: x\r\n" + "A: 1\r\n".repeat(200) + "\r\n";

    assertThat(answerTo(large)).startsWith("HTTP/1.1 200 ");
    assertThat(answerTo(many)).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void a_body_that_comes_too_slowly_is_late_and_its_connection_ends() throws Exception {
    try (var socket = new Socket("localhost", port)) {
      socket.setSoTimeout(5_000);
      var out = socket.getOutputStream();
      out.write(
          "POST /made HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
              .getBytes(StandardCharsets.US_ASCII));
      for (var i = 0; i < 100 && socket.getInputStream().available() == 0; i++) {
        out.write(' ');
        Thread.sleep(100);
      }

      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 408 ")
          .contains("\"error_code\":\"VAL_001\"");
    }
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
