package poca.ai.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.ai.interview.Consultation.adult;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poca.ai.reading.DetailKind;
import poca.ai.reading.Finding;
import poca.ai.reading.QuestionReading;
import poca.ai.reading.Story;

class ChoicesTest {

  private static final QuestionReading PAIR = asked(Finding.VOMITING, Finding.FEVER);

  private static QuestionReading asked(Finding... findings) {
    return new QuestionReading(Set.of(findings), Set.of(), false);
  }

  @Test
  void one_sign_is_yes_or_no_and_two_are_named() {
    assertThat(Choices.of(asked(Finding.FEVER))).containsExactly("Yes", "No", "I don't know");
    assertThat(Choices.of(PAIR))
        .containsExactly("Fever", "Vomiting", "Both", "Neither", "I don't know");
    assertThat(Choices.of(new QuestionReading(PAIR.findings(), Set.of(), true)))
        .doesNotContain("Neither")
        .contains("Both");
    assertThat(Choices.of(QuestionReading.YES_OR_NO)).containsExactly("Yes", "No", "I don't know");
    assertThat(Choices.of(null)).isEmpty();
    assertThat(Choices.of(QuestionReading.NOTHING)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(DetailKind.class)
  void what_has_no_short_set_of_answers_has_no_choices(DetailKind detailKind) {
    var choices = Choices.of(new QuestionReading(Set.of(), Set.of(detailKind), false));
    assertThat(choices.size()).isLessThanOrEqualTo(11).isNotEqualTo(1);
    assertThat(choices).allMatch(choice -> !choice.isBlank() && choice.length() <= 80);
  }

  @Test
  void each_choice_is_read_as_what_it_says() {
    assertThat(after("Fever")).isEqualTo("fever");
    assertThat(after("Both")).isEqualTo("fever vomiting");
    assertThat(after("Neither")).isEqualTo("no fever no vomiting");
    assertThat(after("I don't know")).isEmpty();
  }

  /// What is known of fever and vomiting after an answer.
  private static String after(String answer) {
    var story =
        Story.of(
            List.of(
                new Story.Exchange("a", "I feel ill", "?", false, PAIR, null),
                new Story.Exchange("b", answer, null, false)),
            Set.of());
    var known = new StringBuilder();
    for (var finding : List.of(Finding.FEVER, Finding.VOMITING)) {
      if (story.has(finding)) known.append(' ').append(finding.label());
      if (story.denies(finding)) known.append(" no ").append(finding.label());
    }
    return known.toString().strip();
  }

  @Test
  void a_question_of_the_interview_carries_its_choices_and_a_summary_none() {
    var consultation = new Consultation(adult(45, "male"));
    assertThat(consultation.send("headache").choices())
        .containsExactly("Suddenly", "Gradually", "I don't know");
    while (!consultation.turns.getLast().isSummary()) consultation.send("no");
    assertThat(consultation.turns.getLast().choices()).isEmpty();
  }
}
