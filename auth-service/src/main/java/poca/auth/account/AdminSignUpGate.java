package poca.auth.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import poca.contracts.ErrorCode;
import poca.contracts.Role;
import poca.platform.security.Caller;
import poca.platform.security.Callers;
import poca.platform.security.Tokens;
import poca.platform.session.SessionCheck;
import poca.platform.web.Refusal;

/// Admin sign-up is open to everybody while there is no admin, then to admins (contract 4.1). To
/// the platform it is a public route, so its token is judged here, before the body is read. Who has
/// no caller behind this gate came in as the first.
@Component
class AdminSignUpGate implements HandlerInterceptor {

  static final String PATH = "/api/v1/auth/admin-signup";

  private static final String BEARER = "bearer ";

  private final Admins admins;
  private final Tokens tokens;
  private final SessionCheck sessions;

  AdminSignUpGate(Admins admins, Tokens tokens, SessionCheck sessions) {
    this.admins = admins;
    this.tokens = tokens;
    this.sessions = sessions;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!admins.any()) {
      return true;
    }
    var token = bearer(request);
    var access = tokens.access(token);
    switch (sessions.check(access.session(), access.user())) {
      case LIVE -> {}
      case ENDED -> throw Refusal.unauthenticated(ErrorCode.AUTH_003, "Session has ended");
      case BARRED -> throw Refusal.notAllowed("Account is deactivated");
      case UNKNOWN -> throw Refusal.unavailable();
    }
    var user = access.user();
    Callers.identified(
        request, new Caller(user, access.role(), access.session(), user.value(), token));
    if (access.role() != Role.ADMIN) {
      throw Refusal.notAllowed("Admin privileges required");
    }
    return true;
  }

  private static String bearer(HttpServletRequest request) {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      throw Refusal.notAuthenticated();
    }
    return header.substring(BEARER.length()).strip();
  }
}
