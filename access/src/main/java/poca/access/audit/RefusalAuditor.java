package poca.access.audit;

import static java.util.Locale.ROOT;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import poca.access.security.Callers;
import poca.contracts.PatientId;
import poca.contracts.Uuids;
import poca.contracts.fact.AuditFact.Action;
import poca.platform.web.Refusal;
import poca.platform.web.RefusalObserver;

/// Writes the row of every refusal on an [Audited] route before it is answered, and misses the row
/// of a success that left none.
final class RefusalAuditor implements RefusalObserver, HandlerInterceptor {

  private static final Logger log = LoggerFactory.getLogger(RefusalAuditor.class);

  private final Audit audit;
  private final Runnable missing;

  RefusalAuditor(Audit audit, Runnable missing) {
    this.audit = audit;
    this.missing = missing;
  }

  @Override
  public void refused(HttpServletRequest request, Refusal refusal) {
    var route = audited(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE));
    if (route != null) {
      var caller = Callers.of(request);
      audit.refused(
          caller == null ? Actor.UNKNOWN : Actor.of(caller), deed(route, request), refusal);
    }
  }

  private static AuditedAction deed(Audited route, HttpServletRequest request) {
    PatientId patient = null;
    UUID resource = null;
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
        instanceof Map<?, ?> variables) {
      for (var name : inOrderOfThePath(variables.keySet(), request)) {
        var id = id(String.valueOf(variables.get(name)));
        if (id != null && isPatient(name)) {
          patient = new PatientId(id);
        }
        resource = id;
      }
    }
    return new AuditedAction(action(route, request), route.value(), resource, patient);
  }

  /// The map that Spring gives has no order.
  private static List<String> inOrderOfThePath(Set<?> variables, HttpServletRequest request) {
    var path = String.valueOf(pattern(request));
    return variables.stream()
        .map(String::valueOf)
        .sorted(
            Comparator.comparingInt(
                name -> Math.max(path.indexOf("{" + name + "}"), path.indexOf("{" + name + ":"))))
        .toList();
  }

  private static boolean isPatient(String variable) {
    return variable.replace("_", "").toLowerCase(ROOT).equals("patientid");
  }

  private static @Nullable UUID id(String text) {
    try {
      return Uuids.parse(text);
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  private static Action action(Audited route, HttpServletRequest request) {
    if (route.action().length > 0) {
      return route.action()[0];
    }
    return switch (request.getMethod()) {
      case "POST" -> Action.CREATE;
      case "PUT" -> Action.UPDATE;
      case "DELETE" -> Action.DELETE;
      default -> Action.READ;
    };
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    var route = audited(handler);
    if (response.getStatus() < 400
        && failure == null
        && route != null
        && !route.refusedOnly()
        && request.getAttribute(Audit.WRITTEN) == null) {
      missing.run();
      log.error("nothing in the audit about {} {}", request.getMethod(), pattern(request));
    }
  }

  private static @Nullable Object pattern(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
  }

  private static @Nullable Audited audited(@Nullable Object handler) {
    if (!(handler instanceof HandlerMethod method)) {
      return null;
    }
    var onMethod = method.getMethodAnnotation(Audited.class);
    return onMethod != null
        ? onMethod
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Audited.class);
  }
}
