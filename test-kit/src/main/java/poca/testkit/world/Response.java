package poca.testkit.world;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a service answered.
public record Response(int status, HttpHeaders headers, String text) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Response of(HttpResponse<String> response) {
    return new Response(response.statusCode(), response.headers(), response.body());
  }

  /// An answer of which no more than the status is known.
  public static Response of(int status) {
    return new Response(status, HttpHeaders.of(Map.of(), (_, _) -> true), "");
  }

  /// The JSON; an empty object where there is none.
  public JsonNode body() {
    return text.startsWith("{") || text.startsWith("[")
        ? JSON.readTree(text)
        : JSON.createObjectNode();
  }

  public JsonNode data() {
    return body().path("data");
  }

  /// A field of the data, or nothing.
  public String field(String name) {
    return data().path(name).asString("");
  }

  /// The id of what was made or shown.
  public UUID id() {
    return UUID.fromString(field("id"));
  }

  public String message() {
    return body().path("message").asString("");
  }

  /// The error code of a refusal, or nothing.
  public String code() {
    return field("error_code");
  }

  public JsonNode details() {
    return data().path("details");
  }

  /// Where the first mistake is that the service found in the request, and of which type it is.
  public String mistake() {
    var error = details().path("errors").path(0);
    return error.path("loc").path(1).asString("") + " " + error.path("type").asString("");
  }
}
