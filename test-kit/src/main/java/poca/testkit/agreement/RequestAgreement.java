package poca.testkit.agreement;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import poca.testkit.agreement.Routes.Route;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Compares what handlers take with what the document says that operations take. What a handler
/// reads by hand (forms, multipart) is compared by its media type only.
final class RequestAgreement {

  private static final String JSON = "application/json";
  // Names, since this module does not know the platform.
  private static final String PAGING = "poca.platform.web.Paging";
  private static final String ACTING_AS = "poca.access.security.ActingAs";
  private static final String ONLY_FOR = "poca.access.security.OnlyFor";
  private static final String ENTITY = "user-entity-id";

  private final ApiDocument document;
  private final Fields fields;
  private final List<Disagreement> found = new ArrayList<>();

  private RequestAgreement(ApiDocument document, JsonMapper json) {
    this.document = document;
    this.fields = new Fields(document, json, found);
  }

  static List<Disagreement> compare(
      ApiDocument document, JsonMapper json, List<Operation> operations, Routes routes) {
    var requestAgreement = new RequestAgreement(document, json);
    for (var operation : operations) {
      var serving = routes.serving(operation).stream().filter(r -> r.handler() != null).toList();
      if (!serving.isEmpty()) {
        requestAgreement.compare(operation, serving);
      }
    }
    return List.copyOf(requestAgreement.found);
  }

  private void compare(Operation operation, List<Route> routes) {
    mediaTypes(operation, routes);
    query(operation, routes);
    for (var route : routes) {
      var handler = handler(route);
      gates(operation, handler);
      for (var parameter : parameters(handler)) {
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
          path(operation, parameter);
        }
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
          body(operation, parameter);
        }
      }
    }
  }

  private static HandlerMethod handler(Route route) {
    var handler = route.handler();
    if (handler == null) {
      throw new IllegalArgumentException(route + " has no method");
    }
    return handler;
  }

  private void mediaTypes(Operation operation, List<Route> routes) {
    var taken = new TreeSet<String>();
    var byHand = false;
    for (var route : routes) {
      taken.addAll(route.consumes());
      for (var parameter : parameters(handler(route))) {
        if (parameter.hasParameterAnnotation(RequestBody.class) && route.consumes().isEmpty()) {
          taken.add(JSON);
        }
        byHand |= parameter.getParameterType().getSimpleName().equals("HttpServletRequest");
      }
    }
    var documented = new TreeSet<>(content(operation).propertyNames());
    var undocumented = without(taken, documented);
    var untaken = without(documented, taken);
    if (byHand) {
      untaken.removeIf(type -> !type.equals(JSON));
    }
    if (!undocumented.isEmpty()) {
      say("body " + operation.id(), "takes " + undocumented + " and the document does not say so");
    }
    if (!untaken.isEmpty()) {
      say("body " + operation.id(), "does not take the documented " + untaken);
    }
  }

  private JsonNode content(Operation operation) {
    return document.resolved(operation.node().path("requestBody")).path("content");
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    var rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest;
  }

  private void query(Operation operation, List<Route> routes) {
    var read = new HashSet<String>();
    for (var route : routes) {
      for (var parameter : parameters(handler(route))) {
        if (parameter.getParameterType().getName().equals(PAGING)) {
          paging(operation);
          read.addAll(Set.of("skip", "limit", "cursor"));
        }
        var asked = parameter.getParameterAnnotation(RequestParam.class);
        if (asked != null) {
          var name = nameOf(parameter, asked.name().isEmpty() ? asked.value() : asked.name());
          read.add(name);
          queryParameter(operation, parameter, name, asked);
        }
      }
    }
    for (var documented : operation.parametersIn("query")) {
      var name = documented.path("name").asString("");
      if (!read.contains(name)) {
        say("query " + operation.id() + "." + name, "is documented and not read");
      }
    }
  }

  private void queryParameter(
      Operation operation, MethodParameter parameter, String name, RequestParam asked) {
    var subject = "query " + operation.id() + "." + name;
    var documented = parameter(operation, "query", name);
    if (documented == null) {
      say(subject, "is read and not documented");
      return;
    }
    var required = asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
    if (required != documented.path("required").asBoolean(false)) {
      say(subject, required ? "is required" : "is not required");
    }
    fields.value(
        subject,
        parameter.getExecutable().getAnnotatedParameterTypes()[parameter.getParameterIndex()],
        documented.path("schema"));
  }

  private void paging(Operation operation) {
    limits(operation, "skip", 0, 0, null);
    limits(operation, "limit", 100, 1, 200);
  }

  private void limits(
      Operation operation, String name, int usual, int least, @Nullable Integer most) {
    var subject = "query " + operation.id() + "." + name;
    var parameter = parameter(operation, "query", name);
    if (parameter == null) {
      say(subject, "is read and not documented");
      return;
    }
    var schema = document.resolved(parameter.path("schema"));
    if (schema.path("default").asInt(-1) != usual
        || schema.path("minimum").asInt(-1) != least
        || (most != null && schema.path("maximum").asInt(-1) != most)
        || parameter.path("required").asBoolean(false)) {
      say(subject, "is optional, %d, from %d to %s".formatted(usual, least, most));
    }
  }

  private void path(Operation operation, MethodParameter parameter) {
    var asked = parameter.getParameterAnnotation(PathVariable.class);
    if (asked == null) {
      return;
    }
    var spelt = nameOf(parameter, asked.name().isEmpty() ? asked.value() : asked.name());
    var documented = parameter(operation, "path", Template.snakeCase(spelt));
    if (documented != null) {
      fields.value(
          "path " + operation.id() + "." + spelt,
          parameter.getExecutable().getAnnotatedParameterTypes()[parameter.getParameterIndex()],
          documented.path("schema"));
    }
  }

  private void body(Operation operation, MethodParameter parameter) {
    var asked = parameter.getParameterAnnotation(RequestBody.class);
    var documented = content(operation).path(JSON);
    if (asked == null || documented.isMissingNode()) {
      return;
    }
    var required =
        document.resolved(operation.node().path("requestBody")).path("required").asBoolean(false);
    if (required != asked.required()) {
      say("body " + operation.id(), asked.required() ? "is required" : "is not required");
    }
    fields.value(
        "body " + operation.id(),
        parameter.getExecutable().getAnnotatedParameterTypes()[parameter.getParameterIndex()],
        documented.path("schema"));
  }

  private void gates(Operation operation, HandlerMethod handler) {
    var acts = has(handler, ACTING_AS);
    if (acts != (parameter(operation, "header", ENTITY) != null)) {
      say("header " + operation.id(), (acts ? "evaluates " : "ignores ") + ENTITY);
    }
    if (acts != operation.node().path("x-acting-as").asBoolean(false)) {
      say("header " + operation.id(), "x-acting-as is " + acts);
    }
    if ((has(handler, ONLY_FOR) || acts) && !operation.statuses().contains(403)) {
      say("roles " + operation.id(), "can refuse with 403");
    }
  }

  private static boolean has(HandlerMethod handler, String annotation) {
    for (var place :
        List.of(handler.getMethod().getAnnotations(), handler.getBeanType().getAnnotations())) {
      for (Annotation present : place) {
        if (present.annotationType().getName().equals(annotation)) {
          return true;
        }
      }
    }
    return false;
  }

  private static @Nullable JsonNode parameter(Operation operation, String place, String name) {
    return operation.parametersIn(place).stream()
        .filter(p -> p.path("name").asString("").equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }

  private static List<MethodParameter> parameters(HandlerMethod handler) {
    return List.of(handler.getMethodParameters());
  }

  private static String nameOf(MethodParameter parameter, String given) {
    if (!given.isEmpty()) {
      return given;
    }
    parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
    return String.valueOf(parameter.getParameterName());
  }

  private void say(String subject, String text) {
    found.add(new Disagreement(subject, text));
  }
}
