package poca.ai.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poca.ai.interview.Intake;
import poca.ai.problem.Problem.Likelihood;
import poca.ai.reading.Story;
import poca.ai.source.Basis;
import poca.ai.source.Statement;
import poca.ai.source.Statements;

/// The kinds of objection that doctors had to twenty lists, each with siblings of the example.
class ReadByDoctorsTest {

  /// @param record such as `f 30; conditions=asthma; medications=apixaban, bisoprolol`
  private static List<Problem> of(String record, String... said) {
    var parts = record.split("; *", -1);
    var who = parts[0].split(" ", -1);
    var patient =
        new Intake.PatientRecord(
            Integer.valueOf(who[1]),
            null,
            who[0].equals("f") ? "female" : "male",
            70,
            null,
            null,
            entries(parts, "allergies="),
            entries(parts, "medications="),
            entries(parts, "conditions="),
            "self",
            null);
    var exchanges = new ArrayList<Story.Exchange>();
    for (var message : said) {
      var asked = message.split(" -> ", -1);
      if (asked.length == 2) {
        var before = exchanges.removeLast();
        exchanges.add(new Story.Exchange(before.messageId(), before.message(), asked[0], false));
      }
      exchanges.add(
          new Story.Exchange("m" + exchanges.size(), asked[asked.length - 1], null, false));
    }
    var story = Story.of(exchanges, Set.of());
    return new ByRule(story, patient, Basis.of(story).with(patient)).problems();
  }

  private static List<String> entries(String[] parts, String key) {
    return Arrays.stream(parts)
        .filter(part -> part.startsWith(key))
        .flatMap(part -> Stream.of(part.substring(key.length()).split(", *", -1)))
        .toList();
  }

  private static List<String> names(List<Problem> problems) {
    return problems.stream().map(Problem::name).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "f 30; conditions=pregnancy 34 weeks | my face is puffy and I have a headache, I see flashes | pre-eclampsia",
        "f 19 | the test was positive and my left shoulder hurts, pain in my belly | pregnancy outside the womb",
        "m 77; medications=warfarin | banged my head on the cupboard yesterday, very sleepy today | bleeding inside the skull after an injury",
        "f 33 | fever and shivering, it burns when I pee, my back hurts | infection of the kidney",
        "m 55; conditions=type 2 diabetes; medications=canagliflozin | vomiting since last night and belly pain | ketoacidosis (on a gliflozin with normal sugar, too)",
        "m 66; conditions=COPD | more breathless and wheezy, yellow phlegm | flare of COPD",
        "f 24 | my heart races, my hands tingle and I cannot breathe, I thought I was dying | panic or anxiety",
        "m 68 | weak stream and I am up four times a night to pee | enlarged prostate",
        "f 16 | sore throat for two weeks, swollen glands, so tired for weeks | glandular fever",
      })
  void the_disease_is_named(String record, String said, String problem) {
    assertThat(names(of(record, said))).contains(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m 70 | weak stream for months | anaemia",
        "f 48 | cold all the time and I gained weight | acute upper respiratory infection",
        "f 60 | shaking with cold in bed, my back aches on the right side | appendicitis",
        "f 60 | shaking with cold in bed, my back aches on the right side | acute upper respiratory infection",
        "m 3 | barking cough and a whistling sound when he breathes in | flare of asthma",
        "m 40 | dry skin and itch on my hands, tired | anaemia",
      })
  void a_word_is_not_taken_out_of_what_it_belongs_to(String record, String said, String problem) {
    assertThat(names(of(record, said))).doesNotContain(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m 45 | headache, do you think it is a stroke with slurred speech? | stroke or a passing one",
        "f 28; conditions=pregnancy 32 weeks | I felt shaky, I thought it was low blood sugar | low blood sugar",
        "m 3 | barking cough. chest pain how would I know | heart attack or other coronary disease",
        "f 31 | sore throat, could it be chickenpox? | chickenpox",
      })
  void what_is_asked_or_guessed_is_no_evidence(String record, String said, String problem) {
    assertThat(names(of(record, said))).doesNotContain(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weak stream | Is there any numbness in the groin? -> yes i can empty | false",
        "my back hurts | Is there any numbness in the groin? -> yes | true",
        "my back hurts | Is there any numbness in the groin? -> yes, since yesterday | true",
        "my back hurts | Is there any numbness in the groin? -> Yes he is safe with me at home | false",
        "my back hurts | Is there any numbness in the groin? -> yes my wife is here | false",
      })
  void a_yes_answers_what_was_asked_or_nothing(String first, String then, boolean counts) {
    var all = names(of("m 70", first, then));
    assertThat(all.contains("compression of the nerves of bladder and bowel")).isEqualTo(counts);
  }

  @Test
  void a_yes_to_two_things_is_neither() {
    var all = of("m 82", "my father fell", "Is there any vomiting or unusual drowsiness? -> Yes");
    assertThat(names(all)).doesNotContain("gastroenteritis", "lack of water in the body");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m 71; medications=apixaban | my knee hurts, can I take ibuprofen | ibuprofen or the like with a blood thinner",
        "m 45; medications=ramipril | my back hurts, can I take naproxen | ibuprofen or the like with a medicine for the blood pressure or the kidneys",
        "f 33; allergies=penicillin | it burns when I pee | penicillin is no choice (allergy on record)",
        "m 71; medications=warfarin | my calf is swollen, I forgot two doses last week | forgotten doses of a blood thinner",
        "f 66; medications=amlodipine | both ankles swell in the evening | side effect of a medicine",
        "f 15 | it burns when I pee. please dont tell my mother | a minor who asks that a parent is not told",
        "f 58; medications=empagliflozin | white discharge and itching down below | effect of a gliflozin on the genitals or urine",
      })
  void medicines_and_the_record_are_used(String record, String said, String problem) {
    assertThat(names(of(record, said))).contains(problem);
  }

  @Test
  void a_flare_is_that_of_the_disease_on_record() {
    var all = names(of("m 63; conditions=COPD", "more breathless and wheezy for three days"));
    assertThat(all).contains("flare of COPD").doesNotContain("flare of asthma");
  }

  @Test
  void thoughts_of_suicide_come_first() {
    var all =
        of(
            "f 19",
            "heart was racing, could not breathe, chest was tight",
            "I sometimes think everyone would be better off without me");
    assertThat(all.getFirst().name()).isEqualTo("suicidal thoughts");
    assertThat(all.getFirst().likelihood()).isEqualTo(Likelihood.HIGH);
  }

  @Test
  void what_fits_alone_and_well_is_likely() {
    var all = of("m 35", "watery diarrhoea since yesterday and vomiting, my kids have it too");
    assertThat(all.getFirst().name()).isEqualTo("gastroenteritis");
    assertThat(all.getFirst().likelihood()).isEqualTo(Likelihood.HIGH);
  }

  @Test
  void fever_alone_is_no_sepsis_and_in_a_young_infant_it_is_grave() {
    assertThat(names(of("f 27", "sore throat and 38.6")))
        .doesNotContain("blood poisoning (sepsis)");
    var infant = of("m 0", "my 5 week old baby drinks badly and sleeps a lot, 38.3");
    assertThat(infant.getFirst().name()).startsWith("grave infection of a young infant");
    assertThat(infant.getFirst().likelihood()).isEqualTo(Likelihood.HIGH);
  }

  @Test
  void what_was_measured_and_what_is_denied_stands_with_it() {
    var all =
        of(
            "f 28; conditions=pregnancy 32 weeks",
            "I have a headache and swollen feet",
            "What was the blood pressure, if it was measured? -> the one of my mother says 152 over 98");
    assertThat(all.getFirst().evidence())
        .anyMatch(e -> e.text().equals("blood pressure") && !e.cited().isEmpty());
    var ankles = of("m 66", "both ankles swell in the evening, no breathlessness");
    assertThat(ankles.stream().flatMap(p -> p.evidence().stream()))
        .anyMatch(e -> e.text().startsWith("against: no ") && !e.cited().isEmpty());
  }

  @Test
  void nothing_is_counted_twice() {
    for (var problem : of("f 16", "really bad belly pain low down on the right, I feel sick")) {
      var cited = problem.evidence().stream().flatMap(e -> e.cited().stream()).toList();
      for (var one : cited)
        assertThat(cited.stream().filter(o -> o.start() < one.end() && one.start() < o.end()))
            .as(problem.name())
            .hasSize(1);
    }
  }

  @Test
  void what_is_taken_back_or_over_is_no_danger_of_now() {
    var jaw = of("m 52", "pressure in my chest, it went into my jaw, well not the jaw exactly");
    assertThat(jaw.getFirst().evidence()).noneMatch(e -> e.text().contains("jaw"));
    var over = of("f 19", "I could not breathe in the library and felt faint. I'm fine now");
    assertThat(over).noneMatch(p -> p.source().startsWith("red."));
  }

  @Test
  void age_and_sex_bound_what_is_suggested() {
    assertThat(names(of("f 19", "tight chest for a minute, I am sweating")))
        .doesNotContain("heart attack or other coronary disease");
    assertThat(names(of("f 62", "white discharge and belly pain")))
        .doesNotContain("pelvic inflammation", "pregnancy outside the womb");
    assertThat(names(of("m 24", "pain in my lower right belly and I feel sick")))
        .contains("appendicitis")
        .doesNotContain("pregnancy outside the womb", "twisted ovary or burst cyst");
  }

  private static Problem named(List<Problem> problems, String name) {
    return problems.stream().filter(p -> p.name().startsWith(name)).findFirst().orElseThrow();
  }

  private static List<String> quotes(Problem problem, String label) {
    return problem.evidence().stream()
        .filter(e -> e.text().startsWith(label))
        .flatMap(e -> e.cited().stream())
        .map(c -> c.quote())
        .toList();
  }

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
}
