package poca.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SweepTest {

  private final ApiDocument document = Sample.document();

  @Test
  void the_smallest_value_has_what_is_required_and_nothing_else() {
    var value = new SampleValues(document).of(document.root().at("/components/schemas/NewThing"));

    assertThat(value.propertyNames()).containsExactly("owner_id", "name");
    assertThat(value.path("owner_id").asString()).hasSize(36);
  }

  @Test
  void whoever_must_be_refused_and_is_not_is_found() throws Exception {
    List<String> asked = new CopyOnWriteArrayList<>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.add(
              exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + token + body);
          var open = exchange.getRequestMethod().equals("DELETE");
          var status = open ? 204 : token.equals("null") ? 401 : 403;
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    try {
      var sweep =
          new Sweep(document, URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
      var found =
          sweep.through(document.operationsOf("thing-service"), () -> "admin", () -> "gone");

      assertThat(found)
          .extracting(Disagreement::toString)
          .containsExactly("swept deleteThing 401: was answered 204");
      assertThat(asked)
          .anyMatch(line -> line.matches("POST /api/v1/things Bearer admin\\{\"owner_id\".*"))
          .anyMatch(line -> line.equals("GET /api/v1/things/not-an-id Bearer admin"))
          .anyMatch(line -> line.equals("GET /api/v1/things Bearer gone"))
          .anyMatch(line -> line.equals("POST /api/v1/things Bearer admin{"))
          .anyMatch(line -> line.equals("GET /api/v1/things?limit=0 Bearer admin"));
    } finally {
      server.stop(0);
    }
  }
}
