package poca.gateway.door;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import poca.gateway.GatewaySettings;
import poca.platform.web.Refusal;

/// Which pages of the web may speak to us (contract 1.10). Requests of other pages are answered,
/// but without the headers that would let a browser show them the answer; sockets, which no browser
/// guards, are refused.
@Component
final class CorsPolicy {

  private static final Pattern HEADER_NAMES =
      Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+(\\s*,\\s*[A-Za-z0-9!#$%&'*+.^_`|~-]+)*");
  private static final int LONGEST_LIST = 1024;
  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
  private static final String EXPOSED =
      "X-Request-ID, Retry-After, Location, Content-Disposition, Content-Range, Accept-Ranges, ETag";

  private final Set<String> allowed;

  CorsPolicy(GatewaySettings settings) {
    this.allowed = Set.copyOf(settings.origins());
  }

  static boolean isPreflight(ServerHttpRequest request) {
    var headers = request.getHeaders();
    return request.getMethod() == HttpMethod.OPTIONS
        && headers.getOrigin() != null
        && headers.containsHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
  }

  /// @throws Refusal 403 for a page that may not speak to us
  void answerPreflight(ServerHttpRequest request, HttpHeaders response) {
    require(request.getHeaders().getOrigin());
    var asked = request.getHeaders().getFirst(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
    response.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
    response.setAccessControlMaxAge(600);
    if (asked != null && asked.length() <= LONGEST_LIST && HEADER_NAMES.matcher(asked).matches()) {
      response.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, asked);
    }
  }

  /// Puts on an answer what a page of an allowed origin needs to read it.
  void mark(ServerHttpRequest request, HttpHeaders response) {
    var vary = response.getVary();
    if (!vary.contains(HttpHeaders.ORIGIN)) {
      response.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
    var origin = request.getHeaders().getOrigin();
    if (origin != null && allowed.contains(origin)) {
      response.setAccessControlAllowOrigin(origin);
      response.setAccessControlAllowCredentials(true);
      if (!isPreflight(request)) {
        response.setAccessControlExposeHeaders(List.of(EXPOSED));
      }
    }
  }

  /// @param origin null for clients that are no pages
  /// @throws Refusal 403 for a page that may not speak to us
  void require(@Nullable String origin) {
    if (origin != null && !allowed.contains(origin)) {
      throw Refusal.notAllowed("Origin not allowed");
    }
  }
}
