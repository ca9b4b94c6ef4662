package poca.ai.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import poca.ai.reading.Finding;
import poca.ai.reading.QuestionReading;

class QuestionTextTest {

  static Stream<Complaint> complaints() {
    return Stream.concat(Complaints.ALL.stream(), Stream.of(Complaints.GENERAL));
  }

  @ParameterizedTest
  @MethodSource("complaints")
  void every_question_is_understood_again_from_its_text(Complaint complaint) {
    for (var topic : complaint.topics()) isUnderstoodAgain(topic, complaint);
  }

  @Test
  void so_are_those_for_emergency_care() {
    for (var emergency : Emergencies.all())
      for (var topic : emergency.topics()) isUnderstoodAgain(topic, Complaints.GENERAL);
  }

  private static void isUnderstoodAgain(QuestionTopic topic, Complaint complaint) {
    for (var voice : Voice.values()) {
      for (var signs : signs(topic)) {
        var put = QuestionText.of(topic, voice, complaint, signs);
        var question = put.text();
        var asked = QuestionReading.in(question);
        assertThat(asked.asks()).as(question).isEqualTo(put.asked().asks());
        assertThat(asked.findings()).as(question).containsAll(put.asked().findings());
        assertThat(question).matches("[A-Z][^{}]{5,130}\\?");
        switch (topic) {
          case QuestionTopic.About t ->
              assertThat(asked.asks()).as(question).containsExactly(t.ask());
          case QuestionTopic.Whether t -> {
            assertThat(asked.asks()).as(question).isEmpty();
            assertThat(asked.findings()).as(question).contains(t.finding());
            assertThat(asked.findings())
                .as(question)
                .allMatch(f ->
                    f == t.finding()
                        || KnownFacts.implied(t.finding()) == f
                        || KnownFacts.implied(f) == t.finding());
          }
          case QuestionTopic.AnyOf t ->
              assertThat(asked.findings())
                  .as(question)
                  .containsExactlyInAnyOrderElementsOf(signs)
                  .isSubsetOf(t.findings());
        }
      }
    }
  }

  /// Each by itself, and with the next one.
  private static List<List<Finding>> signs(QuestionTopic topic) {
    if (!(topic instanceof QuestionTopic.AnyOf any)) return List.of(List.of());
    var signs = List.copyOf(any.findings());
    var sets = new ArrayList<List<Finding>>();
    for (int i = 0; i < signs.size(); i++) {
      sets.add(List.of(signs.get(i)));
      if (i > 0) sets.add(signs.subList(i - 1, i + 1));
    }
    return sets;
  }

  @ParameterizedTest
  @MethodSource("complaints")
  void every_complaint_leaves_the_doctor_something_to_decide(Complaint complaint) {
    assertThat(complaint.topics())
        .hasSizeGreaterThanOrEqualTo(complaint.asksAfterIllness() ? 2 : 1);
    assertThat(complaint.decisions()).hasSizeGreaterThanOrEqualTo(2).allMatch(d -> d.endsWith("?"));
  }
}
