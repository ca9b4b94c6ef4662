package poca.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import poca.platform.IdSource;

/// Gives every request the id that its log lines, its answer and its error body bear, and every
/// answer the headers of the contract (1.1).
final class RequestIdFilter extends OncePerRequestFilter {

  static final String HEADER = "X-Request-ID";

  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final IdSource ids;

  RequestIdFilter(IdSource ids) {
    this.ids = ids;
  }

  /// The id of a request that passed this filter.
  static String of(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(HEADER));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var sent = request.getHeader(HEADER);
    var id = sent != null && WELL_FORMED.matcher(sent).matches() ? sent : ids.next().toString();
    request.setAttribute(HEADER, id);
    response.setHeader(HEADER, id);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    MDC.put("request_id", id);
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove("request_id");
    }
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return true;
  }
}
