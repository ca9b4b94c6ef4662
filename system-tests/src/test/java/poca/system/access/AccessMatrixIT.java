package poca.system.access;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import poca.system.House;
import poca.system.SharedHouse;
import poca.system.access.AccessMatrix.Row;
import poca.system.access.PublicGateway.Got;
import poca.system.access.PublicGateway.Request;

/// Every operation of the OpenAPI document, asked for by every kind of caller with every kind of id
/// through the gateway: the answers are the matrix's, all of them.
@ExtendWith(SharedHouse.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessMatrixIT {

  private static final String EXPORT = "exportPatient";

  private static final int AT_ONCE = 6;

  private static @Nullable AccessMatrix matrix;
  private static @Nullable Map<String, Operation> operations;
  private static @Nullable PublicGateway publicGateway;
  private static @Nullable World world;

  @BeforeAll
  static void people_of_every_kind() throws IOException, InterruptedException {
    matrix = AccessMatrix.read();
    operations =
        Operation.all(Path.of(System.getProperty("poca.repository", ".."), "docs/openapi.yaml"));
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
    publicGateway = new PublicGateway(URI.create(url));
    world = new World(new People(publicGateway, adminEmail, adminPassword));
  }

  @AfterAll
  static void how_many() {
    if (publicGateway != null) {
      System.out.printf(
          "access matrix: %d calls through the gateway, %d of them again after a 503%n",
          publicGateway.calls(), publicGateway.again());
    }
  }

  @Test
  @Order(1)
  void every_operation_has_its_row_and_every_row_its_operation() {
    var rows =
        Stream.concat(matrix().access().stream(), matrix().lists().stream())
            .map(Row::operation)
            .collect(toSet());

    assertThat(without(operations().keySet(), rows)).as("operations in no row").isEmpty();
    assertThat(without(rows, operations().keySet())).as("rows of no operation").isEmpty();
    assertThat(cells()).as("calls").hasSizeGreaterThan(5000);
    System.out.printf("access matrix: %d cells%n", cells().size());
    assertThat(matrix().actingAs())
        .containsExactlyInAnyOrderElementsOf(
            operations().values().stream().filter(Operation::actingAs).map(Operation::id).toList());
  }

  /// Comes before anything is granted: what the granted calls make would give some people more.
  @Test
  @Order(2)
  void whoever_is_refused_is_told_why_and_changes_nothing() {
    var cells = cells().stream().filter(cell -> !cell.sign().isGranted()).toList();
    var before = world().snapshot();

    var wrong = each(cells, cell -> asked(cell, request(cell, Map.of())));

    var after = world().snapshot();
    before.forEach((path, seen) -> {
      if (!seen.equals(after.get(path))) {
        wrong.add("changed: %s%n  before %s%n  after  %s".formatted(path, seen, after.get(path)));
      }
    });
    assertNone(wrong);
  }

  @Test
  @Order(3)
  void lists_show_what_their_caller_may_see_and_no_more() {
    var cells =
        matrix().lists().stream()
            .flatMap(row -> Who.WITH_A_SESSION.stream().map(who -> Map.entry(row, who)))
            .toList();

    var wrong =
        each(
            cells,
            cell -> {
              var row = cell.getKey();
              var expected = row.cell(cell.getValue());
              var seen = new Listing(world(), door(), operation(row)).shown(row, cell.getValue());
              return seen.equals(expected)
                  ? null
                  : "%s, %s, %s: expected %s, got %s"
                      .formatted(row.operation(), row.thing(), cell.getValue(), expected, seen);
            });

    assertNone(wrong);
  }

  /// Contract 1.7: where it counts, it is judged before anything else but the token.
  @Test
  @Order(4)
  void a_bad_entity_header_is_refused_on_marked_operations_by_all_but_admins() {
    var strangers =
        Map.of(
            Who.PATIENT, Who.OTHER_PATIENT,
            Who.RELATED, Who.OTHER_PATIENT,
            Who.DOCTOR, Who.OTHER_DOCTOR,
            Who.HOSPITAL, Who.OTHER_HOSPITAL);
    var cells = firstOfEach(cell -> operation(cell).actingAs() && strangers.containsKey(who(cell)));

    var wrong =
        each(
            cells,
            cell -> {
              var stranger = Objects.requireNonNull(strangers.get(who(cell)));
              for (var entity : List.of("no-uuid", world().people.of(stranger).id())) {
                var got =
                    send(cell, Requests.of(cell.given(), Map.of(PublicGateway.ENTITY, entity)));
                if (!got.toString().equals("403 AUTH_004")
                    || !got.message().equals("Invalid entity ID for this user")) {
                  return new Wrong(cell, "403 AUTH_004, entity", got).toString();
                }
              }
              return null;
            });

    assertThat(cells).isNotEmpty();
    assertNone(wrong);
  }

  /// Reads alone among what is granted: nobody needs everything twice.
  @Test
  @Order(5)
  void everywhere_else_and_for_admins_a_bad_entity_header_changes_nothing() {
    var cells =
        firstOfEach(cell ->
            (who(cell) == Who.ADMIN || !operation(cell).actingAs())
                && (operation(cell).isRead() || !cell.sign().isGranted()));

    assertNone(
        each(cells, cell -> asked(cell, request(cell, Map.of(PublicGateway.ENTITY, "no-uuid")))));
  }

  /// Acting for the child, or for the branch, neither opens nor closes anything.
  @Test
  @Order(6)
  void a_good_entity_header_narrows_nothing() {
    var entities =
        Map.of(
            Who.PATIENT, world().id("patient", Which.RELATED, Who.PATIENT),
            Who.RELATED, world().id("patient", Which.OWN, Who.RELATED),
            Who.HOSPITAL, world().id("hospital", Which.RELATED, Who.HOSPITAL));
    var cells =
        cells().stream()
            .filter(cell -> operation(cell).actingAs() && operation(cell).isRead())
            .filter(cell -> entities.containsKey(who(cell)))
            .toList();

    var wrong =
        each(
            cells,
            cell -> {
              var entity = Objects.requireNonNull(entities.get(who(cell)));
              return asked(cell, request(cell, Map.of(PublicGateway.ENTITY, entity)));
            });

    assertNone(wrong);
  }

  @Test
  @Order(7)
  void whoever_is_allowed_gets_through() {
    var granted = cells().stream().filter(cell -> cell.sign().isGranted()).toList();
    // an account has one export at a time
    var exports = granted.stream().filter(cell -> operation(cell).id().equals(EXPORT)).toList();
    var others = granted.stream().filter(cell -> !exports.contains(cell)).toList();

    var wrong = new ArrayList<>(each(others, cell -> asked(cell, request(cell, Map.of()))));
    for (var export : exports) {
      wrong.addAll(each(List.of(export), cell -> asked(cell, request(cell, Map.of()))));
    }
    assertNone(wrong);
  }

  // -- the cells -------------------------------------------------------------------------------

  private record Cell(Given given, MatrixCell sign) {}

  private record Wrong(Cell cell, String expected, Got got) {

    @Override
    public String toString() {
      var given = cell.given();
      var thing = given.thing();
      return "%-26s %-28s %-14s %-9s expected %-22s got %s %s"
          .formatted(
              given.operation().id(),
              thing == null ? "" : thing,
              given.who(),
              thing == null ? "" : given.which(),
              expected,
              got,
              got.message());
    }
  }

  private static List<Cell> cells() {
    var cells = new ArrayList<Cell>();
    for (var row : matrix().access()) {
      for (var who : Who.ALL) {
        for (var which : row.ids()) {
          var given = Given.standing(world(), operation(row), row.thing(), who, which);
          cells.add(new Cell(given, row.sign(who, which)));
        }
      }
    }
    return cells;
  }

  /// One cell with the id `own` for each operation and caller.
  private static List<Cell> firstOfEach(Predicate<Cell> wanted) {
    var done = new HashSet<String>();
    return cells().stream()
        .filter(cell -> cell.given().which() == Which.OWN)
        .filter(wanted)
        .filter(cell -> done.add(operation(cell).id() + " " + who(cell)))
        .toList();
  }

  private static Request request(Cell cell, Map<String, String> headers) {
    return cell.sign().isGranted()
        ? Requests.granted(cell.given(), headers)
        : Requests.of(cell.given(), headers);
  }

  /// What is wrong with the answer; null if it is the matrix's.
  private static @Nullable String asked(Cell cell, Request request) {
    var got = send(cell, request);
    var expected = cell.sign().expected(operation(cell));
    var told = got.toString();
    if (operation(cell).id().equals("readPatient") && got.data().path("created_at").isNull()) {
      told += " reduced";
    }
    return told.equals(expected) ? null : new Wrong(cell, expected, got).toString();
  }

  private static Got send(Cell cell, Request request) {
    return operation(cell).isSocket() ? door().handshake(request) : door().ask(request);
  }

  /// Several at once, begun in the matrix's order.
  private static <T> List<String> each(List<T> cells, Function<T, @Nullable String> question) {
    try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
      var answers = new ArrayList<Future<@Nullable String>>();
      for (var cell : cells) {
        answers.add(workers.submit(() -> question.apply(cell)));
      }
      var wrong = new ArrayList<String>();
      for (var answer : answers) {
        var one = answer.get();
        if (one != null) {
          wrong.add(one);
        }
      }
      return wrong;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> without(Set<String> all, Set<String> known) {
    return all.stream().filter(one -> !known.contains(one)).sorted().toList();
  }

  private static void assertNone(List<String> wrong) {
    if (!wrong.isEmpty()) {
      fail(wrong.size() + " lines are not as the matrix says:\n" + String.join("\n", wrong));
    }
  }

  private static Operation operation(Cell cell) {
    return cell.given().operation();
  }

  private static Who who(Cell cell) {
    return cell.given().who();
  }

  private static Operation operation(Row row) {
    return Objects.requireNonNull(
        operations().get(row.operation()), "no operation in the document: " + row.operation());
  }

  private static AccessMatrix matrix() {
    return Objects.requireNonNull(matrix);
  }

  private static Map<String, Operation> operations() {
    return Objects.requireNonNull(operations);
  }

  private static PublicGateway door() {
    return Objects.requireNonNull(publicGateway);
  }

  private static World world() {
    return Objects.requireNonNull(world);
  }
}
