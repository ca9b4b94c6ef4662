package poca.ai.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.ai.problem.Suggesting.names;
import static poca.ai.problem.Suggesting.of;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poca.ai.problem.Problem.Likelihood;

/// The kinds of objection that doctors had to twenty lists, each with siblings of the example.
class ReadByDoctorsTest {

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
}
