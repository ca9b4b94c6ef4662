package poca.ai.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.ai.problem.Suggesting.named;
import static poca.ai.problem.Suggesting.names;
import static poca.ai.problem.Suggesting.of;
import static poca.ai.problem.Suggesting.quotes;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poca.ai.problem.Problem.Likelihood;
import poca.ai.reading.Story;
import poca.ai.source.Basis;
import poca.ai.source.Statement;
import poca.ai.source.Statements;

/// The kinds of objection that doctors had to the lists when they read them again.
class SecondReadingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m 66 | both ankles swell in the evening, no breathlessness | heart failure | against: no trouble breathing | no breathlessness",
        "f 31 | palpitations for a week, I have not fainted | disorder of the rhythm | against: no fainting | I have not fainted",
        "m 3 | barking cough, noisy breathing, no drool i think | inflammation of the lid | against: no drooling | no drool i think",
        "m 35 | watery diarrhoea since yesterday, my wife has it too, fever no | gastroenteritis | against: no fever | fever no",
        "m 66 | both ankles swell in the evening. flat by morning | heart failure | against: flat by morning | flat by morning",
      })
  void what_speaks_against_says_so_with_its_no(
      String record, String said, String problem, String label, String quote) {
    var found = named(of(record, said), problem);
    assertThat(quotes(found, label)).containsExactly(quote);
    assertThat(found.evidence())
        .noneMatch(e -> e.text().startsWith("no ") || e.cited().isEmpty() && !e.fromProfile());
  }

  @Test
  void what_is_denied_is_never_evidence_for() {
    var none = named(of("m 66", "both ankles swell in the evening"), "heart failure");
    var denied =
        named(
            of("m 66", "both ankles swell in the evening, no breathlessness, not tired"),
            "heart failure");
    assertThat(denied.likelihood()).isGreaterThanOrEqualTo(none.likelihood());
  }

  @Test
  void the_denial_with_its_quotation_is_supported_by_the_sources() {
    var message = "both ankles swell in the evening, no breathlessness";
    var story = Story.of(List.of(new Story.Exchange("m0", message, null, false)), Set.of());
    var against = named(of("m 66", message), "heart failure").evidence().getLast();
    var judged =
        Statements.ofSummary(
            "",
            List.of(
                new Statements.Offered(
                    against.text().substring("against: ".length()),
                    List.of(against.cited().getFirst().quote()))),
            Basis.of(story));
    assertThat(judged).hasSize(1).allMatch(Statement::supported);
  }

  @Test
  void a_no_that_goes_on_denies_what_it_names_and_the_rest_stays_open() {
    var all =
        of(
            "f 24",
            "bad pain in my lower right belly and I feel sick",
            "Is there any fainting or vomiting? -> no not fainted");
    var appendix = named(all, "appendicitis");
    assertThat(quotes(appendix, "against: no vomiting")).isEmpty();
    assertThat(quotes(appendix, "left open: vomiting")).containsExactly("no not fainted");
    assertThat(quotes(named(all, "pregnancy outside"), "against: no fainting"))
        .containsExactly("no not fainted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m 82; medications=apixaban | he fell and hit his head, he sleeps much today | bleeding inside the skull | baby | he sleeps much today",
        "m 63; conditions=COPD | more breathless than usual, green phlegm | flare of COPD | severe | more breathless than usual",
        "f 28; conditions=pregnancy 32 weeks | headache, my feet are very swollen | pre-eclampsia | leg | my feet are very swollen",
        "f 28; conditions=pregnancy 32 weeks | headache, I did see some sparkles | pre-eclampsia | blurred | I did see some sparkles",
      })
  void evidence_is_called_no_more_than_was_said(
      String record, String said, String problem, String more, String words) {
    var found = named(of(record, said), problem);
    assertThat(found.evidence()).noneMatch(e -> e.text().contains(more));
    assertThat(quotes(found, words)).containsExactly(words);
  }

  @Test
  void a_label_that_fits_stays() {
    assertThat(
            quotes(
                named(
                    of("m 0", "my 5 week old baby drinks badly, he sleeps a lot, 38.3"),
                    "grave infection"),
                "a baby that sleeps much"))
        .hasSize(1);
    assertThat(
            quotes(
                named(of("f 40", "my left calf is swollen and sore"), "clot in a leg"),
                "a swollen leg"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "f 60 | shaking with cold in bed, my back aches on the right side. fever | infection of the kidney | my back aches on the right side",
        "m 52 | pressure on my chest and clammy. My father had his heart attack at 54, well, 55 | heart attack | My father had his heart attack at 54",
        "m 3 | barking cough, the skin between his ribs goes in a bit | croup | the skin between his ribs goes in a bit",
        "m 45; medications=amlodipine | both ankles swell since the tablet was doubled | side effect | since the tablet was doubled",
      })
  void a_quotation_keeps_its_side_and_its_sense(
      String record, String said, String problem, String quote) {
    assertThat(quotes(named(of(record, said), problem), "")).contains(quote);
  }

  @Test
  void a_quotation_is_no_longer_than_a_line() {
    var said =
        "I woke up in the middle of the night on the sofa of my old aunt with a terrible pain in my lower"
            + " right belly that I had never had in all of my long life before that day";
    for (var problem : of("m 30", said))
      assertThat(quotes(problem, "")).isNotEmpty().allMatch(q -> q.length() <= 80);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "f 60 | shivering and a fever, my back aches on the right side | infected kidney that cannot drain | LOW",
        "m 63; conditions=COPD | more breathless than usual | clot in the lungs | LOW",
        "m 63; conditions=COPD | more breathless than usual | heart failure | LOW",
        "m 63; conditions=COPD | more breathless than usual | collapsed lung | LOW",
        "m 52; conditions=high blood pressure | pressure in my chest and indigestion, clammy | tear of the aorta | LOW",
        "m 52; conditions=high blood pressure | pressure in my chest and indigestion, clammy | illness of the gullet | LOW",
        "f 24 | pain in my lower right belly, 37.8, hurts more when I walk | pelvic inflammation | LOW",
        "m 70 | weak stream for months | bladder that does not empty | LOW",
        "m 70 | weak stream for months | tumour of the prostate or bladder | LOW",
        "f 27 | sore throat for three days, white spots at the back, swollen glands, 38.6, hurts to swallow | viral sore throat | MEDIUM",
        "m 71; medications=apixaban | my calf is swollen. Do I stop the blood thinner then? | asks whether to stop | HIGH",
        "f 78; medications=warfarin | I have a bruise. Should I stop warfarin? | asks whether to stop | HIGH",
        "m 45 | back pain since yesterday, goes into the left buttock | nerve root | LOW",
        "f 58 | itching and white discharge down below | thrush | HIGH",
        "m 82 | he fell yesterday | broken hip | LOW",
        "m 8 | itchy rash, scratches at night | scabies | LOW",
      })
  void what_has_to_be_weighed_is_there(
      String record, String said, String problem, Likelihood likelihood) {
    assertThat(named(of(record, said), problem).likelihood()).isEqualTo(likelihood);
  }

  @Test
  void weight_loss_with_thirst_unanswered_is_new_diabetes_with_the_question_left_open() {
    var diabetes =
        named(
            of(
                "f 31",
                "palpitations, losing weight though I eat a lot",
                "Is there any thirst? -> no chest pain"),
            "new diabetes");
    assertThat(diabetes.likelihood()).isEqualTo(Likelihood.LOW);
    assertThat(quotes(diabetes, "left open: thirst")).containsExactly("no chest pain");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m 70; conditions=benign prostate; medications=tamsulosin | up five times a night to pee, weak stream, burning since two days | infection of the prostate | enlarged prostate",
        "f 40; conditions=irritable bowel syndrome | I have irritable bowel, stress, belly pain that comes and goes. Since last night diarrhoea and vomiting | gastroenteritis | irritable bowel",
        "m 70; conditions=benign prostate | up five times a night to pee, weak stream, burning since two days | infection of the lower urinary tract | enlarged prostate",
        "f 19 | heart was racing, couldnt breathe, hands tingling, its better now. I feel so low and cannot sleep | depression | clot in the lungs",
        "f 19 | heart was racing, couldnt breathe, hands tingling, its better now. I feel so low and cannot sleep | panic or anxiety | clot in the lungs",
      })
  void the_new_illness_comes_before_the_known_and_the_likely_before_the_feared(
      String record, String said, String first, String later) {
    var all = of(record, said);
    assertThat(names(all)).containsSubsequence(first, later);
    assertThat(named(all, later).likelihood())
        .isGreaterThanOrEqualTo(named(all, first).likelihood());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "f 27 | sore throat, white spots at the back, 38.6, no cough | infection of the throat | fits: no cough | no cough",
        "m 45 | my back hurts after lifting, no fever | strain of the back | fits: no fever | no fever",
      })
  void a_denial_that_fits_is_shown_and_not_counted(
      String record, String said, String problem, String label, String quote) {
    var without = said.substring(0, said.lastIndexOf(','));
    var found = named(of(record, said), problem);
    assertThat(quotes(found, label)).containsExactly(quote);
    assertThat(found.likelihood()).isEqualTo(named(of(record, without), problem).likelihood());
  }

  @Test
  void lungs_that_fail_are_thought_of_while_the_question_for_their_signs_is_open() {
    var failing =
        named(
            of(
                "m 63; conditions=COPD",
                "more breathless than usual",
                "Are there any blue lips or unusual drowsiness? -> no chest pain"),
            "failing breathing");
    assertThat(failing.likelihood()).isEqualTo(Likelihood.LOW);
    assertThat(quotes(failing, "left open: ")).containsExactly("no chest pain");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m 52 | pressure in my chest on Tuesday, it has come back tonight | heart attack | came back",
        "m 52 | pressure in my chest, carrying the books up the stairs | heart attack | on the stairs",
        "f 31 | palpitations, losing weight, always hot and shaky | overactive thyroid | shaky",
      })
  void telling_words_are_used(String record, String said, String problem, String label) {
    assertThat(quotes(named(of(record, said), problem), label)).hasSize(1);
  }
}
