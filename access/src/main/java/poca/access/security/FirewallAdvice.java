package poca.access.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import poca.contracts.ErrorCode;
import poca.platform.web.ErrorWriter;
import poca.platform.web.Refusal;

/// Answers for a header that the firewall lets nobody read, since it has control characters.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FirewallAdvice {

  private final ErrorWriter errors;

  FirewallAdvice(ErrorWriter errors) {
    this.errors = errors;
  }

  @ExceptionHandler(RequestRejectedException.class)
  void unreadable(HttpServletRequest request, HttpServletResponse response) throws IOException {
    errors.write(request, response, new Refusal(400, ErrorCode.VAL_001, "Bad Request"));
  }
}
