package poca.auth;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import poca.testkit.world.Response;
import poca.testkit.world.ServiceUnderTest;

/// A client of the service, from an address of its own each.
public final class Api extends ServiceUnderTest {

  Api(String url) {
    super(url);
  }

  public static String email() {
    return "it." + UUID.randomUUID() + "@poca.example";
  }

  public static String address() {
    var random = ThreadLocalRandom.current();
    return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  public Response post(String path, Map<String, ?> body) {
    return post(path, body, null);
  }

  public Response post(String path, Map<String, ?> body, @Nullable String token) {
    return json("POST", path, body, token);
  }

  public Response put(String path, Map<String, ?> body, String token) {
    return json("PUT", path, body, token);
  }

  public Response get(String path, @Nullable String token) {
    return send("GET", path, null, null, token, Map.of());
  }

  public Response delete(String path, String token) {
    return send("DELETE", path, null, null, token, Map.of());
  }

  public Response raw(String path, String type, String body, Map<String, String> headers) {
    return send("POST", path, body, type, null, headers);
  }

  public Response json(String method, String path, Map<String, ?> body, @Nullable String token) {
    return json(method, path, body, token, address());
  }

  public Response json(
      String method, String path, Map<String, ?> body, @Nullable String token, String address) {
    return send(
        method, path, json(body), "application/json", token, Map.of("X-Client-Address", address));
  }

  /// A POST with headers of the client's own.
  public Response post(
      String path, Map<String, ?> body, @Nullable String token, Map<String, String> headers) {
    return send("POST", path, json(body), "application/json", token, headers);
  }

  public Response form(String path, Map<String, String> fields, String address) {
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

  public Response login(String email, String password, String address) {
    return form("/api/v1/auth/login", Map.of("username", email, "password", password), address);
  }

  public Response login(String email, String password) {
    return login(email, password, address());
  }

  public String adminToken() {
    return login(WholeService.ADMIN, WholeService.ADMIN_PASSWORD).field("access_token");
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

  public Response signUpDoctor(String email, String password) {
    return post("/api/v1/auth/doctor-signup", signUp(email, password));
  }

  public static Map<String, Object> signUp(String email, String password) {
    var body = new LinkedHashMap<String, Object>();
    body.put("email", email);
    body.put("password", password);
    body.put("name", "Dr. Test");
    return body;
  }

  private Response send(
      String method,
      String path,
      @Nullable String body,
      @Nullable String type,
      @Nullable String token,
      Map<String, String> headers) {
    var request =
        request(path, token)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    headers.forEach(request::header);
    if (headers.containsKey("X-Client-Address") && !headers.containsKey("X-POCA-Gateway")) {
      request.header("X-POCA-Gateway", serviceToken("gateway")); // as the gateway proves itself
    }
    return send(request);
  }
}
