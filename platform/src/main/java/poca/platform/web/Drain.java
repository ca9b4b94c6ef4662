package poca.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// The first thing that a service does when it is asked to end: it says that it is not ready any
/// more and serves on for a while, each answer closing its connection. Whoever keeps connections
/// open moves to another instance before the server refuses, and no request fails.
final class Drain extends OncePerRequestFilter implements SmartLifecycle {

  private final ApplicationContext context;
  private final Duration time;
  private volatile boolean running;

  /// @param time how long a balancer may need to hear of it; nothing where there is none
  Drain(ApplicationContext context, Duration time) {
    this.context = context;
    this.time = time;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!running) {
      response.setHeader(HttpHeaders.CONNECTION, "close");
    }
    chain.doFilter(request, response);
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    if (time.isPositive()) {
      AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
      try {
        Thread.sleep(time);
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Before the server and everything else stops.
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
