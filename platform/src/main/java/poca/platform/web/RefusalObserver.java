package poca.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/// Hears of every refusal of a handler before it is answered.
@FunctionalInterface
public interface RefusalObserver {
  void refused(HttpServletRequest request, Refusal refusal);
}
