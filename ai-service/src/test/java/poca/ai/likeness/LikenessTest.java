package poca.ai.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The net that ships.
class LikenessTest {

  private final Likeness likeness = ShippedLikeness.get();

  private List<Likeness.Alike> of(String... messages) {
    return likeness.of(List.of(List.of(messages)), family -> true).stream().toList();
  }

  /// Vectors differ a little from one kind of processor to another; so may these figures.
  @Test
  void emergencies_of_a_family_that_it_has_never_seen_are_caught_two_times_of_three() {
    var exemplars = Exemplar.all();
    var training =
        new Training(
            exemplars,
            exemplars.stream().map(e -> ShippedLikeness.resemblance().encoded(e.text())).toList());
    var scores = training.scores();
    var emergencyClassifier = training.net();
    System.out.printf(
        Locale.ROOT,
        "likeness: raise above %.3f, ask above %.3f%n",
        emergencyClassifier.raise(),
        emergencyClassifier.ask());
    for (var kind : Exemplar.Kind.values()) {
      int all = 0;
      int raised = 0;
      int asked = 0;
      for (int at = 0; at < scores.length; at++) {
        if (exemplars.get(at).kind() != kind) continue;
        all++;
        if (scores[at] > emergencyClassifier.raise()) raised++;
        else if (scores[at] > emergencyClassifier.ask()) asked++;
      }
      System.out.printf(
          Locale.ROOT,
          "likeness without the family: %s, %d: raised %.1f %%, asked %.1f %%%n",
          kind,
          all,
          100.0 * raised / all,
          100.0 * asked / all);
      if (kind == Exemplar.Kind.RED) assertThat(1.0 * (raised + asked) / all).isGreaterThan(0.8);
      if (kind == Exemplar.Kind.RED) assertThat(1.0 * raised / all).isGreaterThan(2 / 3.0);
      if (kind == Exemplar.Kind.SOON) assertThat(1.0 * raised / all).isLessThan(0.15);
    }
  }

  @Test
  void the_net_that_the_build_made_is_that_of_these_exemplars_and_this_model() {
    assertThat(ShippedLikeness.net().vectors()).hasNumberOfRows(Exemplar.all().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dad was stirring his soup and the spoon just fell, now one half of his mouth hangs and he"
            + " talks rubbish",
        "it is like an anvil on my breastbone since an hour, sweat pours off me and my jaw aches",
        "the lad went grey on the sofa, eyes rolled white and he only gurgles when I shake him"
      })
  void an_emergency_in_words_of_its_own_is_certain(String message) {
    assertThat(of(message)).singleElement().matches(Likeness.Alike::isCertain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "could I have my usual blood pressure tablets again please",
        "my son has a runny nose and plays with his trains all day",
        "dandruff again now that it is cold, which shampoo would you take"
      })
  void what_is_harmless_is_like_no_emergency(String message) {
    assertThat(of(message)).isEmpty();
  }

  @Test
  void an_emergency_between_other_things_is_found_and_its_words_are_pointed_to() {
    var before =
        "Hello doctor, I hope you had a good holiday, thanks for the prescription last month. ";
    var now = "Since breakfast my husband's mouth hangs on one side and he cannot find his words.";
    var after = " By the way the new tablets are easier to swallow. Greetings to your nurse.";
    var alike = of(before + now + after);
    assertThat(alike).hasSize(1);
    var place = alike.getFirst().places().getFirst();
    assertThat((before + now + after).substring(place.start(), place.end()))
        .containsAnyOf("mouth hangs", "cannot find his words");
  }

  @Test
  void the_words_of_several_messages_are_pointed_to_in_each() {
    var alike =
        of("something is wrong with my dad", "his face hangs and the arm drops, he mumbles");
    assertThat(alike).hasSize(1);
    assertThat(alike.getFirst().places()).anySatisfy(p -> assertThat(p.message()).isEqualTo(1));
  }

  @Test
  void the_same_words_always_give_the_same() {
    var words = "he hit his head on the pool edge, threw up four times and I can hardly wake him";
    assertThat(of(words)).isEqualTo(of(words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "???", "🙂", "a"})
  void whatever_is_written_is_looked_up(String message) {
    assertThat(of(message)).allSatisfy(a -> assertThat(a.isCertain()).isFalse());
    assertThat(of(message.repeat(3_000))).hasSizeLessThan(2);
  }
}
