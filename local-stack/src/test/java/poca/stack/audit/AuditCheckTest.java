package poca.stack.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditCheckTest {

  private static final String RIGHT =
      "{\"service\": \"x\", \"entries\": 5, \"bad\": null, \"witness\": \"ASKED\"}";
  private static final String COPIES =
      "[{\"service\": \"%s\", \"entries\": %d, \"bad_position\": %s, \"owner\": \"%s\"}]";

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private HttpServer http;

  @BeforeEach
  void start() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext(
        "/",
        exchange -> {
          var path = exchange.getRequestURI().getPath();
          var answer =
              path.equals("/oauth2/token") ? "{\"access_token\": \"t\"}" : answers.get(path);
          var bytes = String.valueOf(answer).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer == null ? 503 : 200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    http.start();
    answers.put("/internal/audit/verdict", RIGHT);
    answers.put(
        "/internal/audit/copies", COPIES.formatted("directory-service", 5, "null", "ASKED"));
  }

  @AfterEach
  void stop() {
    http.stop(0);
  }

  private List<CheckResult> findings() throws InterruptedException {
    var url = URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    var services = new LinkedHashMap<String, URI>();
    services.put("directory-service", url);
    return new AuditCheck(services, new InternalRoutes(url, "gateway", "secret"), Duration.ZERO)
        .run();
  }

  private CheckResult finding() throws InterruptedException {
    assertThat(findings()).hasSize(1);
    return findings().getFirst();
  }

  @Test
  void a_chain_that_is_proven_witnessed_and_copied_is_right() throws InterruptedException {
    assertThat(finding())
        .isEqualTo(
            new CheckResult(
                "directory-service", true, "5 entries proven; witness asked; copy the same"));
  }

  @Test
  void the_first_bad_row_is_named() throws InterruptedException {
    answers.put(
        "/internal/audit/verdict",
        """
        {"service": "x", "entries": 5, "bad": {"wrong": "FORGED", "position": 6, "id": "some-id"},
         "witness": "ASKED"}
        """);

    assertThat(finding().right()).isFalse();
    assertThat(finding().words())
        .startsWith("FORGED at position 6, row some-id; 5 entries before it proven");
  }

  @Test
  void what_was_not_asked_is_not_right() throws InterruptedException {
    answers.put("/internal/audit/verdict", RIGHT.replace("ASKED", "OUT_OF_REACH"));
    assertThat(finding().right()).isFalse();
    assertThat(finding().words()).contains("OUT OF REACH");

    answers.put("/internal/audit/verdict", RIGHT.replace("ASKED", "SILENT"));
    assertThat(finding().right()).isFalse();
    assertThat(finding().words()).contains("REMEMBERS NOTHING");

    answers.remove("/internal/audit/verdict");
    assertThat(finding().right()).isFalse();
    assertThat(finding().words()).isEqualTo("was not asked: it answered 503");
  }

  @Test
  void a_copy_that_is_another_shorter_or_not_there_is_not_right() throws InterruptedException {
    answers.put("/internal/audit/copies", COPIES.formatted("directory-service", 2, "3", "ASKED"));
    assertThat(finding().right()).isFalse();
    assertThat(finding().words()).contains("COPY IS ANOTHER from position 3");

    answers.put(
        "/internal/audit/copies", COPIES.formatted("directory-service", 3, "null", "ASKED"));
    assertThat(finding().right()).isFalse();
    assertThat(finding().words()).contains("COPY LACKS the last 2");

    answers.put(
        "/internal/audit/copies", COPIES.formatted("directory-service", 5, "null", "OUT_OF_REACH"));
    assertThat(finding().right()).isFalse();

    answers.put("/internal/audit/copies", "[]");
    assertThat(finding().right()).isFalse();
    assertThat(finding().words()).contains("NO COPY");

    answers.remove("/internal/audit/copies");
    assertThat(finding().right()).isFalse();
  }

  @Test
  void the_copy_of_a_service_that_does_not_exist_is_named() throws InterruptedException {
    answers.put("/internal/audit/copies", COPIES.formatted("evil-service", 5, "null", "ASKED"));

    assertThat(findings())
        .extracting(CheckResult::service, CheckResult::right)
        .contains(org.assertj.core.groups.Tuple.tuple("evil-service", false));
  }
}
