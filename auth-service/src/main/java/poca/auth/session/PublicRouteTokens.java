package poca.auth.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import poca.access.security.Caller;
import poca.access.security.Callers;
import poca.access.security.TokenVerifier;
import poca.access.session.SessionCheck;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;

/// Judges tokens on routes that are public to the platform and have a gate of their own, before the
/// body is read.
@Component
public class PublicRouteTokens {

  private static final String SCHEME = "bearer ";

  private final TokenVerifier tokenVerifier;
  private final SessionCheck sessions;

  PublicRouteTokens(TokenVerifier tokenVerifier, SessionCheck sessions) {
    this.tokenVerifier = tokenVerifier;
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
    var verifiedToken = tokenVerifier.access(token);
    switch (sessions.check(verifiedToken.session(), verifiedToken.user())) {
      case LIVE -> {}
      case ENDED -> throw Refusal.unauthenticated(ErrorCode.AUTH_003, "Session has ended");
      case BARRED -> throw Refusal.notAllowed("Account is deactivated");
      case UNKNOWN -> throw Refusal.unavailable();
    }
    var user = verifiedToken.user();
    var caller =
        new Caller(user, verifiedToken.role(), verifiedToken.session(), user.value(), token);
    Callers.identified(request, caller);
    return caller;
  }
}
