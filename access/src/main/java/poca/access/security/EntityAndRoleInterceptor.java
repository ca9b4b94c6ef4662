package poca.access.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.Uuids;
import poca.platform.web.Refusal;

/// Judges what can be judged before the arguments are read, in the contract's order (2.2): the
/// entity header, then the role.
final class EntityAndRoleInterceptor implements HandlerInterceptor {

  static final String CALLER = Caller.class.getName();
  static final String ENTITY_HEADER = "user-entity-id";

  private final Delegation delegation;

  EntityAndRoleInterceptor(Delegation delegation) {
    this.delegation = delegation;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var caller = Callers.authenticated();
    if (caller != null && handler instanceof HandlerMethod method) {
      request.setAttribute(CALLER, caller);
      if (annotation(method, ActingAs.class) != null) {
        caller = actingAs(caller, request.getHeader(ENTITY_HEADER), delegation);
      }
      request.setAttribute(CALLER, caller);
      var gate = annotation(method, OnlyFor.class);
      if (gate != null && !Arrays.asList(gate.value()).contains(caller.role())) {
        throw caller.is(Role.ADMIN) || !adminsOnly(gate)
            ? Refusal.notAllowed()
            : Refusal.notAllowed("Admin privileges required");
      }
    }
    return true;
  }

  /// The rule of the contract's 1.7, for handlers that have no annotation: WebSocket handshakes.
  static Caller actingAs(Caller caller, @Nullable String header, Delegation delegation) {
    if (header == null || caller.is(Role.ADMIN)) {
      return caller;
    }
    UUID entity;
    try {
      entity = Uuids.parse(header.strip());
    } catch (IllegalArgumentException malformed) {
      throw badEntity();
    }
    if (caller.isSelf(entity)) {
      return caller;
    }
    if (!speaksFor(caller, entity, delegation)) {
      throw badEntity();
    }
    return caller.actingAs(entity);
  }

  private static boolean speaksFor(Caller caller, UUID entity, Delegation delegation) {
    return switch (caller.role()) {
      case PATIENT -> delegation.related(caller.user(), new PatientId(entity));
      case HOSPITAL -> delegation.ownsHospital(caller.user(), new HospitalId(entity));
      case DOCTOR, ADMIN -> false;
    };
  }

  private static Refusal badEntity() {
    return Refusal.notAllowed("Invalid entity ID for this user");
  }

  private static boolean adminsOnly(OnlyFor gate) {
    return gate.value().length == 1 && gate.value()[0] == Role.ADMIN;
  }

  private static <A extends Annotation> @Nullable A annotation(
      HandlerMethod method, Class<A> type) {
    var onMethod = method.getMethodAnnotation(type);
    return onMethod != null
        ? onMethod
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
  }
}
