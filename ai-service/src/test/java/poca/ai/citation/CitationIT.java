package poca.ai.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import poca.aitest.FaultyProvider;
import poca.aitest.RealAi;
import poca.aitest.Surroundings;
import poca.aitest.World;
import poca.contracts.Role;
import poca.testkit.world.Person;
import poca.testkit.world.Response;
import tools.jackson.databind.JsonNode;

/// From what a scripted engine states to what clients see of it.
@RealAi
@TestPropertySource(properties = {"poca.ai.openai-api-key=key", "poca.ai.openai-model=gpt-x"})
class CitationIT {

  private static final FaultyProvider PROVIDER =
      FaultyProvider.start().lists("{\"object\":\"list\",\"data\":[]}");

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry registry) {
    registry.add("poca.ai.openai-base-url", () -> PROVIDER.url() + "/v1");
  }

  @Autowired World world;

  private final UUID history = UUID.randomUUID();
  private final UUID document = UUID.randomUUID();

  private String path(World.Pair pair) {
    return "/api/v1/patients/" + pair.patient().id() + "/case-history";
  }

  private void holds(World.Pair pair, String summary, int version) {
    Surroundings.NEIGHBOURS.record(
        path(pair), "{\"id\":\"%s\",\"summary\":\"%s\"}".formatted(history, summary));
    Surroundings.NEIGHBOURS.internal(
        "/internal/case-histories/" + history,
        """
        {"version":%d,"summary":"%s","documents":[{"id":"%s","file_name":"a","text":"HbA1c 8.2 %%"}]}
        """
            .formatted(version, summary, document));
    Surroundings.NEIGHBOURS.record("/api/v1/patients/" + pair.patient().id(), "{\"age\":34}");
  }

  /// The summary after one question, as the engine gives it.
  private JsonNode summary(World.Pair pair, String session, String text, String statements) {
    PROVIDER.says("{\"isSummary\":false,\"message\":\"Does it hurt to walk?\"}");
    world.say(pair.patient(), session, "I twisted my right knee on Monday, it is swollen.");
    PROVIDER.says("{\"isSummary\":false,\"message\":\"What have you taken for it?\"}");
    world.say(pair.patient(), session, "Yes it does.");
    PROVIDER.says(
        "{\"isSummary\":true,\"urgency\":\"unchanged\",\"evidence\":\"\",\"statements\":[%s],\"message\":\"%s\"}"
            .formatted(statements, text));
    var said = world.say(pair.patient(), session, "ibuprofen 400 mg, once. No fever.").data();
    assertThat(said.path("is_summary").asBoolean()).as(said.toString()).isTrue();
    assertThat(said.path("engine").asString()).isEqualTo("openai");
    return said.path("statements");
  }

  private static List<String> judged(JsonNode statements) {
    return statements
        .valueStream()
        .map(s -> s.path("supported").asBoolean() + " " + s.path("text").asString())
        .toList();
  }

  private static UUID cited(JsonNode statements, String text) {
    return statements
        .valueStream()
        .filter(s -> s.path("text").asString().contains(text))
        .map(s -> UUID.fromString(s.path("citations").get(0).asString()))
        .findFirst()
        .orElseThrow();
  }

  private Response citation(Person by, String session, UUID id) {
    return world.get(by, "/ai/sessions/" + session + "/citations/" + id);
  }

  @Test
  void what_an_engine_states_is_judged_and_cited_for_whoever_may_see_it() {
    var pair = world.pair();
    holds(pair, "Asthma since 2015. No diabetes.", 3);
    var session = world.session(pair.patient(), pair.chat());
    var statements =
        summary(
            pair,
            session,
            "Main concern: right knee twisted on Monday, swollen.\\nMedication: ibuprofen 400 mg,"
                + " twice.\\nExtra information: asthma since 2015; diabetes; HbA1c 8.2 %; no"
                + " fever.",
            "{\"text\":\"Right knee swollen\",\"quote\":\"it is swollen\"},"
                + "{\"text\":\"Left knee swollen\",\"quote\":\"it is swollen\"},"
                + "{\"text\":\"Chest pain\",\"citations\":[{\"quote\":\"my chest hurts\"}]}");
    assertThat(judged(statements))
        .contains(
            "true Right knee swollen",
            "false Left knee swollen",
            "false Chest pain",
            "true Main concern: right knee twisted on Monday, swollen.",
            "false Medication: ibuprofen 400 mg, twice.",
            "true Extra information: asthma since 2015",
            "false diabetes",
            "true HbA1c 8.2 %",
            "true no fever.");
    assertThat(world.messages(pair.doctor(), session).get(2).path("statements"))
        .isEqualTo(statements);

    // a message: as the interview
    var ofMessage = cited(statements, "Right knee swollen");
    var seen = citation(pair.doctor(), session, ofMessage);
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.data().path("kind").asString()).isEqualTo("message");
    assertThat(seen.data().path("quote").asString()).isEqualTo("it is swollen");
    assertThat(seen.data().path("resource_id").asString())
        .isEqualTo(world.messages(pair.doctor(), session).get(0).path("id").asString());
    assertThat(citation(pair.patient(), session, ofMessage).status()).isEqualTo(200);
    assertThat(citation(world.person(Role.ADMIN), session, ofMessage).status()).isEqualTo(200);
    for (var other : List.of(Role.DOCTOR, Role.PATIENT, Role.HOSPITAL))
      assertThat(citation(world.person(other), session, ofMessage).status()).isEqualTo(404);

    // a case history: as its owner lets the caller, and as it was
    var ofHistory = cited(statements, "asthma since 2015");
    holds(pair, "No asthma.", 4);
    seen = citation(pair.doctor(), session, ofHistory);
    assertThat(seen.data().path("kind").asString()).isEqualTo("case_history");
    assertThat(seen.data().path("quote").asString()).isEqualTo("Asthma since 2015.");
    assertThat(seen.data().path("version").asLong()).isEqualTo(3);
    assertThat(seen.data().path("resource_id").asString()).isEqualTo(history.toString());
    Surroundings.NEIGHBOURS.refuse(path(pair));
    assertThat(citation(pair.doctor(), session, ofHistory).status()).isEqualTo(404);
    Surroundings.NEIGHBOURS.away(true);
    assertThat(citation(pair.doctor(), session, ofHistory).status()).isEqualTo(503);
    Surroundings.NEIGHBOURS.away(false);

    // a document: as the document
    var ofDocument = cited(statements, "HbA1c");
    assertThat(citation(pair.doctor(), session, ofDocument).status()).isEqualTo(404);
    Surroundings.NEIGHBOURS.record("/api/v1/documents/" + document, "{\"id\":\"x\"}");
    assertThat(citation(pair.doctor(), session, ofDocument).data().path("kind").asString())
        .isEqualTo("document");

    // none of this session
    assertThat(citation(pair.doctor(), session, UUID.randomUUID()).status()).isEqualTo(404);
    var another = world.session(pair.patient(), pair.chat());
    assertThat(citation(pair.doctor(), another, ofMessage).status()).isEqualTo(404);
  }

  @Test
  void a_draft_says_what_it_rests_on_and_what_of_the_record_could_be_read() {
    var pair = world.pair();
    holds(pair, "Asthma since 2015.", 1);
    var session = world.session(pair.patient(), pair.chat());
    summary(pair, session, "Main concern: right knee twisted on Monday. Fever of 39 C.", "");
    PROVIDER.says(
        "You told me of a fever of 39 C. You took ibuprofen 400 mg. You have had swelling of the"
            + " left knee. Rest the knee and book a visit if it is not better.");
    var body = Map.of("session_id", session, "summary", "Fever of 39 C.\nSneezing.");
    var draft = world.post(pair.doctor(), "/ai/suggested-response", body).data();
    assertThat(judged(draft.path("statements")))
        .containsExactly(
            "false You told me of a fever of 39 C.",
            "true You took ibuprofen 400 mg.",
            "false You have had swelling of the left knee.");
    assertThat(draft.path("record").path("profile").asString()).isEqualTo("read");
    assertThat(draft.path("record").path("case_history").asString()).isEqualTo("read");

    Surroundings.NEIGHBOURS.slow(700);
    try {
      PROVIDER.says("You said that you are sneezing. Drink enough.");
      draft = world.post(pair.doctor(), "/ai/suggested-response", body).data();
    } finally {
      Surroundings.NEIGHBOURS.slow(0);
    }
    assertThat(draft.path("record").path("profile").asString()).isEqualTo("not_read");
    assertThat(draft.path("record").path("case_history").asString()).isEqualTo("not_read");
    assertThat(judged(draft.path("statements")))
        .containsExactly("true You said that you are sneezing.");
    var posted = cited(draft.path("statements"), "sneezing");
    assertThat(citation(pair.doctor(), session, posted).data().path("quote").asString())
        .isEqualTo("Sneezing.");
    assertThat(citation(pair.patient(), session, posted).status()).isEqualTo(404);
  }

  @Test
  void an_edit_is_its_editors_word_and_what_stood_there_before_is_judged_as_before() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    summary(pair, session, "Main concern: right knee twisted on Monday.\\nFever of 39 C.", "");
    world.put(
        pair.patient(),
        "/ai/sessions/" + session + "/summary",
        Map.of("summary", "Fever of 39 C.\nI also fell on my elbow."));
    var edited = world.messages(pair.doctor(), session).get(2).path("statements");
    assertThat(judged(edited))
        .containsExactly("false Fever of 39 C.", "true I also fell on my elbow.");
    var own = citation(pair.doctor(), session, cited(edited, "elbow")).data();
    assertThat(own.path("version").asInt()).isEqualTo(2);
  }
}
