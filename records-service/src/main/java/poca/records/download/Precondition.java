package poca.records.download;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;

/// What a request makes its answer depend on (RFC 9110, 13.2.2): `If-Match` before `If-None-Match`.
enum Precondition {
  /// There is none, or it holds.
  NONE,
  /// The client has it already: 304.
  NOT_MODIFIED,
  /// It is not what the client wants: 412.
  FAILED;

  /// @param etag of the document, a strong one
  static Precondition of(HttpServletRequest request, String etag) {
    var wanted = tags(request, HttpHeaders.IF_MATCH);
    if (!wanted.isEmpty() && wanted.stream().noneMatch(tag -> isAny(tag) || is(tag, etag, true))) {
      return FAILED;
    }
    var had = tags(request, HttpHeaders.IF_NONE_MATCH);
    return had.stream().anyMatch(tag -> isAny(tag) || is(tag, etag, false)) ? NOT_MODIFIED : NONE;
  }

  private static List<ETag> tags(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header)).stream()
        .flatMap(Precondition::parsed)
        .toList();
  }

  /// What is no list of tags is one tag that is nobody's.
  private static Stream<ETag> parsed(String line) {
    var tags = ETag.parse(line);
    return tags.isEmpty() ? Stream.of(new ETag(line, true)) : tags.stream();
  }

  private static boolean isAny(ETag tag) {
    return tag.isWildcard();
  }

  private static boolean is(ETag tag, String etag, boolean strong) {
    return !(strong && tag.weak()) && ("\"" + tag.tag() + "\"").equals(etag);
  }
}
