package poca.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import poca.testkit.agreement.Routes.Route;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;
import tools.jackson.databind.json.JsonMapper;

class RoutesAndRequestsTest {

  private final ApiDocument document = Sample.document();
  private final List<Operation> operations = document.operationsOf("thing-service");

  @Test
  void missing_and_undocumented_routes_are_found_in_both_directions() {
    var routes =
        Routes.of(
            route("POST", "/api/v1/things"),
            route("GET", "/api/v1/things"),
            route("GET", "/api/v1/things/newest"),
            route("GET", "/api/v1/things/{id}"),
            route("GET", "/api/v1/others"));

    assertThat(routes.compare(operations))
        .extracting(Disagreement::toString)
        .containsExactlyInAnyOrder(
            "variables GET /api/v1/things/{id}: are called [id], in the document [thing_id]",
            "route GET /api/v1/others: is served and not in the document",
            "route DELETE /api/v1/things/{thing_id}: is in the document and not served");
  }

  @Test
  void a_variable_of_few_words_is_as_many_paths() {
    assertThat(Template.spelledOut("/api/v1/{kind:a|b-c}/{thingId}"))
        .extracting(Template::text)
        .containsExactly("/api/v1/a/{thing_id}", "/api/v1/b-c/{thing_id}");
  }

  @Test
  void what_needs_no_token_is_compared() {
    assertThat(Routes.comparePublic(operations, List.of("GET /api/v1/things/*")))
        .extracting(Disagreement::subject)
        .containsExactly("public newestThing");
    assertThat(Routes.comparePublic(operations, List.of("GET /api/v1/things/newest"))).isEmpty();
  }

  @EnumNaming(EnumNamingStrategies.LowerCaseStrategy.class)
  enum Colour {
    RED,
    GREEN,
    @com.fasterxml.jackson.annotation.JsonAlias("crimson")
    PINK
  }

  record NewNote(@NotNull String text) {}

  record NewThing(
      @NotNull UUID ownerId,
      @NotBlank @Size(max = 255) String name,
      @PositiveOrZero @Nullable Integer size,
      @Size(max = 5) @Nullable List<@NotNull NewNote> notes,
      java.time.@Nullable Instant dueAt) {}

  record OtherThing(
      @Nullable UUID ownerId,
      @NotBlank @Size(max = 100) String name,
      @Nullable Colour colour,
      @Nullable String size,
      @Nullable List<NoteWithBy> notes) {}

  record NoteWithBy(@NotNull String text, @Nullable String by) {}

  @SuppressWarnings("unused")
  static final class Handlers {
    void create(@RequestBody NewThing thing) {}

    void createOther(@RequestBody(required = false) OtherThing thing) {}

    void list(@RequestParam(required = false) @Nullable String colour) {}

    void listOther(@RequestParam("colour") String hue, @RequestParam(required = false) String x) {}

    void read(@PathVariable("thing_id") UUID id) {}

    void readOther(@PathVariable("thing_id") String id) {}
  }

  @Test
  void a_body_as_documented_is_fine_but_for_what_it_lacks() {
    assertThat(compare(served("POST", "/api/v1/things", "create")))
        .containsExactly("body createThing.colour: is documented and not read");
  }

  @Test
  void a_body_that_differs_is_found_field_by_field() {
    assertThat(compare(served("POST", "/api/v1/things", "createOther")))
        .containsExactlyInAnyOrder(
            "body createThing: is not required",
            "body createThing.owner_id: is not required",
            "body createThing.name: maxLength is 100",
            "body createThing.colour: can be pink",
            "body createThing.size: is a string, the document says [integer]",
            "body createThing.notes[].by: is read and not documented",
            "body createThing.due_at: is documented and not read");
  }

  @Test
  void query_header_and_path_are_compared() {
    assertThat(compare(served("GET", "/api/v1/things", "listOther")))
        .containsExactlyInAnyOrder(
            "query listThings.colour: is required",
            "query listThings.x: is read and not documented",
            "query listThings.skip: is documented and not read",
            "query listThings.limit: is documented and not read",
            "header listThings: ignores user-entity-id",
            "header listThings: x-acting-as is false");
    assertThat(compare(served("GET", "/api/v1/things/{thing_id}", "read"))).isEmpty();
  }

  @Test
  void a_media_type_that_is_not_taken_or_not_documented_is_found() {
    var form =
        new Route(
            "POST", new Template("/api/v1/things"), handler("list"), Set.of("multipart/form-data"));
    assertThat(compare(form))
        .contains(
            "body createThing: takes [multipart/form-data] and the document does not say so",
            "body createThing: does not take the documented [application/json]");
  }

  @Test
  void operations_that_no_test_has_seen_are_found() {
    var exchanges = new Exchanges();
    exchanges.record("createThing", 200);
    exchanges.record("createThing", 409);
    exchanges.record("readThing", 404);

    assertThat(Coverage.compare(operations, exchanges))
        .extracting(Disagreement::subject)
        .containsExactlyInAnyOrder(
            "seen createThing 401",
            "seen readThing 200",
            "seen listThings 200",
            "seen listThings 403",
            "seen newestThing 200",
            "seen deleteThing 204");
  }

  private List<String> compare(Route route) {
    return RequestAgreement.compare(
            document, JsonMapper.builder().build(), operations, Routes.of(route))
        .stream()
        .map(Disagreement::toString)
        .toList();
  }

  private static Route route(String method, String path) {
    return new Route(method, new Template(path), null, Set.of());
  }

  private static Route served(String method, String path, String handler) {
    return new Route(method, new Template(path), handler(handler), Set.of());
  }

  private static HandlerMethod handler(String name) {
    var method =
        Stream.of(Handlers.class.getDeclaredMethods())
            .filter(m -> m.getName().equals(name))
            .findFirst()
            .orElseThrow(() -> new AssertionError(Arrays.toString(Handlers.class.getMethods())));
    return new HandlerMethod(new Handlers(), method);
  }
}
