package poca.gateway.door;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// Which headers pass. What only we may set, what is between two neighbours only (RFC 9110, 7.6.1)
/// and what the services have no use for stays outside. A header that the client names in
/// `Connection` goes too, and before ours are set: else a client could have ours removed.
final class HeaderHygiene {

  static final String REQUEST_ID = "X-Request-ID";
  static final String CLIENT_ADDRESS = "X-Client-Address";

  private static final Set<String> REFUSED =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "http2-settings",
          "expect",
          "host",
          "authorization",
          "cookie",
          "forwarded",
          "via",
          "origin",
          "access-control-request-method",
          "access-control-request-headers",
          "x-request-id",
          "x-client-address",
          "x-client-ip",
          "x-real-ip",
          "true-client-ip",
          "x-original-url",
          "x-rewrite-url",
          "x-http-method",
          "x-http-method-override",
          "x-method-override",
          "x-application-context",
          "traceparent",
          "tracestate",
          "baggage",
          "b3");
  private static final List<String> REFUSED_FAMILIES =
      List.of("x-forwarded-", "x-poca-", "x-b3-", "sec-");

  /// Lines of a header block; each service takes more, since ours come on top.
  private static final int MOST = 100;

  private HeaderHygiene() {}

  static boolean areTooMany(ServerHttpRequest request) {
    var count = 0;
    for (var header : request.getHeaders().headerSet()) {
      count += header.getValue().size();
    }
    return count > MOST;
  }

  /// What of the client's headers a service gets. `Authorization` is not among them: the door sets
  /// it where a token was found good.
  static HttpHeaders passing(HttpHeaders sent) {
    var named = named(sent);
    var passing = new HttpHeaders();
    sent.forEach((name, values) -> {
      var lower = name.toLowerCase(Locale.ROOT);
      if (!REFUSED.contains(lower) && !named.contains(lower) && !isOfRefusedFamily(lower)) {
        passing.addAll(name, values);
      }
    });
    return passing;
  }

  private static Set<String> named(HttpHeaders sent) {
    var lines = sent.get(HttpHeaders.CONNECTION);
    if (lines == null) {
      return Set.of();
    }
    var named = new HashSet<String>();
    for (var line : lines) {
      for (var name : line.split(",")) {
        var lower = name.strip().toLowerCase(Locale.ROOT);
        // the length of a body is not the client's to take back
        if (!lower.equals("content-length") && !lower.equals("content-type")) {
          named.add(lower);
        }
      }
    }
    return named;
  }

  private static boolean isOfRefusedFamily(String name) {
    for (var family : REFUSED_FAMILIES) {
      if (name.startsWith(family)) {
        return true;
      }
    }
    return false;
  }

  /// Finishes an answer, whoever made it.
  static void finish(HttpHeaders answer, String requestId, boolean secure) {
    answer.set(REQUEST_ID, requestId);
    answer.set("X-Content-Type-Options", "nosniff");
    setIfAbsent(answer, HttpHeaders.CACHE_CONTROL, "no-store");
    setIfAbsent(answer, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    setIfAbsent(answer, "Referrer-Policy", "no-referrer");
    setIfAbsent(answer, "X-Frame-Options", "DENY");
    if (secure) {
      answer.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    answer.remove(HttpHeaders.SET_COOKIE);
    answer.remove(HttpHeaders.SERVER);
    answer.remove("X-Powered-By");
    answer.remove(CLIENT_ADDRESS);
  }

  private static void setIfAbsent(HttpHeaders headers, String name, String value) {
    if (!headers.containsHeader(name)) {
      headers.set(name, value);
    }
  }
}
