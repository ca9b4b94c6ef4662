package poca.recordstest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// Stands in for auth, directory and chat on one address. The directory knows nothing but what
/// reached the service by relations; chat-service knows the messages that a test sent.
public final class Neighbours {

  private final HttpServer server;
  private final Map<UUID, String> sentIn = new ConcurrentHashMap<>();
  private volatile boolean chatIsAway;

  private Neighbours(HttpServer server) {
    this.server = server;
  }

  static Neighbours start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var neighbours = new Neighbours(server);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/oauth2/token", neighbours::token);
      server.createContext("/internal/relations/", exchange -> answer(exchange, 404, "{}"));
      server.createContext("/internal/document-readers/", neighbours::readers);
      server.start();
      return neighbours;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public void chatIsAway(boolean away) {
    chatIsAway = away;
  }

  /// A message with this document was stored in a chat of the two.
  public void sent(UUID document, UUID doctor, UUID patient) {
    sentIn.put(
        document,
        """
        {"chat_id":"%s","doctor_id":"%s","patient_id":"%s"}
        """
            .formatted(UUID.randomUUID(), doctor, patient));
  }

  private void token(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    answer(exchange, 200, "{\"access_token\":\"s\",\"token_type\":\"bearer\",\"expires_in\":300}");
  }

  private void readers(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var chat = sentIn.get(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
    answer(exchange, chatIsAway ? 503 : 200, "{\"chats\":[" + (chat == null ? "" : chat) + "]}");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
