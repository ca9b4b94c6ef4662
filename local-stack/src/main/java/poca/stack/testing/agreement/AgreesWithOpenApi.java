package poca.stack.testing.agreement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/// That a service agrees with `docs/openapi.yaml`. A class that implements it stands in the context
/// of the service's other integration tests, with [Agreement] in it, and runs after them.
@Order(Integer.MAX_VALUE)
public interface AgreesWithOpenApi {

  /// What is known to differ, or cannot be seen here: the subject as a failure names it, and why.
  /// An entry that is not needed fails too.
  default Map<String, String> exceptions() {
    return Map.of();
  }

  @Test
  default void its_routes_are_the_operations_of_the_document(ApplicationContext context) {
    var operations = operations(context);
    var found = new ArrayList<>(Routes.of(context).compare(operations));
    var publicRoutes =
        Binder.get(context.getEnvironment())
            .bind("poca.public-routes", Bindable.listOf(String.class))
            .orElseGet(List::of);
    found.addAll(Routes.comparePublic(operations, publicRoutes));
    judge("Routes", found, "route ", "public ");
  }

  @Test
  default void its_requests_are_those_of_the_document(ApplicationContext context) {
    var found =
        Requests.compare(
            ApiDocument.ofTheRepository(),
            context.getBean(JsonMapper.class),
            operations(context),
            Routes.of(context));
    judge("Requests", found, "body ", "query ", "path ", "header ", "roles ");
  }

  @Test
  default void every_operation_was_seen_to_answer_what_is_documented(ApplicationContext context) {
    Assumptions.assumeTrue(
        System.getProperty("it.test") == null && !Exchanges.OF_THIS_JVM.isEmpty(),
        "only part of the tests ran");
    judge("Answers", Coverage.compare(operations(context), Exchanges.OF_THIS_JVM), "seen ");
  }

  private static List<Operation> operations(ApplicationContext context) {
    var service = context.getEnvironment().getRequiredProperty("spring.application.name");
    return ApiDocument.ofTheRepository().operationsOf(service);
  }

  private void judge(String what, List<Disagreement> found, String... kinds) {
    var unneeded = new HashSet<>(exceptions().keySet());
    unneeded.removeIf(subject -> List.of(kinds).stream().noneMatch(subject::startsWith));
    var left = new ArrayList<>(found);
    left.removeIf(disagreement -> {
      unneeded.remove(disagreement.subject());
      return exceptions().containsKey(disagreement.subject());
    });
    for (var subject : unneeded) {
      left.add(new Disagreement(subject, "is an exception that nothing needs"));
    }
    Failure.ifAny(what + " differ from docs/openapi.yaml", left);
  }
}
