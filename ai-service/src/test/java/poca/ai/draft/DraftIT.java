package poca.ai.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import poca.aitest.RealAi;
import poca.aitest.Surroundings;
import poca.aitest.World;
import poca.contracts.Role;
import poca.testkit.world.Person;
import poca.testkit.world.Response;

@RealAi
class DraftIT {

  @Autowired World world;

  @Test
  void a_draft_follows_the_posted_summary_and_stays_apart_from_the_interview() {
    var pair = world.pair();
    Surroundings.NEIGHBOURS.record(
        "/api/v1/patients/" + pair.patient().id(), "{\"age\":4,\"weight\":16}");
    var session = world.session(pair.patient(), pair.chat());
    world.say(pair.patient(), session, "My child has a cough");
    world.put(pair.patient(), "/ai/sessions/" + session + "/end", null);
    var before = world.messages(pair.patient(), session);

    var cough = draft(pair.doctor(), session, "Cough for 3 days, no fever");
    var fever = draft(pair.doctor(), session, "Fever of 39 C since yesterday");
    assertThat(cough.status()).isEqualTo(200);
    assertThat(cough.data().propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "session_id",
            "suggested_response",
            "engine",
            "timestamp",
            "statements",
            "record");
    assertThat(cough.data().path("suggested_response").asString()).contains("cough", "3 days");
    assertThat(fever.data().path("suggested_response").asString())
        .contains("39.0 °C", "240 mg")
        .isNotEqualTo(cough.data().path("suggested_response").asString());

    assertThat(world.messages(pair.patient(), session)).isEqualTo(before);
    var list = list(pair.doctor(), session);
    assertThat(list.data().path("total").asInt()).isEqualTo(2);
    assertThat(list.data().path("suggested_responses").get(0)).isEqualTo(cough.data());
    assertThat(list(world.person(Role.ADMIN), session).status()).isEqualTo(200);
  }

  @Test
  void nobody_but_the_chats_doctor_and_admins_sees_or_makes_a_draft() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    for (var other :
        List.of(pair.patient(), world.person(Role.DOCTOR), world.person(Role.HOSPITAL))) {
      assertThat(draft(other, session, "Cough").status()).isEqualTo(403);
      assertThat(list(other, session).status()).isEqualTo(403);
    }
    assertThat(list(pair.doctor(), session).data().path("total").asInt()).isZero();
    assertThat(draft(pair.doctor(), UUID.randomUUID().toString(), "Cough").status()).isEqualTo(404);
    assertThat(draft(pair.doctor(), session, " ").status()).isEqualTo(422);
    assertThat(draft(pair.doctor(), session, "x".repeat(20_001)).status()).isEqualTo(422);
    assertThat(draft(pair.doctor(), session, "x".repeat(20_000)).status()).isEqualTo(200);
  }

  private Response draft(Person by, String session, String summary) {
    return world.post(
        by,
        "/ai/suggested-response",
        new HashMap<>(Map.of("session_id", session, "summary", summary)));
  }

  private Response list(Person by, String session) {
    return world.get(by, "/ai/sessions/" + session + "/suggested-responses");
  }
}
