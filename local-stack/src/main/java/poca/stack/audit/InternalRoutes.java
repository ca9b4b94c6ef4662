package poca.stack.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import poca.stack.home.OperatorError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The services' internal routes, asked with a token of the client credentials grant.
public final class InternalRoutes {

  private static final JsonMapper JSON = new JsonMapper();

  /// A chain of millions of entries is read from its beginning.
  private static final Duration PROOF = Duration.ofMinutes(15);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final URI auth;
  private final String client;
  private final String secret;

  /// @param auth where auth-service is
  /// @param client the name of the service whose secret this is
  public InternalRoutes(URI auth, String client, String secret) {
    this.auth = auth;
    this.client = client;
    this.secret = secret;
  }

  /// @throws IOException if it does not answer, or not well
  JsonNode get(URI service, String path) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(service.resolve(path))
            .timeout(PROOF)
            .header("Authorization", "Bearer " + token())
            .GET()
            .build());
  }

  /// @throws IOException as [#get]
  public JsonNode post(URI service, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(service.resolve(path))
            .timeout(Duration.ofSeconds(10))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build());
  }

  /// A new one for each question: a proof may take longer than a token lives.
  private String token() throws InterruptedException {
    var credentials = (client + ":" + secret).getBytes(StandardCharsets.UTF_8);
    try {
      return send(HttpRequest.newBuilder(auth.resolve("/oauth2/token"))
              .timeout(Duration.ofSeconds(10))
              .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString("grant_type=client_credentials"))
              .build())
          .path("access_token")
          .asString();
    } catch (IOException e) {
      throw new OperatorError("auth-service gives no service token: " + e.getMessage(), e);
    }
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    var response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (response.statusCode() != 200) {
      throw new IOException("it answered " + response.statusCode());
    }
    try {
      return JSON.readTree(response.body());
    } catch (JacksonException e) {
      throw new IOException("its answer is no JSON", e);
    }
  }
}
