package poca.auth.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import poca.access.security.Caller;
import poca.access.security.Callers;
import poca.access.security.Tokens;
import poca.access.session.SessionCheck;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;

/// Judges tokens on routes that are public to the platform and have a gate of their own, before the
/// body is read.
@Component
public class Bearers {

  private static final String SCHEME = "bearer ";

  private final Tokens tokens;
  private final SessionCheck sessions;

  Bearers(Tokens tokens, SessionCheck sessions) {
    this.tokens = tokens;
    this.sessions = sessions;
  }

  /// What was sent as a token; empty if there is none.
  public static Optional<String> of(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(SCHEME))
        .map(header -> header.substring(SCHEME.length()).strip());
  }

  /// Makes the bearer the caller of the request.
  ///
  /// @throws Refusal 401, or 403 for a deactivated account
  public Caller identify(HttpServletRequest request, String token) {
    var access = tokens.access(token);
    switch (sessions.check(access.session(), access.user())) {
      case LIVE -> {}
      case ENDED -> throw Refusal.unauthenticated(ErrorCode.AUTH_003, "Session has ended");
      case BARRED -> throw Refusal.notAllowed("Account is deactivated");
      case UNKNOWN -> throw Refusal.unavailable();
    }
    var user = access.user();
    var caller = new Caller(user, access.role(), access.session(), user.value(), token);
    Callers.identified(request, caller);
    return caller;
  }
}
