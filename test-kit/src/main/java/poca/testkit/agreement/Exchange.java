package poca.testkit.agreement;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request that was answered.
///
/// @param path as it came, without the query
/// @param sent the body of the request, if it is JSON
/// @param headers of the answer, by their names in lower case
/// @param body of the answer, if that is JSON and not huge
/// @param hasBody whether anything was written
record Exchange(
    String method,
    String path,
    byte @Nullable [] sent,
    int status,
    Map<String, String> headers,
    @Nullable String contentType,
    boolean hasBody,
    byte @Nullable [] body) {

  /// `application/json` of `application/json;charset=UTF-8`.
  String mediaType() {
    return contentType == null ? "" : contentType.replaceFirst(";.*", "").strip();
  }
}
