package poca.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of POCA as an app would have one: JSON over HTTP and the two WebSockets, nothing but
/// the contract.
public final class Gateway {

  static final JsonMapper JSON = new JsonMapper();

  private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
  private static final String BOUNDARY = "poca-demo-boundary";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI base;
  private final @Nullable AuthenticatorApp authenticatorApp;

  /// @param base the gateway's address, `http://localhost:8000`
  public Gateway(URI base) {
    this(base, null);
  }

  /// @param secondFactors of accounts that have one
  public Gateway(URI base, @Nullable AuthenticatorApp authenticatorApp) {
    this.base = base;
    this.authenticatorApp = authenticatorApp;
  }

  public Response get(@Nullable Login login, String path) {
    return send(request(login, path).GET(), "GET " + path);
  }

  public Response post(@Nullable Login login, String path, Map<String, ?> body) {
    return send(
        request(login, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))),
        "POST " + path);
  }

  public Response put(@Nullable Login login, String path, Map<String, ?> body) {
    return send(
        request(login, path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))),
        "PUT " + path);
  }

  public Response delete(@Nullable Login login, String path) {
    return send(request(login, path).DELETE(), "DELETE " + path);
  }

  /// Uploads one file as the form field `file`.
  public Response upload(Login login, String path, String fileName, String type, byte[] content) {
    var head =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
            .formatted(BOUNDARY, fileName, type);
    var body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofByteArray(content),
            BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
    return send(
        request(login, path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(body),
        "POST " + path);
  }

  /// The bytes of a stored file.
  public byte[] download(Login login, String documentId) {
    var path = "/documents/" + documentId + "/download";
    try {
      var response = http.send(request(login, path).GET().build(), BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new StepFailed("GET %s answered %d".formatted(path, response.statusCode()));
      }
      return response.body();
    } catch (IOException e) {
      throw new StepFailed("GET " + path + " failed: " + e, e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  public Login login(String email, String password) {
    var form =
        "grant_type=password&username=%s&password=%s".formatted(encoded(email), encoded(password));
    var response =
        send(
            request(null, "/auth/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)),
            "POST /auth/login");
    return response.errorCode().equals("AUTH_006")
        ? secondStep(email, response.envelope().path("data").path("details"))
        : Login.of(email, response.data());
  }

  /// A code, or, where the account must have a second factor and has none yet, getting one.
  private Login secondStep(String email, JsonNode details) {
    var factors = authenticatorApp;
    if (factors == null) {
      throw new StepFailed("the account " + email + " has a second factor");
    }
    var token = details.path("mfa_token").asString();
    if (details.path("enrol").asBoolean()) {
      var offer = post(null, "/auth/second-factor", Map.of("mfa_token", token)).data();
      var secret = offer.path("secret").asString();
      factors.keep(email, secret);
      var code = AuthenticatorApp.code(secret, Instant.now());
      return Login.of(
          email,
          post(null, "/auth/second-factor/confirm", Map.of("mfa_token", token, "code", code))
              .data());
    }
    var secret =
        factors
            .secret(email)
            .orElseThrow(() ->
                new StepFailed(
                    "the account %s has a second factor, whose secret is not in %s"
                        .formatted(email, factors.file())));
    var response = useCode(token, AuthenticatorApp.code(secret, Instant.now()));
    if (response.errorCode().equals("AUTH_001")) { // that code was used half a minute ago
      response = useCode(token, AuthenticatorApp.code(secret, Instant.now().plusSeconds(30)));
    }
    return Login.of(email, response.data());
  }

  private Response useCode(String token, String code) {
    return post(null, "/auth/login/second-factor", Map.of("mfa_token", token, "code", code));
  }

  /// Signs up, or logs in where the account is there from an earlier run.
  ///
  /// @param kind `doctor`, `patient` or `hospital`
  public Login account(String kind, String email, String password, Map<String, ?> profile) {
    var body = new java.util.LinkedHashMap<String, Object>(profile);
    body.put("email", email);
    body.put("password", password);
    var response = post(null, "/auth/" + kind + "-signup", body);
    return response.alreadyExists() ? login(email, password) : Login.of(email, response.data());
  }

  /// Opens a WebSocket with the token in the sub-protocol, as browsers do.
  Socket socket(Login login, String path) {
    return Socket.open(
        http, URI.create(base.toString().replaceFirst("^http", "ws") + "/api/v1" + path), login);
  }

  private HttpRequest.Builder request(@Nullable Login login, String path) {
    var request = HttpRequest.newBuilder(URI.create(base + "/api/v1" + path)).timeout(TIME_LIMIT);
    return login == null
        ? request
        : request.header("Authorization", "Bearer " + login.accessToken());
  }

  private Response send(HttpRequest.Builder request, String what) {
    try {
      var response = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Response(what, response.statusCode(), parsed(response.body()));
    } catch (IOException e) {
      throw new StepFailed(what + " failed: " + e, e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static JsonNode parsed(String body) {
    try {
      return body.isEmpty() ? JSON.nullNode() : JSON.readTree(body);
    } catch (JacksonException notJson) {
      return JSON.getNodeFactory().stringNode(body);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static StepFailed interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new StepFailed("interrupted", e);
  }
}
