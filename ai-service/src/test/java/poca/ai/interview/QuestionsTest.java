package poca.ai.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import poca.ai.reading.Asked;
import poca.ai.reading.Story;

class QuestionsTest {

  private static final Known NOTHING_KNOWN =
      new Known(Story.of(List.of(), Set.of()), Intake.PatientRecord.EMPTY, Set.of());

  static Stream<Complaint> complaints() {
    return Stream.concat(Complaints.ALL.stream(), Stream.of(Complaints.GENERAL));
  }

  @ParameterizedTest
  @MethodSource("complaints")
  void every_question_is_understood_again_from_its_text(Complaint complaint) {
    for (var topic : complaint.topics()) {
      for (var voice : Voice.values()) {
        var put = Questions.ask(topic, voice, complaint, NOTHING_KNOWN);
        var question = put.text();
        var asked = Asked.in(question);
        assertThat(asked.asks()).as(question).isEqualTo(put.asked().asks());
        assertThat(asked.findings()).as(question).containsAll(put.asked().findings());
        assertThat(question).matches("[A-Z][^{}]{5,130}\\?");
        switch (topic) {
          case Topic.About t -> assertThat(asked.asks()).as(question).containsExactly(t.ask());
          case Topic.Whether t -> {
            assertThat(asked.asks()).as(question).isEmpty();
            assertThat(asked.findings()).as(question).contains(t.finding());
            assertThat(asked.findings())
                .as(question)
                .allMatch(f ->
                    f == t.finding()
                        || Known.implied(t.finding()) == f
                        || Known.implied(f) == t.finding());
          }
          case Topic.AnyOf t ->
              assertThat(asked.findings()).as(question).isNotEmpty().isSubsetOf(t.findings());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("complaints")
  void every_complaint_leaves_the_doctor_something_to_decide(Complaint complaint) {
    assertThat(complaint.topics()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(complaint.decisions()).hasSizeGreaterThanOrEqualTo(2).allMatch(d -> d.endsWith("?"));
  }
}
