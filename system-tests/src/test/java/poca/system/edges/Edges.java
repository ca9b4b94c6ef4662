package poca.system.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import poca.system.House;
import poca.system.SharedHouse;
import poca.system.edges.Api.Field;
import poca.system.edges.Api.Operation;
import poca.system.edges.Wire.Answer;
import poca.system.edges.Wire.Request;

/// Asks operations in ways that nobody means: the answer is one of ours.
///
/// It asks the house of these tests, or one that runs already: `-Dpoca.house.url=...` with
/// `-Dpoca.house.admin=email:password`. With `-Dpoca.edges.seed` other texts are thought of.
@ExtendWith(SharedHouse.class)
abstract class Edges {

  private static final int AT_ONCE = 4;
  static final int LARGEST_MESSAGE = 16 * 1024;

  /// How often over: `./poca prove edges` has more time than a build.
  static final int DEPTH = Integer.getInteger("poca.edges.depth", 1);

  static final long SEED = Long.getLong("poca.edges.seed", 18);

  private static @Nullable Api api;
  private static @Nullable Wire wire;
  private static @Nullable Fixture fixture;

  @BeforeAll
  static void one_of_everything() throws IOException, InterruptedException {
    if (api != null) {
      return;
    }
    api = Api.read(Path.of(System.getProperty("poca.repository", ".."), "docs/openapi.yaml"));
    System.out.printf("edges: seed %d, depth %d%n", SEED, DEPTH);
    var url = System.getProperty("poca.house.url");
    if (url == null) {
      var house = House.shared();
      enter(house.url(), house.adminEmail(), house.adminPassword());
    } else {
      var admin = Objects.requireNonNull(System.getProperty("poca.house.admin")).split(":", 2);
      enter(url, admin[0], admin[1]);
    }
  }

  private static void enter(String url, String adminEmail, String adminPassword) {
    wire = new Wire(url);
    fixture = new Fixture(wire, adminEmail, adminPassword);
  }

  static Api api() {
    return Objects.requireNonNull(api);
  }

  static Wire wire() {
    return Objects.requireNonNull(wire);
  }

  static Fixture fixture() {
    return Objects.requireNonNull(fixture);
  }

  /// Of texts that are taken: all of them, but where each makes an account two in turn. A hash of a
  /// password costs more than a hundred refusals.
  static List<String> some(List<String> texts, Operation operation, int turn) {
    if (DEPTH > 1 || operation.fields().stream().noneMatch(f -> f.name().equals("password"))) {
      return texts;
    }
    var size = texts.size();
    return List.of(texts.get(turn % size), texts.get((turn + size / 2) % size));
  }

  static Request with(Operation operation, Field field, Object value) {
    var body = new LinkedHashMap<String, Object>(fixture().body(operation));
    body.put(field.name(), field.list() && value instanceof String ? List.of(value) : value);
    return fixture().request(operation, body);
  }

  static @Nullable String fault(Request request) {
    var answer = wire().send(request);
    var bare = request.method().equals("HEAD") && answer.status() < 500;
    var fault = bare ? null : answer.fault();
    return fault == null ? null : request + " -> " + fault;
  }

  static @Nullable String refused(Operation operation, Field field, Object value) {
    var request = with(operation, field, value);
    return complaint(wire().send(request), field, request);
  }

  static @Nullable String complaint(Answer answer, Field field, Request request) {
    return answer.complainsOf(field.name())
        ? null
        : request + " -> not refused: " + answer.status() + " " + Wire.shortened(answer.body());
  }

  static @Nullable String taken(Operation operation, Field field, Object value) {
    var request = with(operation, field, value);
    var answer = wire().send(request);
    var fault = answer.fault();
    if (fault != null) {
      return request + " -> " + fault;
    }
    return answer.complainsOf(field.name())
        ? request + " -> not taken: " + Wire.shortened(answer.body())
        : null;
  }

  interface OfField {
    void add(Operation operation, Field field, List<Callable<@Nullable String>> works);
  }

  static void fields(Predicate<Field> which, OfField what) throws Exception {
    var works = new ArrayList<Callable<@Nullable String>>();
    for (var operation : api().operations()) {
      for (var field : operation.fields()) {
        var read = !NotShown.NOT_READ.containsKey(operation.id() + "." + field.name());
        if (read && which.test(field) && !field.name().equals("file")) {
          what.add(operation, field, works);
        }
      }
    }
    assertThat(works).isNotEmpty();
    none(works);
  }

  static void each(BiConsumer<Operation, List<Request>> what) throws Exception {
    var requests = new ArrayList<Request>();
    for (var operation : api().operations()) {
      what.accept(operation, requests);
    }
    var works = new ArrayList<Callable<@Nullable String>>();
    requests.forEach(request -> works.add(() -> fault(request)));
    none(works);
  }

  static void none(List<Callable<@Nullable String>> works) throws Exception {
    var wrong = new ArrayList<String>();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var work : threads.invokeAll(works)) {
        var fault = work.get();
        if (fault != null) {
          wrong.add(fault);
        }
      }
    }
    System.out.printf("edges: %d requests, %d wrong%n", works.size(), wrong.size());
    assertThat(wrong.stream().limit(60)).isEmpty();
  }
}
