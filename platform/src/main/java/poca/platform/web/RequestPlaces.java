package poca.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets as many requests in at once as the heap bears; one more is 503 before it costs anything.
/// Virtual threads set no limit by themselves, and a service that runs out of memory ends. Probes
/// always come in: a busy service is none to be killed.
final class RequestPlaces extends OncePerRequestFilter {

  /// What a request may hold while it is under way: Tomcat's buffers for its head, its body, and
  /// what is made of it.
  private static final long BYTES = 192 << 10;

  private final Semaphore free;
  private final ErrorWriter errors;

  RequestPlaces(ErrorWriter errors) {
    this(errors, (int) Math.min(100_000, Runtime.getRuntime().maxMemory() / BYTES));
  }

  RequestPlaces(ErrorWriter errors, int most) {
    this.errors = errors;
    this.free = new Semaphore(most);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/actuator/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!free.tryAcquire()) {
      errors.write(request, response, Refusal.unavailable());
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      free.release();
    }
  }
}
