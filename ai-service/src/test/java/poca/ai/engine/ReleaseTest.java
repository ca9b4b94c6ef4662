package poca.ai.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import poca.ai.engine.provider.ProviderFailure;
import poca.ai.interview.Assessment;
import poca.ai.interview.Intake;
import poca.ai.reading.Story;
import poca.ai.triage.Urgency;

/// What is heard of a model that speaks character by character.
class ReleaseTest {

  private static final String HEAD =
      "{\"isSummary\":true,\"urgency\":\"unchanged\",\"evidence\":\"\",\"message\":\"";
  private static final String QUESTION_HEAD = HEAD.replace("true", "false");

  private final List<String> heard = new ArrayList<>();
  private final List<Urgency> rated = new ArrayList<>();

  private final Audience audience =
      new Audience() {
        @Override
        public void hears(String soFar) {
          heard.add(soFar);
        }

        @Override
        public void rated(Urgency raised) {
          rated.add(raised);
        }
      };

  private static Assessment assessment(String... messages) {
    var exchanges = new ArrayList<Story.Exchange>();
    for (int i = 0; i < messages.length; i++) {
      var isLast = i == messages.length - 1;
      exchanges.add(
          new Story.Exchange(
              "m" + i, messages[i], isLast ? null : "Is there any sign number " + i + "?", false));
    }
    return Assessment.of(
        new Intake(new Intake.Doctor("Family doctor", null), Patient.RECORD, exchanges), null);
  }

  private Release speak(Assessment assessment, String text) {
    var release = new Release("openai", assessment, Judgement.sources(assessment), audience);
    for (int i = 0; i < text.length(); i++) release.accept(text.substring(i, i + 1));
    return release;
  }

  private static final Assessment READY =
      assessment("I have had a cough and a taste of pennies for three days", "no", "no", "no");

  @Test
  void a_summary_is_heard_by_sentence_and_line_without_the_models_urgency() {
    speak(
        READY,
        HEAD
            + "Patient: 34 years. Female.\\nUrgency: GREEN. Sure.\\nConcern: cough, 38.5 C.\\nRemedy: none\"}");
    assertThat(heard)
        .containsExactly(
            "Patient: 34 years.",
            "Patient: 34 years. Female.",
            "Patient: 34 years. Female.\nConcern: cough, 38.5 C.",
            "Patient: 34 years. Female.\nConcern: cough, 38.5 C.\nRemedy: none");
  }

  @Test
  void marks_of_a_page_are_not_heard() {
    speak(
        READY,
        HEAD
            + "**Patient:** 34 years, female.\\n## Concern\\n- cough, *dry*.\\n- 3 * 2 days\\n**Urgency:** green\"}");
    assertThat(heard.getLast())
        .isEqualTo("Patient: 34 years, female.\nConcern\ncough, dry.\n3 * 2 days");
  }

  @Test
  void a_sentence_that_the_guard_withholds_is_never_heard_and_the_model_is_hung_up_on() {
    for (var bad :
        List.of(
            "Take 500 mg paracetamol every 6 hours. ",
            "It is probably a viral infection. ",
            "Nothing serious. ",
            "You should rest. ")) {
      heard.clear();
      var release = new Release("openai", READY, Judgement.sources(READY), audience);
      var text = HEAD + "Patient: 34 years. " + bad + "Concern: cough. ";
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < text.length(); i++) release.accept(text.substring(i, i + 1));
              })
          .as(bad)
          .isInstanceOf(ProviderFailure.class);
      assertThat(release.breach()).isPresent();
      assertThat(heard).containsExactly("Patient: 34 years.");
    }
  }

  @Test
  void a_line_without_a_full_stop_is_a_sentence() {
    assertThatThrownBy(
            () -> speak(READY, HEAD + "Patient: 34 years.\\nSo you have a cough\\nConcern"))
        .isInstanceOf(ProviderFailure.class);
    assertThat(heard).containsExactly("Patient: 34 years.");
  }

  @Test
  void what_only_the_next_line_makes_a_breach_is_found_with_it() {
    assertThatThrownBy(() -> speak(READY, HEAD + "Remedy: two.\\nTook 2\\ntablets.\\nConcern"))
        .isInstanceOf(ProviderFailure.class);
    assertThat(heard).allSatisfy(soFar -> assertThat(soFar).doesNotContain("tablets"));
  }

  @Test
  void a_question_is_heard_when_it_is_whole_and_may_be_asked() {
    var early = assessment("I have had a cough for three days");
    speak(early, QUESTION_HEAD + "Do you bring up any phlegm?");
    assertThat(heard).isEmpty();
    speak(early, QUESTION_HEAD + "Do you bring up any phlegm?\"");
    assertThat(heard).containsExactly("Do you bring up any phlegm?");
    heard.clear();
    for (var bad :
        List.of(
            "How long have you had the cough?",
            "You probably have bronchitis, since when?",
            "I see. Any phlegm?",
            "Tell me more.")) {
      speak(early, QUESTION_HEAD + bad + "\"}");
      assertThat(heard).as(bad).isEmpty();
    }
    // a summary of a first message comes too early
    speak(early, HEAD + "Patient: 34 years. Main concern: cough. Condition: none.\"}");
    assertThat(heard).isEmpty();
  }

  @Test
  void the_urgency_is_told_before_anything_is_heard_and_only_on_the_patients_words() {
    speak(READY, HEAD.replace("unchanged", "yellow") + "Patient: 34 years. Concern");
    assertThat(rated).isEmpty();
    heard.clear();
    var onWords = HEAD.replace("unchanged", "yellow").replace("\"\",", "\"taste of pennies\",");
    speak(READY, onWords + "Patient");
    assertThat(rated).hasSize(1);
    assertThat(rated.getFirst().ruleId()).isEqualTo("model:openai");
    assertThat(heard).isEmpty();
  }

  @Test
  void a_model_that_sees_red_is_not_heard_since_the_rules_answer() {
    var red = HEAD.replace("unchanged", "red").replace("\"\",", "\"taste of pennies\",");
    assertThatThrownBy(() -> speak(READY, red + "Patient: 34 years. Concern"))
        .isInstanceOf(ProviderFailure.class);
    assertThat(rated).hasSize(1);
    assertThat(heard).isEmpty();
  }
}
