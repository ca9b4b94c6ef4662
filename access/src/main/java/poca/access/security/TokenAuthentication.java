package poca.access.security;

import java.util.List;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import poca.access.session.SessionCheck;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;

/// Turns a bearer token into a [Caller]: the token is verified, then its session asked for. The
/// resource server filter of Spring Security calls it for every request that brings a token,
/// gateway or not.
final class TokenAuthentication implements AuthenticationManager {

  private final TokenVerifier tokenVerifier;
  private final SessionCheck sessions;

  TokenAuthentication(TokenVerifier tokenVerifier, SessionCheck sessions) {
    this.tokenVerifier = tokenVerifier;
    this.sessions = sessions;
  }

  @Override
  public Authentication authenticate(Authentication bearer) {
    try {
      var caller = caller(String.valueOf(bearer.getCredentials()));
      return authenticated(caller, caller.role().name());
    } catch (Refusal refusal) {
      throw new Refused(refusal);
    }
  }

  private Caller caller(String token) {
    var verifiedToken = tokenVerifier.access(token);
    switch (sessions.check(verifiedToken.session(), verifiedToken.user())) {
      case LIVE -> {}
      case ENDED -> throw Refusal.unauthenticated(ErrorCode.AUTH_003, "Session has ended");
      case BARRED -> throw Refusal.notAllowed("Account is deactivated");
      case UNKNOWN -> throw Refusal.unavailable();
    }
    return new Caller(
        verifiedToken.user(),
        verifiedToken.role(),
        verifiedToken.session(),
        verifiedToken.user().value(),
        token);
  }

  /// For the internal routes, which take a service's token and nothing else.
  AuthenticationManager forServices() {
    return bearer -> {
      try {
        return authenticated(
            tokenVerifier.service(String.valueOf(bearer.getCredentials())), "SERVICE");
      } catch (Refusal refusal) {
        throw new Refused(refusal);
      }
    };
  }

  private static Authentication authenticated(Object principal, String authority) {
    return UsernamePasswordAuthenticationToken.authenticated(
        principal, null, List.of(new SimpleGrantedAuthority(authority)));
  }

  /// Carries a refusal through Spring Security to the entry point.
  static final class Refused extends AuthenticationException {
    private final transient Refusal refusal;

    Refused(Refusal refusal) {
      super(String.valueOf(refusal.getMessage()));
      this.refusal = refusal;
    }

    Refusal refusal() {
      return refusal;
    }
  }
}
