package poca.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of the service, from an address of its own each.
public final class Api {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String url;
  private final HttpClient http =
      HttpClient.newBuilder().executor(Executors.newVirtualThreadPerTaskExecutor()).build();

  Api(String url) {
    this.url = url;
  }

  public record Answer(int status, JsonNode body, HttpHeaders headers) {
    public String message() {
      return body.path("message").asString("");
    }

    public String code() {
      return body.path("data").path("error_code").asString("");
    }

    public JsonNode details() {
      return data().path("details");
    }

    public JsonNode data() {
      return body.path("data");
    }

    public String accessToken() {
      return data().path("access_token").asString("");
    }

    public String refreshToken() {
      return data().path("refresh_token").asString("");
    }

    public String userId() {
      return data().path("user_id").asString("");
    }

    /// The first complaint's field and type.
    public String complaint() {
      var error = data().path("details").path("errors").path(0);
      return error.path("loc").path(1).asString("") + " " + error.path("type").asString("");
    }
  }

  public static String email() {
    return "it." + UUID.randomUUID() + "@poca.example";
  }

  public static String address() {
    var random = ThreadLocalRandom.current();
    return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  public Answer post(String path, Map<String, ?> body) {
    return post(path, body, null);
  }

  public Answer post(String path, Map<String, ?> body, @Nullable String token) {
    return json("POST", path, body, token);
  }

  public Answer put(String path, Map<String, ?> body, String token) {
    return json("PUT", path, body, token);
  }

  public Answer get(String path, @Nullable String token) {
    return send("GET", path, null, null, token, Map.of());
  }

  public Answer delete(String path, String token) {
    return send("DELETE", path, null, null, token, Map.of());
  }

  public Answer raw(String path, String type, String body, Map<String, String> headers) {
    return send("POST", path, body, type, null, headers);
  }

  public Answer json(String method, String path, Map<String, ?> body, @Nullable String token) {
    return json(method, path, body, token, address());
  }

  public Answer json(
      String method, String path, Map<String, ?> body, @Nullable String token, String address) {
    return send(
        method,
        path,
        JSON.writeValueAsString(body),
        "application/json",
        token,
        Map.of("X-Client-Address", address));
  }

  /// A POST with headers of the client's own.
  public Answer post(
      String path, Map<String, ?> body, @Nullable String token, Map<String, String> headers) {
    return send("POST", path, JSON.writeValueAsString(body), "application/json", token, headers);
  }

  public Answer form(String path, Map<String, String> fields, String address) {
    return send(
        "POST",
        path,
        fields.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&")),
        "application/x-www-form-urlencoded",
        null,
        Map.of("X-Client-Address", address));
  }

  public Answer login(String email, String password, String address) {
    return form("/api/v1/auth/login", Map.of("username", email, "password", password), address);
  }

  public Answer login(String email, String password) {
    return login(email, password, address());
  }

  public String adminToken() {
    return login(WholeService.ADMIN, WholeService.ADMIN_PASSWORD).accessToken();
  }

  /// A service's own token.
  public String serviceToken() {
    return serviceToken("directory-service");
  }

  public String serviceToken(String service) {
    var basic =
        java.util.Base64.getEncoder()
            .encodeToString(
                (service + ":" + WholeService.SERVICE_SECRET).getBytes(StandardCharsets.UTF_8));
    return send(
            "POST",
            "/oauth2/token",
            "grant_type=client_credentials",
            "application/x-www-form-urlencoded",
            null,
            Map.of("Authorization", "Basic " + basic))
        .body()
        .path("access_token")
        .asString("");
  }

  public Answer signUpDoctor(String email, String password) {
    return post("/api/v1/auth/doctor-signup", signUp(email, password));
  }

  public static Map<String, Object> signUp(String email, String password) {
    var body = new LinkedHashMap<String, Object>();
    body.put("email", email);
    body.put("password", password);
    body.put("name", "Dr. Test");
    return body;
  }

  private Answer send(
      String method,
      String path,
      @Nullable String body,
      @Nullable String type,
      @Nullable String token,
      Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    headers.forEach(request::header);
    try {
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      var text = response.body().isEmpty() ? "{}" : response.body();
      return new Answer(response.statusCode(), JSON.readTree(text), response.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
