package poca.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poca.demo.Consultation.Parties;
import poca.demo.Demo;
import poca.demo.Gateway;
import poca.demo.Login;
import poca.demo.StepFailed;
import tools.jackson.databind.JsonNode;

/// The doctor finds the interview, red first, with nothing but a login.
@ExtendWith(SharedHouse.class)
class WorklistIT {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration BACK = Duration.ofSeconds(120);
  private static final int ROUNDS = 20;
  private static final String RED = "I have crushing chest pain and I am sweating";

  private static @Nullable House house;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    house = House.shared();
  }

  @Test
  void a_red_interview_stays_on_top_whatever_else_the_patient_starts() {
    var parties = Demo.strangers(gateway(), house().admin());
    var chat = chat(parties);
    var red = session(parties, chat);
    say(parties, red, RED);
    for (var harmless : List.of("I have a runny nose", "My knee hurts a bit after running")) {
      say(parties, session(parties, chat), harmless);
    }
    session(parties, chat);

    var doctor = parties.doctor();
    assertThat(work(doctor).get(0).path("id").asString()).isEqualTo(red);
    House.eventually(SOON, () -> assertThat(shown(doctor, chat)).isEqualTo(red));

    var read = gateway().get(doctor, "/ai/sessions/" + red).data();
    assertThat(read.path("attended_at").isString()).isTrue();
    assertThat(read.path("evidence").isEmpty()).isFalse();
    assertThat(work(doctor).valueStream().map(waiting -> waiting.path("id").asString()))
        .doesNotContain(red);
    House.eventually(SOON, () -> assertThat(state(doctor, chat)).isEqualTo(owners(doctor, chat)));
  }

  @Test
  void who_reads_or_answers_in_the_chat_has_attended() {
    for (var answers : List.of(true, false)) {
      var parties = Demo.strangers(gateway(), house().admin());
      var chat = chat(parties);
      var session = session(parties, chat);
      say(parties, session, RED);
      var sent =
          gateway()
              .post(
                  parties.patient(),
                  "/messages",
                  Map.of("chat_id", chat, "message", "Please help", "ai_session_id", session))
              .data();
      assertThat(work(parties.doctor())).hasSize(1);
      if (answers) {
        gateway()
            .post(parties.doctor(), "/messages", Map.of("chat_id", chat, "message", "Call 112"))
            .data();
      } else {
        gateway()
            .put(
                parties.doctor(),
                "/messages/" + sent.path("id").asString() + "/read",
                Map.of("is_read", true))
            .data();
      }
      House.eventually(SOON, () -> assertThat(work(parties.doctor())).isEmpty());
      assertThat(
              gateway()
                  .get(parties.patient(), "/ai/sessions/" + session)
                  .data()
                  .path("summary_message_id"))
          .isEqualTo(sent.path("id"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ai-service", "chat-service"})
  void after_a_death_at_any_moment_the_chats_show_what_the_owner_knows(String service) {
    var all = new ArrayList<Parties>();
    for (var i = 0; i < 4; i++) {
      all.add(Demo.strangers(gateway(), house().admin()));
    }
    var chats = all.stream().map(WorklistIT::chat).toList();
    try (var hands = Executors.newFixedThreadPool(all.size())) {
      for (var i = 0; i < all.size(); i++) {
        var parties = all.get(i);
        var chat = chats.get(i);
        hands.submit(() -> talk(parties, chat));
      }
      House.eventually(SOON, () -> assertThat(work(all.getFirst().doctor())).isNotEmpty());
      house().kill(service);
    }
    for (var i = 0; i < all.size(); i++) {
      var doctor = all.get(i).doctor();
      var chat = chats.get(i);
      House.eventually(BACK, () -> assertThat(state(doctor, chat)).isEqualTo(owners(doctor, chat)));
    }
  }

  private static void talk(Parties parties, String chat) {
    try {
      for (var i = 0; i < ROUNDS; i++) {
        var session = session(parties, chat);
        say(parties, session, "I have a cough");
        say(parties, session, RED);
      }
    } catch (StepFailed | IllegalStateException died) {
      // what was not answered may be there or not
    }
  }

  private static String chat(Parties parties) {
    return gateway()
        .post(
            parties.patient(),
            "/chats",
            Map.of("doctor_id", parties.doctorId(), "patient_id", parties.patientId()))
        .data()
        .path("id")
        .asString();
  }

  private static String session(Parties parties, String chat) {
    return gateway()
        .post(parties.patient(), "/ai/sessions", Map.of("chat_id", chat))
        .data()
        .path("id")
        .asString();
  }

  private static void say(Parties parties, String session, String words) {
    gateway()
        .post(parties.patient(), "/ai/messages", Map.of("session_id", session, "message", words))
        .data();
  }

  private static JsonNode work(Login doctor) {
    return gateway().get(doctor, "/ai/sessions?attended=false").data().path("sessions");
  }

  private static JsonNode assistant(Login doctor, String chat) {
    return gateway().get(doctor, "/chats/" + chat).data().path("assistant");
  }

  private static String shown(Login doctor, String chat) {
    return assistant(doctor, chat).path("session_id").asString("");
  }

  /// What the chat shows of its interviews.
  private static String state(Login doctor, String chat) {
    var shown = assistant(doctor, chat);
    return shown.path("session_id").asString("")
        + " "
        + shown.path("urgency").asString("")
        + " "
        + shown.path("attended_at").asString("");
  }

  /// The same, from the owner's rows: of those that are equally urgent the newest.
  private static String owners(Login doctor, String chat) {
    var waiting =
        gateway()
            .get(doctor, "/ai/sessions?limit=200&attended=false&chat_id=" + chat)
            .data()
            .path("sessions");
    if (waiting.isEmpty()) {
      return "  ";
    }
    var most = waiting.get(0).path("urgency");
    var newest =
        waiting
            .valueStream()
            .filter(session -> session.path("urgency").equals(most))
            .reduce((one, other) -> startedAt(one).compareTo(startedAt(other)) > 0 ? one : other)
            .orElseThrow();
    return newest.path("id").asString() + " " + most.asString("") + " ";
  }

  private static String startedAt(JsonNode session) {
    return session.path("start_timestamp").asString() + session.path("id").asString();
  }

  private static Gateway gateway() {
    return house().gateway();
  }

  private static House house() {
    return Objects.requireNonNull(house);
  }
}
