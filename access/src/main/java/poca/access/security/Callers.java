package poca.access.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import poca.platform.web.Refusal;

/// Hands the [Caller] to whoever needs it: handlers as an argument, handshakes through
/// [ConnectionLogins].
public final class Callers implements HandlerMethodArgumentResolver {

  private final Delegation delegation;

  Callers(Delegation delegation) {
    this.delegation = delegation;
  }

  /// The caller of a WebSocket handshake, with the entity header applied.
  ///
  /// @throws Refusal 401 without a caller, 403 for a bad entity
  Caller ofHandshake(HttpServletRequest request) {
    var caller = authenticated();
    if (caller == null) {
      throw Refusal.notAuthenticated();
    }
    request.setAttribute(EntityAndRoleInterceptor.CALLER, caller);
    return EntityAndRoleInterceptor.actingAs(
        caller, request.getHeader(EntityAndRoleInterceptor.ENTITY_HEADER), delegation);
  }

  /// The caller of a request that came to a handler or a handshake; null on a public route.
  public static @Nullable Caller of(HttpServletRequest request) {
    return (Caller) request.getAttribute(EntityAndRoleInterceptor.CALLER);
  }

  /// Says who is calling on a route that is public to the platform and has a gate of its own.
  public static void identified(HttpServletRequest request, Caller caller) {
    request.setAttribute(EntityAndRoleInterceptor.CALLER, caller);
  }

  /// The caller as the token says, without the entity header; null on a public route.
  static @Nullable Caller authenticated() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Caller caller
        ? caller
        : null;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Caller resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    if (request.getAttribute(EntityAndRoleInterceptor.CALLER, RequestAttributes.SCOPE_REQUEST)
        instanceof Caller caller) {
      return caller;
    }
    throw Refusal.notAuthenticated();
  }
}
