package poca.auth.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import poca.auth.session.PublicRouteTokens;
import poca.contracts.Role;
import poca.platform.web.Refusal;

/// Admin sign-up is open to everybody while there is no admin, then to admins (contract 4.1). To
/// the platform it is a public route, so its token is judged here, before the body is read. Who has
/// no caller behind this gate came in as the first.
@Component
class AdminSignUpInterceptor implements HandlerInterceptor {

  static final String PATH = "/api/v1/auth/admin-signup";

  private final Admins admins;
  private final PublicRouteTokens publicRouteTokens;

  AdminSignUpInterceptor(Admins admins, PublicRouteTokens publicRouteTokens) {
    this.admins = admins;
    this.publicRouteTokens = publicRouteTokens;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!admins.any()) {
      return true;
    }
    var token = PublicRouteTokens.of(request).orElseThrow(Refusal::notAuthenticated);
    if (!publicRouteTokens.identify(request, token).is(Role.ADMIN)) {
      throw Refusal.notAllowed("Admin privileges required");
    }
    return true;
  }
}
