package poca.ai.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poca.ai.likeness.EmergencyFamily;
import poca.ai.likeness.Likeness;
import poca.ai.triage.UrgencyLevel;

/// What becomes of a likeness. Here a message is like an emergency by one word of it, so that only
/// the turn is tried and not the model.
class SecondNetTest {

  private static final String MAYBE = "My porridge is a little gruffly since this morning";
  private static final String SURELY = "My porridge is utterly gruffly since this morning";
  private static final EmergencyFamily STROKE = family();

  private final Likeness likeness =
      (tellings, fits) -> {
        for (int telling = 0; telling < tellings.size(); telling++) {
          var messages = tellings.get(telling);
          for (int at = 0; at < messages.size(); at++) {
            int start = messages.get(at).indexOf("gruffly");
            if (start < 0) continue;
            boolean isCertain = messages.stream().anyMatch(m -> m.contains("utterly"));
            var place = new Likeness.Place(at, start, start + "gruffly".length());
            return Optional.of(new Likeness.Alike(STROKE, isCertain, telling, List.of(place)));
          }
        }
        return Optional.empty();
      };

  private final Consultation consultation =
      new Consultation(Consultation.adult(60, "female"), likeness);

  private static EmergencyFamily family() {
    var question =
        "Did weakness, numbness, a drooping face, trouble with speech, sight or balance come on"
            + " suddenly in the last day?";
    return EmergencyFamily.askedIn(question).orElseThrow();
  }

  private Assessment last() {
    return consultation.assessments.getLast();
  }

  @Test
  void what_is_certain_is_red_on_the_patients_own_words() {
    consultation.send(SURELY);
    assertThat(last().newlyRed()).isTrue();
    assertThat(last().urgency().ruleId()).isEqualTo("model:likeness.stroke");
    var span = last().urgency().evidence().getFirst();
    assertThat(SURELY.substring(span.start(), span.end())).isEqualTo("gruffly");
  }

  @Test
  void what_may_be_is_asked_before_anything_else_and_is_at_least_yellow_until_then() {
    var turn = consultation.send(MAYBE);
    assertThat(turn.text()).isEqualTo(STROKE.question());
    assertThat(consultation.level()).isEqualTo(UrgencyLevel.YELLOW);
    assertThat(last().confirm()).isEqualTo(STROKE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "Yes, her face",
        "I don't know",
        "what do you mean?",
        "hello",
        "maybe a bit",
        "it started with my arm"
      })
  void anything_but_a_clear_no_is_red_at_once(String answer) {
    consultation.send(MAYBE);
    consultation.send(answer);
    assertThat(last().newlyRed()).isTrue();
    assertThat(last().urgency().ruleId()).isEqualTo("model:likeness.stroke");
    assertThat(last().urgency().evidence()).isNotEmpty();
  }

  @Test
  void a_reply_that_is_no_clear_answer_is_shown_as_a_reply_and_not_as_a_finding() {
    consultation.send(MAYBE);
    consultation.send("Thursday. I have had this before.");
    assertThat(SummaryText.urgencyLine(last()))
        .isEqualTo(
            "Urgency: RED (\"Thursday. I have had this before.\" when asked \""
                + STROKE.question()
                + "\")");
  }

  @Test
  void who_does_not_know_gives_no_clear_answer() {
    consultation.send(MAYBE);
    consultation.send("I don't know");
    assertThat(SummaryText.urgencyLine(last())).startsWith("Urgency: RED (no clear answer to \"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "No.",
        "nope",
        "No, nothing like that",
        "Good heavens no, nothing of the sort",
        "never",
        "Nothing of the kind, thanks",
        "Well, nobody in this house has that"
      })
  void a_clear_no_goes_on_without_it(String answer) {
    consultation.send("My knee aches and is a little gruffly since Monday");
    assertThat(consultation.turns.getLast().text()).isEqualTo(STROKE.question());
    consultation.send(answer);
    assertThat(consultation.level()).isNotEqualTo(UrgencyLevel.RED);
    assertThat(last().confirm()).isNull();
    assertThat(last().urgency().ruleId()).doesNotStartWith("model:");
  }

  @Test
  void it_is_asked_once_in_an_interview_and_counts_among_the_four_questions() {
    consultation.play(MAYBE);
    assertThat(consultation.questions)
        .startsWith(STROKE.question())
        .doesNotHaveDuplicates()
        .hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void the_doctor_reads_what_was_asked_and_how_it_was_answered() {
    consultation.play("My knee aches and is a little gruffly since Monday");
    assertThat(consultation.summary())
        .contains("asked \"" + STROKE.question() + "\", answered \"no\".");
  }

  @Test
  void after_a_no_only_new_words_that_stand_alone_raise() {
    consultation.send(MAYBE);
    consultation.send("no");
    consultation.send("utterly gruffly");
    assertThat(consultation.level()).isNotEqualTo(UrgencyLevel.RED);
    consultation.send("and now my porridge became utterly gruffly within a minute at breakfast");
    assertThat(consultation.level()).isEqualTo(UrgencyLevel.RED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Three years ago I had chest pain, utterly gruffly",
        "In the film the man had chest pain, utterly gruffly",
        "I have no chest pain, utterly gruffly"
      })
  void what_the_rules_read_as_denied_past_or_somebody_elses_is_not_raised_by_it_alone(
      String message) {
    consultation.send(message);
    assertThat(consultation.level()).isNotEqualTo(UrgencyLevel.RED);
  }

  @Test
  void what_the_rules_made_red_keeps_their_rule() {
    consultation.send(
        "Crushing chest pain that goes into my left arm and I sweat, utterly gruffly");
    assertThat(last().urgency().ruleId()).startsWith("red.");
  }

  @Test
  void a_bare_reply_is_not_looked_up() {
    consultation.send("My knee aches since Monday");
    var looked = new boolean[1];
    var other =
        Assessment.of(
            consultation.intake(),
            null,
            (tellings, fits) -> {
              looked[0] = true;
              return Optional.empty();
            });
    assertThat(looked[0]).isTrue();
    assertThat(other.confirm()).isNull();
    var bare =
        new Consultation(
            Consultation.adult(60, "female"),
            (tellings, fits) -> {
              throw new AssertionError("looked up " + tellings);
            });
    bare.send("Hello");
    assertThat(bare.level()).isNotEqualTo(UrgencyLevel.RED);
  }

  @Test
  void a_later_message_is_taken_together_with_the_concern_and_with_everything() {
    var looked = new java.util.ArrayList<List<List<String>>>();
    var listening =
        new Consultation(
            Consultation.adult(60, "female"),
            (tellings, fits) -> {
              looked.add(tellings);
              return Optional.empty();
            });
    listening.send("My knee aches");
    listening.send("It began on Monday after football");
    listening.send("I took ibuprofen for it");
    assertThat(looked.getLast())
        .containsExactly(
            List.of("My knee aches", "I took ibuprofen for it"),
            List.of(
                "My knee aches", "It began on Monday after football", "I took ibuprofen for it"));
  }

  @Test
  void after_the_summary_nothing_is_asked_but_it_stays_yellow() {
    consultation.play("My knee aches since Monday");
    consultation.send("also my porridge is a little gruffly today");
    assertThat(last().confirm()).isNull();
    assertThat(consultation.turns.getLast().text()).doesNotContain("?");
    assertThat(consultation.level()).isNotEqualTo(UrgencyLevel.GREEN);
  }
}
