package poca.access.session;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.DynamicPropertyRegistrar;

/// An auth-service that gives tokens and says of every session what a test wants.
@Configuration(proxyBeanMethods = false)
public class TestAuth {

  /// A verdict, or nothing to answer 500.
  static volatile String says = "live";

  static final AtomicInteger ASKED = new AtomicInteger();
  static final Queue<SessionClosed> OVER = new ConcurrentLinkedQueue<>();

  @Bean(destroyMethod = "")
  HttpServer testAuthServer() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/oauth2/token",
        exchange -> answer(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":300}"));
    server.createContext(
        "/internal/sessions/",
        exchange -> {
          ASKED.incrementAndGet();
          var verdict = says;
          answer(
              exchange, verdict.isEmpty() ? 500 : 200, "{\"verdict\":\"%s\"}".formatted(verdict));
        });
    server.start();
    return server;
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    try (exchange) {
      var body = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Bean
  DynamicPropertyRegistrar addressOfTestAuth(HttpServer testAuthServer) {
    return registry ->
        registry.add(
            "poca.peers.auth-service",
            () -> "http://127.0.0.1:" + testAuthServer.getAddress().getPort());
  }

  @EventListener
  void on(SessionClosed over) {
    OVER.add(over);
  }
}
