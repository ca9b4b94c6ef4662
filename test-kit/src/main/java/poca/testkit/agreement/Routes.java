package poca.testkit.agreement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// The public routes that a service really has.
final class Routes {

  /// @param handler null for a WebSocket
  record Route(
      String method, Template path, @Nullable HandlerMethod handler, Set<String> consumes) {

    String key() {
      return method + " " + path.shape();
    }
  }

  private final List<Route> routes;

  private Routes(List<Route> routes) {
    this.routes = routes;
  }

  static Routes of(Route... routes) {
    return new Routes(List.of(routes));
  }

  static Routes of(ApplicationContext context) {
    var found = new ArrayList<Route>();
    var mappings =
        BeanFactoryUtils.beansOfTypeIncludingAncestors(context, HandlerMapping.class, true, false);
    for (var mapping : mappings.values()) {
      switch (mapping) {
        case RequestMappingInfoHandlerMapping methods ->
            methods.getHandlerMethods().forEach((info, handler) -> add(info, handler, found));
        case AbstractUrlHandlerMapping sockets ->
            sockets.getHandlerMap().keySet().stream()
                .filter(Routes::isPublic)
                .flatMap(path -> Template.spelledOut(path).stream())
                .forEach(path -> found.add(new Route("GET", path, null, Set.of())));
        default -> {}
      }
    }
    return new Routes(found);
  }

  /// What clients reach: not what services ask each other, nor what operators ask.
  static boolean isPublic(String path) {
    return path.startsWith("/api/v1/");
  }

  private static void add(RequestMappingInfo info, HandlerMethod handler, List<Route> found) {
    var consumes =
        info.getConsumesCondition().getConsumableMediaTypes().stream()
            .map(type -> type.getType() + "/" + type.getSubtype())
            .collect(Collectors.toCollection(TreeSet::new));
    for (var pattern : info.getPatternValues()) {
      if (isPublic(pattern)) {
        for (var path : Template.spelledOut(pattern)) {
          for (var method : info.getMethodsCondition().getMethods()) {
            found.add(new Route(method.name(), path, handler, consumes));
          }
          if (info.getMethodsCondition().getMethods().isEmpty()) {
            found.add(new Route("any", path, handler, consumes));
          }
        }
      }
    }
  }

  List<Route> serving(Operation operation) {
    var key = operation.method() + " " + operation.path().shape();
    return routes.stream().filter(route -> route.key().equals(key)).toList();
  }

  /// In both directions; then the names of the variables.
  List<Disagreement> compare(List<Operation> operations) {
    var documented = new TreeMap<String, Template>();
    operations.forEach(o -> documented.put(o.method() + " " + o.path().shape(), o.path()));
    var served = new TreeMap<String, Template>();
    routes.forEach(r -> served.put(r.key(), r.path()));

    var found = new LinkedHashSet<Disagreement>();
    served.forEach((key, path) -> {
      var other = documented.get(key);
      var subject = "route " + key.substring(0, key.indexOf(' ') + 1) + path.text();
      if (other == null) {
        found.add(new Disagreement(subject, "is served and not in the document"));
      } else if (!other.names().equals(path.names())) {
        found.add(
            new Disagreement(
                subject.replaceFirst("^route", "variables"),
                "are called %s, in the document %s".formatted(path.names(), other.names())));
      }
    });
    documented.forEach((key, path) -> {
      // Spring answers HEAD where it answers GET.
      if (!served.containsKey(key) && !served.containsKey(key.replaceFirst("^HEAD ", "GET "))) {
        found.add(
            new Disagreement(
                "route " + key.substring(0, key.indexOf(' ') + 1) + path.text(),
                "is in the document and not served"));
      }
    });
    return List.copyOf(found);
  }

  /// Which operations need no token, by the service's settings (`POST /api/v1/auth/login`).
  static List<Disagreement> comparePublic(List<Operation> operations, List<String> publicRoutes) {
    var open =
        publicRoutes.stream()
            .map(route -> {
              var space = route.indexOf(' ');
              return route.substring(0, space + 1)
                  + new Template(route.substring(space + 1)).shape();
            })
            .collect(Collectors.toSet());
    var found = new ArrayList<Disagreement>();
    for (var operation : operations) {
      var isOpen = open.contains(operation.method() + " " + operation.path().shape());
      if (isOpen != operation.isPublic()) {
        found.add(
            new Disagreement(
                "public " + operation.id(),
                isOpen ? "needs no token, the document says it does" : "needs a token"));
      }
    }
    return found;
  }
}
