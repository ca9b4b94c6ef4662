package poca.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client, each with an address of its own as far as the gateway can see.
final class Client {

  private static final JsonMapper JSON = new JsonMapper();
  static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final int port;
  final String address;

  Client(int port) {
    this.port = port;
    var random = ThreadLocalRandom.current();
    this.address =
        "203.%d.%d.%d"
            .formatted(random.nextInt(1, 255), random.nextInt(1, 255), random.nextInt(1, 255));
  }

  record Answer(HttpResponse<String> http) {
    int status() {
      return http.statusCode();
    }

    @Nullable String header(String name) {
      return http.headers().firstValue(name).orElse(null);
    }

    JsonNode json() {
      return JSON.readTree(http.body());
    }

    String message() {
      return json().path("message").asString();
    }

    String code() {
      return json().path("data").path("error_code").asString();
    }
  }

  Answer get(String path, @Nullable String token) {
    return send(path, token, HttpRequest.Builder::GET);
  }

  Answer post(String path, @Nullable String token, String body) {
    return send(
        path,
        token,
        request ->
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
  }

  Answer send(String path, @Nullable String token, UnaryOperator<HttpRequest.Builder> change) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("X-Forwarded-For", address);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return new Answer(HTTP.send(change.apply(request).build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What comes back for exactly these bytes, up to the end of the connection.
  String raw(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  String rawGet(String target, String... headers) throws IOException {
    var request = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: poca\r\n");
    request.append("Connection: close\r\nX-Forwarded-For: ").append(address).append("\r\n");
    for (var header : headers) {
      request.append(header).append("\r\n");
    }
    return raw(request.append("\r\n").toString());
  }
}
