package poca.testkit.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.springframework.test.context.DynamicPropertyRegistrar;

/// Stands in for other services, all on one address. It gives out service tokens; every other
/// answer is the test's.
public class StandIn {

  private final HttpServer server;

  protected StandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    on(
        "/oauth2/token",
        _ -> Reply.of("{\"access_token\":\"s\",\"token_type\":\"bearer\",\"expires_in\":300}"));
  }

  /// @param json `{}` if there is nothing to say
  public record Reply(int status, String json) {

    public static Reply of(String json) {
      return new Reply(200, json);
    }

    /// In an envelope.
    public static Reply ofData(String data) {
      return of("{\"status_code\":200,\"status\":true,\"message\":\"\",\"data\":" + data + "}");
    }

    public static Reply empty(int status) {
      return new Reply(status, "{}");
    }
  }

  /// Answers what is asked under a path.
  @FunctionalInterface
  protected interface Route {
    Reply to(HttpExchange asked) throws IOException;
  }

  protected final void on(String path, Route route) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            var reply = route.to(exchange);
            var bytes = reply.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (reply.status() == 204) {
              exchange.sendResponseHeaders(204, -1);
            } else {
              exchange.sendResponseHeaders(reply.status(), bytes.length);
              exchange.getResponseBody().write(bytes);
            }
          }
        });
  }

  /// The id at the end of the path.
  protected static UUID id(HttpExchange asked) {
    var path = asked.getRequestURI().getPath();
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }

  public final String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Sends what the service under test asks of these here.
  public final DynamicPropertyRegistrar inPlaceOf(String... services) {
    return registry -> {
      for (var service : services) {
        registry.add("poca.peers." + service + "-service", this::url);
      }
    };
  }
}
