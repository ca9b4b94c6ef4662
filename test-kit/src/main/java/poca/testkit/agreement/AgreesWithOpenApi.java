package poca.testkit.agreement;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.util.PatternMatchUtils;
import tools.jackson.databind.json.JsonMapper;

/// That a service agrees with `docs/openapi.yaml`. A class that implements it stands in the context
/// of the service's other integration tests, with [Agreement] in it, and runs after them. Answers
/// that no story of theirs needs can be asked for in tests of its own: those run before the count.
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public interface AgreesWithOpenApi {

  /// An access token of an admin; asked for anew for each request.
  String adminToken();

  /// An access token of an account that was deactivated.
  String deactivatedToken();

  /// What is known to differ, or cannot be seen here: the subject as a failure names it (`*` stands
  /// for anything), and why. An entry that is not needed fails too.
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
    judge("Routes", found, "route ", "variables ", "public ");
  }

  @Test
  default void its_requests_are_those_of_the_document(ApplicationContext context) {
    var found =
        RequestAgreement.compare(
            ApiDocument.ofTheRepository(),
            context.getBean(JsonMapper.class),
            operations(context),
            Routes.of(context));
    judge("Requests", found, "body ", "query ", "path ", "header ", "roles ");
  }

  /// What no test has seen is no proof. The refusals that all operations share are asked for here.
  @Order(Integer.MAX_VALUE)
  @Test
  default void every_operation_was_seen_to_answer_what_is_documented(ApplicationContext context) {
    var alone = Exchanges.OF_THIS_JVM.isEmpty();
    var port = context.getEnvironment().getRequiredProperty("local.server.port");
    var sweep =
        new Sweep(ApiDocument.ofTheRepository(), URI.create("http://127.0.0.1:" + port + "/"));
    var operations = operations(context);
    judge(
        "Refusals", sweep.through(operations, this::adminToken, this::deactivatedToken), "swept ");
    Assumptions.assumeFalse(
        alone || System.getProperty("it.test") != null, "only part of the tests ran");
    judge("Answers", Coverage.compare(operations, Exchanges.OF_THIS_JVM), "seen ");
  }

  private static List<Operation> operations(ApplicationContext context) {
    var service = context.getEnvironment().getRequiredProperty("spring.application.name");
    return ApiDocument.ofTheRepository().operationsOf(service);
  }

  private void judge(String what, List<Disagreement> found, String... kinds) {
    var unneeded = new HashSet<>(exceptions().keySet());
    unneeded.removeIf(subject -> List.of(kinds).stream().noneMatch(subject::startsWith));
    var left = new ArrayList<Disagreement>();
    for (var disagreement : found) {
      var excepted = false;
      for (var subject : exceptions().keySet()) {
        if (PatternMatchUtils.simpleMatch(subject, disagreement.subject())) {
          unneeded.remove(subject);
          excepted = true;
        }
      }
      if (!excepted) {
        left.add(disagreement);
      }
    }
    for (var subject : unneeded) {
      left.add(new Disagreement(subject, "is an exception that nothing needs"));
    }
    Failure.ifAny(what + " differ from docs/openapi.yaml", left);
  }
}
