package poca.ai.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import poca.ai.likeness.Exemplar.Kind;

class ExemplarTest {

  @Test
  void every_emergency_has_exemplars_for_it_and_against_it() {
    var exemplars = Exemplar.all();
    assertThat(exemplars).hasSizeGreaterThan(2_500);
    var byFamily = exemplars.stream().collect(Collectors.groupingBy(Exemplar::family));
    assertThat(EmergencyFamily.all()).hasSizeGreaterThan(60);
    for (var family : EmergencyFamily.all().keySet()) {
      var kinds =
          byFamily.getOrDefault(family, List.of()).stream()
              .collect(Collectors.groupingBy(Exemplar::kind, Collectors.counting()));
      assertThat(kinds.getOrDefault(Kind.RED, 0L)).as(family).isGreaterThanOrEqualTo(8);
      assertThat(kinds.getOrDefault(Kind.SOON, 0L)).as(family).isGreaterThanOrEqualTo(6);
    }
  }

  @Test
  void an_asked_question_is_known_again_and_taken_for_no_other() {
    for (var family : EmergencyFamily.all().values()) {
      assertThat(EmergencyFamily.askedIn("Seek care.\n\n" + family.question() + "\n"))
          .contains(family);
    }
    assertThat(EmergencyFamily.askedIn("How long has it lasted?")).isEmpty();
  }

  @Test
  void a_question_speaks_to_the_patient_and_to_whoever_writes_for_another() {
    for (var family : EmergencyFamily.all().values()) {
      assertThat(family.question())
          .doesNotContainPattern("(?i)\\b(?:you|your|he|she|his|her|him)\\b")
          .hasSizeLessThan(200);
    }
  }
}
