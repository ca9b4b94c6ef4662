package poca.ai.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import poca.ai.triage.UrgencyLevel;

/// Small things said in plain words of every day, in all combinations: a phrase that is wide enough
/// to take one of them for an emergency is too wide.
class PlainMessagesTest {

  private static final List<String> WHO =
      List.of(
          "I have %s on my", "my son has %s on his", "my mum has %s on her", "she has %s on her");
  private static final List<String> KIND =
      List.of("dry", "itchy", "a few red", "two small", "three", "old", "some mild", "white");
  private static final List<String> MARKS =
      List.of(
          "patches", "spots", "bumps", "freckles", "scabs", "bites", "marks", "scratches", "warts");
  private static final List<String> PLACES =
      List.of(
          "elbow", "left knee", "back", "tummy", "chin", "neck", "right foot", "left arm", "scalp");

  private static final List<String> SMALL =
      List.of(
          "stubbed my toe on the chair",
          "cut my finger chopping onions, plaster on it",
          "burnt my tongue on tea",
          "twisted my ankle a bit at football",
          "got a splinter in my left hand",
          "was stung by a wasp on my arm, just a red lump",
          "got soap in my eye, stings a bit",
          "ate too much at lunch and feel bloated",
          "took my tablets an hour late today",
          "forgot one pill of the pack",
          "swallowed a cherry stone",
          "bit my tongue while eating",
          "have a runny nose and sneeze",
          "have a stiff neck from the pillow",
          "have heartburn after curry",
          "have a bit of dizziness when I stand up fast",
          "have pins and needles when I cross my legs",
          "have a ringing in my ears after a concert",
          "have trouble falling asleep",
          "had two coffees and feel jittery",
          "took two paracetamol and the headache is gone",
          "feel sad since the dog died",
          "drink three beers at the weekend",
          "have a nosebleed now and then in winter",
          "have sunburn on my shoulders",
          "have a bruise on my shin from hockey");

  static Stream<String> marks() {
    return WHO.stream()
        .flatMap(who ->
            KIND.stream()
                .flatMap(kind ->
                    MARKS.stream()
                        .flatMap(mark ->
                            PLACES.stream()
                                .map(place -> who.formatted(kind + " " + mark) + " " + place))));
  }

  static Stream<String> smallThings() {
    return SMALL.stream()
        .flatMap(
            it -> Stream.of("I " + it, "hello doc, I " + it, "I " + it + " and my mum says ask"));
  }

  @ParameterizedTest
  @MethodSource("smallThings")
  void a_small_thing_is_no_emergency(String message) {
    assertThat(levelOf(message)).isNotEqualTo(UrgencyLevel.RED);
  }

  @ParameterizedTest
  @MethodSource
  void a_mark_on_the_skin_is_no_emergency(List<String> messages) {
    assertThat(messages).allSatisfy(m -> assertThat(levelOf(m)).isNotEqualTo(UrgencyLevel.RED));
  }

  /// By who has them: one test each.
  static Stream<List<String>> a_mark_on_the_skin_is_no_emergency() {
    return WHO.stream()
        .map(who -> marks().filter(m -> m.startsWith(who.substring(0, who.indexOf('%')))).toList());
  }

  private static UrgencyLevel levelOf(String message) {
    var consultation = new Consultation(Consultation.adult(40, "female"));
    consultation.send(message);
    return consultation.level();
  }
}
