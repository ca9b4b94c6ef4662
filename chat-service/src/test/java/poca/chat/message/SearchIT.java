package poca.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import poca.chattest.RealChat;
import poca.chattest.World;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.testkit.world.Person;
import poca.testkit.world.Response;

@RealChat
class SearchIT {

  @Autowired World world;

  private World.Pair pair;

  @BeforeEach
  void aPair() {
    pair = world.pair();
  }

  @ParameterizedTest
  @CsvSource({
    "José García called,jose garcia",
    "Jose called,JOSÉ",
    "Jose\u0301 called,josé",
    "Müller und Söhne,MULLER",
    "Łódź and Åse Bjørnsen,lodz bjornsen",
    "die Straße,strasse",
    "ΑΛΈΞΗΣ came,αλεξησ",
    "ЁЖИК at night,ежик",
    "three headaches since Monday,headache",
    "I feel sick (really sick!),really",
    "it's O'Brien's turn,o'brien",
    "38.5 degrees,38.5",
    "ﬁne,fine"
  })
  void words_are_found_however_they_are_accented_or_written(String text, String words) {
    world.say(pair.patient(), pair.chat(), text);
    assertThat(texts(find(pair.doctor(), words))).containsExactly(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"headache fever", "ache", "cough", "'':* | x", "!!", "& |", "\\\\", "%%"})
  void what_is_not_there_is_not_found_and_no_sign_is_an_operator(String words) {
    world.say(pair.patient(), pair.chat(), "a headache since Monday");
    var found = find(pair.doctor(), words);
    assertThat(found.status()).isEqualTo(200);
    assertThat(texts(found)).isEmpty();
    assertThat(found.data().path("total").asLong()).isZero();
  }

  @Test
  void everybody_finds_what_stands_in_its_own_chats_and_nothing_else() {
    var other = world.pair(pair.doctor());
    var mother = world.patient();
    world.say(pair.patient(), pair.chat(), "a rash here");
    world.say(other.doctor(), other.chat(), "a rash there");
    assertThat(texts(find(pair.doctor(), "rash"))).containsExactly("a rash there", "a rash here");
    assertThat(texts(find(pair.patient(), "rash"))).containsExactly("a rash here");
    assertThat(texts(find(other.patient(), "rash"))).containsExactly("a rash there");
    assertThat(texts(find(world.doctor(), "rash"))).isEmpty();
    assertThat(texts(find(world.admin(), "rash"))).isEmpty();
    assertThat(texts(find(world.hospital(), "rash"))).isEmpty();
    assertThat(texts(find(mother, "rash"))).isEmpty();
    world.relate(RelationKind.RELATED, mother.id(), pair.patient().id());
    assertThat(texts(find(mother, "rash"))).containsExactly("a rash here");

    var inOne = "/messages/search?q=rash&chat_id=";
    assertThat(texts(world.get(pair.doctor(), inOne + other.chat())))
        .containsExactly("a rash there");
    assertThat(texts(world.get(pair.patient(), inOne + other.chat()))).isEmpty();
    assertThat(texts(world.get(pair.patient(), inOne + UUID.randomUUID()))).isEmpty();
    assertThat(world.as(UUID.randomUUID(), pair.patient(), inOne + other.chat()).status())
        .isEqualTo(403);
  }

  @Test
  void pages_follow_one_another_newest_first() {
    for (var i = 1; i <= 5; i++) {
      world.say(pair.patient(), pair.chat(), "pain " + i);
    }
    var first = world.get(pair.doctor(), "/messages/search?q=pain&limit=2").data();
    assertThat(first.path("total").asLong()).isEqualTo(5);
    var item = first.path("messages").get(0);
    assertThat(item.path("message").asString()).isEqualTo("pain 5");
    assertThat(item.path("chat_id").asString()).isEqualTo(pair.chat().toString());
    var next =
        world.get(
            pair.doctor(),
            "/messages/search?q=pain&limit=2&cursor=" + first.path("next_cursor").asString());
    assertThat(texts(next)).containsExactly("pain 3", "pain 2");
    assertThat(texts(world.get(pair.doctor(), "/messages/search?q=pain&skip=4")))
        .containsExactly("pain 1");
    var foreign = "/messages/search?q=rash&cursor=" + first.path("next_cursor").asString();
    assertThat(world.get(pair.doctor(), foreign).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?q=", "?q=a", "?q=%20%20", "?q=pain&limit=0", "?q=pain&chat_id=x"})
  void what_is_no_question_is_refused(String query) {
    assertThat(world.get(pair.doctor(), "/messages/search" + query).status()).isEqualTo(422);
  }

  @Test
  void two_hundred_characters_are_enough() {
    assertThat(find(pair.doctor(), "é".repeat(200)).status()).isEqualTo(200);
    assertThat(find(pair.doctor(), "é".repeat(201)).status()).isEqualTo(422);
  }

  private Response find(Person by, String words) {
    return world.get(by, "/messages/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
  }

  private static List<String> texts(Response found) {
    assertThat(found.status()).as(found.toString()).isEqualTo(200);
    return found
        .data()
        .path("messages")
        .valueStream()
        .map(message -> message.path("message").asString())
        .toList();
  }
}
