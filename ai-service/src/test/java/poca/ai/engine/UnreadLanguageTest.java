package poca.ai.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poca.ai.interview.Assessment;
import poca.ai.interview.Helplines;
import poca.ai.interview.Intake;
import poca.ai.reading.Story;
import poca.ai.triage.StoredUrgency;
import poca.ai.triage.UrgencyLevel;

/// What is written in a language that is not read (contract 6.2.6).
class UnreadLanguageTest {

  private final RulesFirst engine = new RulesFirst(new Builtin(), new Helplines("112", ""));
  private final List<Story.Exchange> said = new ArrayList<>();
  private @Nullable Assessment last;

  private Engine.Answer say(String words) {
    var before = last == null ? null : last.urgency().rating();
    return say(words, before);
  }

  private Engine.Answer say(String words, @Nullable StoredUrgency before) {
    var id = "m" + said.size();
    said.add(new Story.Exchange(id, words, null, false));
    var doctor = new Intake.Doctor("Family physician", "+1 555 0100");
    var assessment = Assessment.of(new Intake(doctor, Intake.PatientRecord.EMPTY, said), before);
    last = assessment;
    var answer = engine.answer(assessment, Audience.NOBODY);
    said.set(
        said.size() - 1,
        new Story.Exchange(
            id, words, answer.message(), answer.isSummary(), answer.asked(), assessment.newest()));
    return answer;
  }

  private UrgencyLevel level() {
    return last == null ? UrgencyLevel.GREEN : last.urgency().level();
  }

  private @Nullable String rule() {
    return last == null ? null : last.urgency().ruleId();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          es | Me pica mucho la piel de las manos desde hace una semana | 112
          fr | J'ai le nez bouché et j'éternue depuis trois jours | 112
          ru | У меня уже неделю чешется кожа на руках | 112
          hi | मुझे तीन दिन से खुजली हो रही है | 112
          ja | 三日前から手がかゆいです | 112
          """)
  void gets_the_notice_in_it_and_then_the_summary_and_is_never_green(
      String language, String words, String number) {
    var notice = say(words);
    assertThat(notice.message()).contains(number).doesNotContain("?", "？");
    assertThat(notice.isSummary()).isFalse();
    assertThat(level()).isEqualTo(UrgencyLevel.YELLOW);
    assertThat(rule()).isEqualTo("language.unread");
    assertThat(last).isNotNull().extracting(Assessment::language).isEqualTo(language);

    var summary = say(words + "!");
    assertThat(summary.isSummary()).isTrue();
    assertThat(summary.message())
        .contains(words, "the assistant reads English only", "Urgency: YELLOW");
  }

  @Test
  void any_other_gets_english_and_the_languages_of_the_united_nations() {
    var notice = say("Mijn huid jeukt al een week en ik weet niet wat ik moet doen").message();
    assertThat(notice).contains("English", "inglés", "anglais", "англ", "英");
  }

  @Test
  void an_emergency_in_it_is_advised_in_it_and_is_red() {
    var advised = say("Tengo un dolor muy fuerte en el pecho y no puedo respirar");
    assertThat(level()).isEqualTo(UrgencyLevel.RED);
    assertThat(rule()).startsWith("red.alarm.");
    assertThat(advised.message())
        .contains("112", "+1 555 0100")
        .contains("urgencia")
        .doesNotContain("?", "Seek emergency care");
    assertThat(say("Es muy fuerte, por favor ayuda").isSummary()).isTrue();
    assertThat(level()).isEqualTo(UrgencyLevel.RED);
  }

  @Test
  void english_after_it_lifts_the_floor_and_the_interview_goes_on() {
    say("Hola doctor, tengo una pregunta");
    assertThat(level()).isEqualTo(UrgencyLevel.YELLOW);
    var words =
        "Sorry, I write English now: I have had a sore throat for two days and a runny nose,"
            + " no fever, and I took paracetamol";
    var question = say(words);
    assertThat(question.message()).endsWith("?");
    assertThat(last).isNotNull().extracting(Assessment::isRead).isEqualTo(true);
  }

  @Test
  void a_floor_does_not_take_the_place_of_a_sign_of_the_same_colour() {
    var raised = new StoredUrgency(UrgencyLevel.YELLOW, "model:openai", List.of());
    say("My whatsit goes thrumble", raised);
    assertThat(rule()).isEqualTo("model:openai");
    say("I mean I have a cough, since Monday, with a runny nose and a sore throat");
    assertThat(level()).isEqualTo(UrgencyLevel.YELLOW);
  }

  @Test
  void a_floor_is_lifted_by_words_that_are_understood_and_a_sign_is_not() {
    say("My whatsit goes thrumble", null);
    assertThat(rule()).isEqualTo("not-understood");
    say("I mean I have a cough, since Monday, with a runny nose and a sore throat");
    assertThat(level()).isEqualTo(UrgencyLevel.GREEN);
    say("and now I can't breathe");
    assertThat(level()).isEqualTo(UrgencyLevel.RED);
    say("it is gone, I only have a cough");
    assertThat(level()).isEqualTo(UrgencyLevel.RED);
  }
}
