package poca.ai.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import poca.ai.reading.Story;

/// What has lasted for months, is over and was found harmless, or lies years back is no emergency;
/// the same made new, worse or come back is one.
class CurrentOnlyTest {

  static Stream<Rated> told() {
    return Rated.in(
        """
        YELLOW | 45y | I have had chest pain on and off for three years, like a hand pressing
        RED    | 45y | I have had chest pain for three years, but today it goes into my arm and I am sweating
        RED    | 45y | I have had chest pain for three years and now it is much worse, with sweating
        YELLOW | 66y | blind in my left eye for over two years, is a lens still worth it?
        RED    | 66y | I went blind in my left eye this morning
        RED    | 30y | I have wanted to kill myself for six months
        RED    | 30y | 34 weeks pregnant and bleeding a lot
        YELLOW | 40y | Two weeks ago I had the worst headache of my life. The hospital scanned me, all clear. It has not returned
        RED    | 40y | I had the worst headache of my life, the hospital scanned me, all clear. Now it has come back and I am vomiting
        YELLOW | 3y  | She had a seizure with fever in June, the hospital checked her over. Right as rain since
        RED    | 3y  | She had a seizure in June, the hospital checked her over. Another one today, still shaking
        YELLOW | 60y | Tearing pain between the shoulder blades in 2016, they mended the aorta. Feeling fine, who books the scan?
        RED    | 60y | They mended my aorta in 2016. Tearing pain between the shoulder blades today
        RED    | 40y | The worst headache of my life two weeks ago, the hospital scanned me, all clear, fine since. It is back again and I am sick with it
        RED    | 30y | He had a seizure last week, the hospital checked him over, he was right as rain, and another just started
        YELLOW | 60y | The worst headache of my life, like an axe in the skull: 2011, a burst vessel, clipped. I have been grand all these years
        RED    | 71y | his chest turned bad overnight, oxygen 79, he drops off while talking and thinks it is 1987
        """);
  }

  @ParameterizedTest
  @MethodSource("told")
  void an_emergency_is_of_now(Rated told) {
    var age = Integer.parseInt(told.background().replace("y", ""));
    var background = new Background(age * 365.25, Set.of());
    var story = Story.of(List.of(new Story.Exchange("m", told.message(), null, false)), Set.of());
    var urgency = Objects.requireNonNull(Triage.assess(story, background));

    assertThat(urgency.level() == UrgencyLevel.RED)
        .as(urgency.toString())
        .isEqualTo(told.level() == UrgencyLevel.RED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A cough, for 5 weeks | since Sunday my right hand goes numb and I keep dropping things",
        "Migraine, they did a CT last month and it was clear, fine now | Now my face droops on the right",
        "Chest pain for three years when I climb | today it goes into my arm and I am sweating",
        "I had a stroke in 2019, right as rain since | Since this morning my left arm is weak",
      })
  void what_is_told_later_is_new(String told) {
    var messages = told.split(" \\| ");
    var story =
        Story.of(
            List.of(
                new Story.Exchange("m1", messages[0], "Thank you.", true),
                new Story.Exchange("m2", messages[1], null, false)),
            Set.of());
    var urgency = Triage.assess(story, new Background(45 * 365.25, Set.of()));

    assertThat(Objects.requireNonNull(urgency).level()).isEqualTo(UrgencyLevel.RED);
  }
}
