package poca.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DocumentedResponsesTest {

  private static final String WELCOME =
      """
      {"status_code":200,"status":true,"message":"Welcome to POCA Service API","data":
        {"name":"POCA","description":"d","version":"1","documentation":"/api/v1/docs"}}
      """;

  @Test
  void an_answer_from_outside_is_held_against_the_real_document() throws Exception {
    assertThat(differencesOf(WELCOME)).isEmpty();
    assertThat(differencesOf(WELCOME.replace("\"version\":\"1\"", "\"version\":1")))
        .singleElement()
        .asString()
        .startsWith("welcome (GET /) answered 200: /data/version: ");
  }

  private static java.util.List<String> differencesOf(String body) throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try (var http = HttpClient.newHttpClient()) {
      var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      var request = HttpRequest.newBuilder(URI.create(address)).build();
      return new DocumentedResponses().differences(http.send(request, BodyHandlers.ofString()));
    } finally {
      server.stop(0);
    }
  }
}
