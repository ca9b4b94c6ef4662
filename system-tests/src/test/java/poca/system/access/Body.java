package poca.system.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// The body of a request.
record Body(String type, String text) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String BOUNDARY = "matrix-boundary";

  static Body json(Map<String, ?> fields) {
    return new Body("application/json", JSON.writeValueAsString(fields));
  }

  static Body form(Map<String, String> fields) {
    return new Body(
        "application/x-www-form-urlencoded",
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&")));
  }

  static Body multipart(Map<String, String> fields) {
    return new Body("multipart/form-data; boundary=" + BOUNDARY, parts(fields) + end());
  }

  /// One small text file as the field `file`.
  static Body file(String words) {
    return new Body(
        "multipart/form-data; boundary=" + BOUNDARY,
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"note.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\n"
            + words
            + "\r\n"
            + end());
  }

  private static String parts(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, field.getKey(), field.getValue()))
        .collect(Collectors.joining());
  }

  private static String end() {
    return "--" + BOUNDARY + "--\r\n";
  }
}
