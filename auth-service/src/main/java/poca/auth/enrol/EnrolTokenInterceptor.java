package poca.auth.enrol;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import poca.auth.session.PublicRouteTokens;

/// On the two routes by which a second factor is had, what the first step of a login gave stands in
/// for an access token (contract 1.5): in its place in the header, or in the body. An access token
/// is judged here, before the body is read; it has dots, and the stand-in has none.
@Component
class EnrolTokenInterceptor implements HandlerInterceptor {

  static final List<String> PATHS =
      List.of("/api/v1/auth/second-factor", "/api/v1/auth/second-factor/confirm");

  private static final String STAND_IN = EnrolTokenInterceptor.class.getName();

  private final PublicRouteTokens publicRouteTokens;

  EnrolTokenInterceptor(PublicRouteTokens publicRouteTokens) {
    this.publicRouteTokens = publicRouteTokens;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    PublicRouteTokens.of(request)
        .ifPresent(token -> {
          if (token.indexOf('.') < 0) {
            request.setAttribute(STAND_IN, token);
          } else {
            publicRouteTokens.identify(request, token);
          }
        });
    return true;
  }

  /// What stands in for a token, if there is no caller.
  static Optional<String> standIn(HttpServletRequest request, @Nullable String inTheBody) {
    return Optional.ofNullable((String) request.getAttribute(STAND_IN))
        .or(() -> Optional.ofNullable(inTheBody));
  }
}
