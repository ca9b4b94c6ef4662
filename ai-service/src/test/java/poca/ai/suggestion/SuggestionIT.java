package poca.ai.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import poca.aitest.RealAi;
import poca.aitest.Surroundings;
import poca.aitest.World;
import poca.contracts.Role;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.testkit.world.Person;
import poca.testkit.world.Response;

@RealAi
class SuggestionIT {

  @Autowired World world;

  private final UUID child = UUID.randomUUID();
  private @Nullable People people;

  /// The doctor treats the child, to whom the parent is related; the hospital employs the doctor.
  private record People(
      Person doctor, Person parent, Person hospital, Person admin, Person stranger) {}

  @BeforeEach
  void meet() {
    var all =
        new People(
            world.person(Role.DOCTOR),
            world.person(Role.PATIENT),
            world.person(Role.HOSPITAL),
            world.person(Role.ADMIN),
            world.person(Role.PATIENT));
    world.relate(RelationKind.DOCTOR, all.doctor().id(), all.doctor().id());
    world.relate(RelationKind.TREATS, all.doctor().id(), child);
    world.relate(RelationKind.RELATED, all.parent().id(), child);
    world.relate(RelationKind.EMPLOYS, all.hospital().id(), all.doctor().id());
    people = all;
  }

  @Test
  void a_doctor_writes_changes_and_deletes_its_suggestion() {
    var made = create(people().doctor(), "Cradle cap", "Oil, then a soft brush.");
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.data().propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "problem",
            "description",
            "doctor_id",
            "created_at",
            "updated_at",
            "has_feedback",
            "feedback",
            "feedback_date");
    assertThat(made.data().path("updated_at").isNull()).isTrue();
    assertThat(made.data().path("has_feedback").asBoolean()).isFalse();
    var path = path(made);
    assertThat(world.get(people().doctor(), path).data()).isEqualTo(made.data());

    var changed = world.put(people().doctor(), path, Map.of("problem", "Cradle cap, thick"));
    assertThat(changed.data().path("problem").asString()).isEqualTo("Cradle cap, thick");
    assertThat(changed.data().path("description").asString()).isEqualTo("Oil, then a soft brush.");
    assertThat(changed.data().path("updated_at").isNull()).isFalse();
    var cleared = new HashMap<String, @Nullable Object>();
    cleared.put("description", null);
    assertThat(world.put(people().admin(), path, cleared).data().path("description").isNull())
        .isTrue();

    assertThat(world.call(people().doctor(), "DELETE", path, null).status()).isEqualTo(204);
    assertThat(world.get(people().doctor(), path).message()).isEqualTo("Suggestion not found");
  }

  @Test
  void of_many_who_delete_it_at_once_one_does() throws Exception {
    for (var round = 0; round < 5; round++) {
      var path = path(create(people().doctor(), "Colic", null));
      List<Callable<Integer>> deletions =
          Collections.nCopies(
              8, () -> world.call(people().doctor(), "DELETE", path, null).status());
      try (var threads = Executors.newFixedThreadPool(8)) {
        var statuses = new ArrayList<Integer>();
        for (var result : threads.invokeAll(deletions)) {
          statuses.add(result.get());
        }
        assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 404);
      }
    }
  }

  @Test
  void what_is_malformed_is_refused_and_changes_nothing() {
    for (var problem : List.of("ab", "   ", "x".repeat(201))) {
      assertThat(create(people().doctor(), problem, null).status()).isEqualTo(422);
    }
    assertThat(create(people().doctor(), "x".repeat(200), null).status()).isEqualTo(200);
    var path = path(create(people().doctor(), "Colic", null));
    var cleared = new HashMap<String, @Nullable Object>();
    cleared.put("problem", null);
    assertThat(world.put(people().doctor(), path, cleared).status()).isEqualTo(422);
    assertThat(world.put(people().doctor(), path, Map.of("problem", "no")).status()).isEqualTo(422);
    for (var feedback : List.of("ok", "    ")) {
      assertThat(feedback(people().parent(), path, feedback).status()).isEqualTo(422);
    }
    assertThat(world.get(people().doctor(), "/suggestions/nonsense").status()).isEqualTo(422);
    assertThat(world.get(people().doctor(), path).data().path("problem").asString())
        .isEqualTo("Colic");
  }

  @Test
  void only_admins_and_the_doctor_itself_write() {
    var path = path(create(people().doctor(), "Colic", null));
    var otherDoctor = world.person(Role.DOCTOR);
    for (var other :
        List.of(otherDoctor, people().parent(), people().hospital(), people().stranger())) {
      assertThat(create(other, "Colic", null).status()).isEqualTo(403);
      assertThat(world.get(other, path).status()).isEqualTo(403);
      assertThat(world.put(other, path, Map.of("problem", "Theft")).status()).isEqualTo(403);
      assertThat(world.call(other, "DELETE", path, null).status()).isEqualTo(403);
    }
    assertThat(create(people().admin(), UUID.randomUUID(), "Colic").message())
        .isEqualTo("Doctor not found");
    assertThat(world.get(people().doctor(), "/suggestions/" + UUID.randomUUID()).status())
        .isEqualTo(404);
    assertThat(world.get(people().admin(), path).data().path("problem").asString())
        .isEqualTo("Colic");
  }

  @Test
  void the_patient_side_says_how_it_went_and_each_feedback_overwrites() {
    var path = path(create(people().doctor(), "Colic", null));

    assertThat(feedback(people().parent(), path, "It helped.").status()).isEqualTo(200);
    var second = feedback(people().parent(), path, "It came back.");
    assertThat(second.data().path("feedback").asString()).isEqualTo("It came back.");
    assertThat(second.data().path("has_feedback").asBoolean()).isTrue();
    assertThat(second.data().path("feedback_date").isNull()).isFalse();

    for (var other : List.of(people().stranger(), people().hospital(), world.person(Role.DOCTOR))) {
      assertThat(feedback(other, path, "Nonsense").status()).isEqualTo(403);
    }
    assertThat(world.get(people().doctor(), path).data()).isEqualTo(second.data());
  }

  @Test
  void lists_show_each_role_what_is_for_it() {
    var first = create(people().doctor(), "Colic", null).data();
    var second = create(people().doctor(), "Croup", null).data();
    var of = "/suggestions?doctor_id=" + people().doctor().id();

    for (var reader :
        List.of(people().doctor(), people().parent(), people().hospital(), people().admin())) {
      var list = world.get(reader, of).data();
      assertThat(list.path("total").asInt()).isEqualTo(2);
      assertThat(list.path("suggestions").get(0).path("id")).isEqualTo(first.path("id"));
      assertThat(list.path("suggestions").get(1).path("id")).isEqualTo(second.path("id"));
      assertThat(list.path("suggestions").get(0).propertyNames())
          .containsExactlyInAnyOrder("id", "problem", "doctor_id", "created_at", "has_feedback");
    }
    var page = world.get(people().doctor(), of + "&skip=1&limit=1").data();
    assertThat(page.path("suggestions").get(0).path("id")).isEqualTo(second.path("id"));
    assertThat(page.path("total").asInt()).isEqualTo(2);
    for (var other :
        List.of(people().stranger(), world.person(Role.DOCTOR), world.person(Role.HOSPITAL))) {
      assertThat(world.get(other, of).status()).isEqualTo(403);
    }

    assertThat(world.get(people().parent(), "/suggestions").data().path("total").asInt())
        .isEqualTo(2);
    assertThat(world.get(people().stranger(), "/suggestions").data().path("total").asInt())
        .isZero();
    assertThat(world.get(people().admin(), "/suggestions").data().path("total").asInt())
        .isGreaterThanOrEqualTo(2);
    assertThat(world.get(people().doctor(), "/suggestions").status()).isEqualTo(403);
    assertThat(world.get(people().hospital(), "/suggestions").status()).isEqualTo(403);
    assertThat(world.get(people().admin(), "/suggestions?doctor_id=" + UUID.randomUUID()).status())
        .isEqualTo(404);
  }

  /// Contract 0: a grant is effective for every request after the response that created it.
  @Test
  void a_relation_of_which_only_the_directory_has_heard_counts() {
    var path = path(create(people().doctor(), "Colic", null));
    var of = "/suggestions?doctor_id=" + people().doctor().id();
    var father = world.person(Role.PATIENT);
    Surroundings.NEIGHBOURS.record(
        "/api/v1/patients/user/" + father.id(),
        "{\"patients\":[{\"id\":\"%s\"}],\"total\":1}".formatted(child));
    assertThat(world.get(father, of).status()).isEqualTo(200);
    assertThat(feedback(father, path, "It helped.").status()).isEqualTo(200);

    var owner = world.person(Role.HOSPITAL);
    var clinic = UUID.randomUUID();
    world.relate(RelationKind.EMPLOYS, clinic, people().doctor().id());
    Surroundings.NEIGHBOURS.record(
        "/api/v1/doctors/" + people().doctor().id() + "/hospitals",
        "[{\"id\":\"%s\"}]".formatted(clinic));
    assertThat(world.get(owner, of).status()).isEqualTo(403);
    // the directory's answer among services has no envelope: its fields stand beside it
    Surroundings.NEIGHBOURS.record(
        "/internal/relations/owns-hospital/" + owner.id() + "/" + clinic,
        "null,\"kind\":\"owns-hospital\",\"left\":\"%s\",\"right\":\"%s\",\"active\":true,\"version\":1"
            .formatted(owner.id(), clinic));
    assertThat(world.get(owner, of).status()).isEqualTo(200);
  }

  private Response create(Person by, String problem, @Nullable String description) {
    var body = new HashMap<String, @Nullable Object>();
    body.put("problem", problem);
    body.put("description", description);
    body.put("doctor_id", people().doctor().id());
    return world.post(by, "/suggestions", body);
  }

  private Response create(Person by, UUID doctor, String problem) {
    return world.post(by, "/suggestions", Map.of("problem", problem, "doctor_id", doctor));
  }

  private Response feedback(Person by, String path, String feedback) {
    return world.post(by, path + "/feedback", Map.of("feedback", feedback));
  }

  private static String path(Response made) {
    return "/suggestions/" + made.data().path("id").asString();
  }

  private People people() {
    return java.util.Objects.requireNonNull(people);
  }
}
