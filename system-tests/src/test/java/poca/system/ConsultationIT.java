package poca.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poca.demo.Consultation;
import poca.demo.Consultation.Parties;
import poca.demo.Demo;
import poca.demo.Gateway;
import poca.demo.Login;
import tools.jackson.databind.JsonNode;

/// The product's main job, from the first words to the read reply, with everything real; then again
/// while parts die.
@ExtendWith(SharedHouse.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsultationIT {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static @Nullable House house;
  private static @Nullable Parties known;
  private static @Nullable String chat;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    house = House.shared();
  }

  @Test
  @Order(1)
  void strangers_consult_without_a_pause_between_two_calls() {
    for (var i = 0; i < 3; i++) {
      known = Demo.strangers(gateway(), house().admin());
      chat = consult(known);
    }
  }

  @Test
  @Order(2)
  void the_demos_people_load_and_loading_them_again_changes_nothing() {
    var environments = house().admin();
    var demo = new Demo(URI.create(house().url()), house().secondFactors(), System.out::println);

    var before = hospitals();
    demo.play(environments.email(), house().adminPassword(), "a demo password");
    assertThat(hospitals()).isEqualTo(before + 2);

    demo.play(environments.email(), house().adminPassword(), "a demo password");
    assertThat(hospitals()).isEqualTo(before + 2);
  }

  private static int hospitals() {
    return gateway().get(house().admin(), "/hospitals").data().path("total").asInt();
  }

  @Test
  @Order(3)
  void everything_together_is_small() {
    assertThat(house().memoryMegabytes()).isPositive().isLessThan(3500);
  }

  @ParameterizedTest
  @Order(4)
  @ValueSource(
      strings = {"chat-service", "ai-service", "directory-service", "auth-service", "gateway"})
  void a_service_dies_and_nothing_acknowledged_is_lost(String service) {
    var sent = send("before " + service + " dies");

    house().kill(service);

    House.eventually(PATIENCE, () -> consult(Demo.strangers(gateway(), house().admin())));
    House.eventually(PATIENCE, () -> assertThat(newest().path("id")).isEqualTo(sent.path("id")));
    assertThat(newest().path("seq")).isEqualTo(sent.path("seq"));
  }

  @Test
  @Order(5)
  void without_kafka_writes_go_on_and_their_effects_catch_up() {
    house().kill("kafka");

    var sent = send("while the broker is dead");
    consult(Demo.strangers(gateway(), house().admin()));

    assertThat(newest().path("id")).isEqualTo(sent.path("id"));
    // the directory learns of a chat by its fact alone
    var parties = Demo.strangers(gateway(), house().admin());
    var opened = consult(parties);
    House.eventually(
        PATIENCE,
        () ->
            assertThat(chatShownInTheListOfDoctors(parties.patient(), parties.doctorId()))
                .isEqualTo(opened));
  }

  @Test
  @Order(6)
  void after_down_and_up_all_data_is_still_there() throws InterruptedException {
    var sent = send("before the night");

    house().shut();
    house().open();

    assertThat(newest().path("id")).isEqualTo(sent.path("id"));
    consult(Demo.strangers(gateway(), house().admin()));
  }

  private static JsonNode send(String words) {
    return gateway()
        .post(
            known().patient(),
            "/messages",
            Map.of("chat_id", Objects.requireNonNull(chat), "message", words))
        .data();
  }

  private static JsonNode newest() {
    return gateway()
        .get(known().doctor(), "/messages/chat/" + chat + "?limit=1")
        .data()
        .path("messages")
        .get(0);
  }

  private static String chatShownInTheListOfDoctors(Login patient, String doctor) {
    for (var skip = 0; ; skip += 100) {
      var doctors =
          gateway().get(patient, "/doctors?limit=100&skip=" + skip).data().path("doctors");
      for (var item : doctors) {
        if (item.path("id").asString().equals(doctor)) {
          return item.path("chat_id").asString("");
        }
      }
      if (doctors.isEmpty()) {
        return "";
      }
    }
  }

  private static String consult(Parties parties) {
    return new Consultation(gateway(), System.out::println).play(parties, Consultation.FEVER);
  }

  private static Gateway gateway() {
    return house().gateway();
  }

  private static House house() {
    return Objects.requireNonNull(house);
  }

  private static Parties known() {
    return Objects.requireNonNull(known);
  }
}
