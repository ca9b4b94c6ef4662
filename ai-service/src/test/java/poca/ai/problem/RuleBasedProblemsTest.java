package poca.ai.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poca.ai.interview.Intake;
import poca.ai.problem.Problem.Likelihood;
import poca.ai.reading.Story;
import poca.ai.source.Basis;
import poca.ai.source.Statement;

class RuleBasedProblemsTest {

  private static List<Problem> of(int years, String condition, String... said) {
    var patient =
        new Intake.PatientRecord(
            years,
            null,
            "female",
            60,
            null,
            null,
            List.of(),
            List.of(),
            condition.isEmpty() ? List.of() : List.of(condition),
            "self",
            null);
    var exchanges = new java.util.ArrayList<Story.Exchange>();
    for (var message : said)
      exchanges.add(new Story.Exchange("m" + exchanges.size(), message, null, false));
    var story = Story.of(MaskedConversation.of(exchanges, Set.of("Ann Cough")), Set.of());
    return new RuleBasedProblems(story, patient, Basis.of(story).with(patient)).problems();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 | I have a runny nose, a sore throat and a cough | acute upper respiratory infection",
        "70 | I cough up green phlegm, have a fever and chills and it hurts when I breathe in | pneumonia or other infection of the lungs",
        "28 | it burns when I pee and I have to go all the time | infection of the lower urinary tract",
        "28 | fever and chills, pain in my flank and it burns when I pee | infection of the kidney",
        "22 | my belly pain moved to the lower right, I feel sick and have a fever | appendicitis",
        "40 | diarrhoea and vomiting since last night, my son has it too | gastroenteritis",
        "35 | throbbing headache, light hurts and I feel sick, I get these often | migraine",
        "31 | palpitations, losing weight though I eat a lot, shaky hands for two months | overactive thyroid",
        "48 | tired, cold all the time, dry skin, constipated and I gained weight | underactive thyroid",
        "82 | hit my head on the door yesterday, drowsy today, I am on warfarin | bleeding inside the skull after an injury",
        "22 | the test was positive, bad pain low in my belly on one side and some bleeding | pregnancy outside the womb",
        "50 | my big toe joint is hot, red and swollen | gout or other crystals in a joint",
      })
  void what_a_doctor_would_think_of_is_among_the_first(int years, String said, String problem) {
    var names =
        of(years, "", said).stream()
            .filter(p -> p.source().startsWith("problem."))
            .limit(3)
            .map(Problem::name)
            .toList();
    assertThat(names).contains(problem);
  }

  @Test
  void each_has_its_evidence_in_the_patients_words() {
    var problems =
        of(60, "asthma", "I have been wheezing since yesterday, no fever", "and a dry cough");
    assertThat(problems).isNotEmpty();
    for (var problem : problems) {
      assertThat(problem.evidence()).as(problem.name()).isNotEmpty().allMatch(Statement::supported);
    }
    var asthma =
        problems.stream().filter(p -> p.name().equals("flare of asthma")).findFirst().orElseThrow();
    assertThat(asthma.evidence().stream().flatMap(e -> e.cited().stream()).map(c -> c.quote()))
        .anyMatch(quote -> quote.contains("wheez"));
    assertThat(asthma.evidence()).anyMatch(Statement::fromProfile);
  }

  @Test
  void a_rule_that_fired_names_its_disease_and_is_not_listed_beside_it() {
    var all = of(62, "", "crushing chest pain going into my left arm, I am sweating");
    assertThat(all.getFirst().name()).isEqualTo("heart attack or other coronary disease");
    assertThat(all.getFirst().likelihood()).isEqualTo(Likelihood.HIGH);
    assertThat(all).noneMatch(p -> p.source().startsWith("red.chest-pain"));
  }

  @Test
  void a_danger_that_no_disease_explains_leads_with_the_id_of_its_rule() {
    var all = of(30, "", "I swallowed a battery");
    assertThat(all.getFirst().source()).startsWith("red.");
    assertThat(all.getFirst().likelihood()).isEqualTo(Likelihood.HIGH);
  }

  @Test
  void suggestions_are_few_and_what_only_makes_it_yellow_is_no_problem() {
    var ankles = of(66, "", "both ankles swell in the evening for two weeks, nothing helps");
    assertThat(ankles).isNotEmpty().allMatch(p -> p.source().startsWith("problem."));
    var chest =
        of(62, "", "crushing chest pain into my left arm, sweating, short of breath, I fainted");
    assertThat(chest).hasSizeBetween(1, 6);
    assertThat(chest.stream().filter(p -> p.source().startsWith("red."))).hasSizeLessThan(3);
  }

  @Test
  void nothing_comes_of_a_name_or_of_what_is_denied() {
    assertThat(of(30, "", "Hello, my name is Rash Coffin-Fever")).isEmpty();
    assertThat(of(30, "", "Hello, Cough here")).isEmpty();
    assertThat(of(30, "", "I have no cough and no fever, I need my results"))
        .noneMatch(p -> p.name().contains("infection"));
  }

  @Test
  void age_counts() {
    assertThat(
            of(1, "", "she wheezes and breathes fast and has a cold").stream().map(Problem::name))
        .contains("bronchiolitis");
    assertThat(of(40, "", "I wheeze and have a cold").stream().map(Problem::name))
        .doesNotContain("bronchiolitis");
  }

  @Test
  void a_quotation_stops_at_a_name() {
    var all = of(30, "", "this is Ann Cough with a bad sore throat since Monday");
    assertThat(all.stream().flatMap(p -> p.evidence().stream()).flatMap(e -> e.cited().stream()))
        .isNotEmpty()
        .allMatch(c -> c.quote().startsWith("with a bad sore throat"));
  }
}
