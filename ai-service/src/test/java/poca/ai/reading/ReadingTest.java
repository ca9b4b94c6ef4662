package poca.ai.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.ai.reading.Readings.read;
import static poca.ai.reading.Readings.with;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import poca.ai.content.ContentErrors;

class ReadingTest {

  static Stream<Arguments> negations() {
    return Stream.of(
            // message | present | absent
            "no fever||FEVER",
            "I have a fever|FEVER|",
            "no cough or cold||COUGH COLD",
            "No fever, cough or vomiting||FEVER COUGH VOMITING",
            "no fever, but vomiting|VOMITING|FEVER",
            "No fever but I have a cough|COUGH|FEVER",
            "denies chest pain, sweating, or trouble breathing||CHEST_PAIN SWEATING BREATHLESS",
            "without vomiting||VOMITING",
            "he is not vomiting||VOMITING",
            "She doesn't have fever, rash or cough||FEVER RASH COUGH",
            "never had a rash||RASH",
            "I never had a headache like this|HEADACHE WORST_HEADACHE|",
            "no, but I have a headache|HEADACHE|",
            "No I have a cough|COUGH|",
            "no fever, severe headache|HEADACHE|FEVER",
            "no fever and he has a cough|COUGH|FEVER",
            "no relief from the headache|HEADACHE|",
            "not only fever but also a rash|FEVER RASH|",
            "the headache is not going away|HEADACHE|",
            "Fever: no. Cough: yes|COUGH|FEVER",
            "rash is not there||RASH",
            "no blood in the stool||BLOODY_STOOL",
            "not feeding well and vomiting|POOR_FEEDING VOMITING|",
            "feeding well|FEEDING_WELL|POOR_FEEDING",
            "drinking normally, no diarrhoea|DRINKING_WELL|DIARRHOEA POOR_DRINKING",
            "can't see any rash||RASH",
            "free of fever||FEVER",
            "only a cough, no fever|COUGH|FEVER",
            "no fever only cough|COUGH|FEVER",
            "No fever⏎Chest pain|CHEST_PAIN|FEVER",
            "no fever⏎chest pain⏎no cough|CHEST_PAIN|FEVER COUGH",
            "No⏎Chest pain since morning|CHEST_PAIN|",
            "no⏎chest⏎pain||CHEST_PAIN",
            "I do⏎not⏎have⏎chest⏎pain||CHEST_PAIN",
            "I have no⏎chest pain or⏎cough||CHEST_PAIN COUGH",
            "no fever⏎or cough||FEVER COUGH",
            "no fever,⏎cough or rash||FEVER COUGH RASH",
            "I can't⏎breathe|BREATHLESS_SEVERE|",
            "i cant... breathe|BREATHLESS_SEVERE|",
            "no fever... chest pain|CHEST_PAIN|FEVER",
            "NO FEVER BUT VOMITTING|VOMITING|FEVER",
            "fever, no cough, no cold|FEVER|COUGH COLD",
            "neither fever nor cough||FEVER COUGH",
            "no problem with breathing||BREATHLESS",
            "diarrhea, vomitting and feaver|DIARRHOEA VOMITING FEVER|",
            "cant breath through my nose|RUNNY_NOSE|",
            "she has tummy ache and the runs|ABDOMINAL_PAIN DIARRHOEA|")
        .map(line -> line.split("\\|", -1))
        .map(p -> Arguments.of(p[0].replace('⏎', '\n'), findings(p[1]), findings(p[2])));
  }

  private static Finding finding(String name) {
    return Finding.of(name.toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static Set<Finding> findings(String names) {
    return names.isBlank()
        ? Set.of()
        : Arrays.stream(names.split(" ", -1)).map(ReadingTest::finding).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("negations")
  void what_is_there_and_what_is_denied(String message, Set<Finding> present, Set<Finding> absent) {
    var reading = read(message);
    assertThat(with(reading, AssertionStatus.PRESENT))
        .satisfies(p -> assertThat(p.containsAll(present)).as("%s in %s", present, p).isTrue())
        .noneMatch(absent::contains);
    assertThat(with(reading, AssertionStatus.ABSENT))
        .satisfies(a -> assertThat(a.containsAll(absent)).as("%s in %s", absent, a).isTrue())
        .noneMatch(present::contains);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          my father had a heart attack | HEART_DISEASE | OTHER_PERSON
          I had a seizure five years ago | SEIZURE | PAST
          what if I get chest pain | CHEST_PAIN | HYPOTHETICAL
          the vomiting has stopped | VOMITING | PAST
          the vomiting has not stopped | VOMITING | PRESENT
          he stopped vomiting | VOMITING | PAST
          he had a seizure this morning but it stopped | SEIZURE | PRESENT
          my dad has chest pain right now | CHEST_PAIN | PRESENT
          I have a cough and my sister has fever | FEVER | OTHER_PERSON
          the cough started 2 months ago | COUGH | PRESENT
          """)
  void the_sense_of_a_finding(String message, String name, AssertionStatus status) {
    var finding = finding(name);
    assertThat(read(message).mentions())
        .filteredOn(m -> m.finding() == finding)
        .extracting(Mention::sense)
        .containsOnly(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          fever 38.5 | 38.5 | 38.5
          temp 101F | 38.3 | 101F
          it was 39 C this morning, a fever | 39.0 | 39 C
          101.3 degrees | 38.5 | 101.3 degrees
          fever of 103 | 39.4 | 103
          temperature thirty eight point five | 38.5 | thirty eight point five
          38,7°C | 38.7 | 38,7°C
          fever of one hundred and two | 38.9 | one hundred and two
          T 37.9 fever | 37.9 | 37.9
          he is hot, 38.3 rectal | 38.3 | 38.3
          temp of 38 something | 38.0 | 38 something
          it was 38.0 this morning | 38.0 | 38.0
          her temp is 101 | 38.3 | 101
          temp 39, pulse of 102 | 39.0 | 39
          fever for 38 hours | - | -
          I am 40 years old with fever | - | -
          fever, blood pressure 110/70 | - | -
          temperature never went over 38 | - | -
          took 100 mg for the fever | - | -
          38 weeks pregnant with fever | - | -
          fever and weight is 42 kg | - | -
          """)
  void temperatures_in_either_unit(String message, Double celsius, String said) {
    var temperatures = read(message).temperatures();
    if (celsius == null) assertThat(temperatures).isEmpty();
    else {
      assertThat(temperatures)
          .singleElement()
          .satisfies(t -> {
            assertThat(t.celsius()).isEqualTo(celsius);
            assertThat(t.said()).isEqualTo(said);
            assertThat(message.substring(t.span().start(), t.span().end())).isEqualTo(said);
          });
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          cough since yesterday | 24 | since yesterday
          cough for 3 days | 72 | for 3 days
          cough for two weeks | 336 | for two weeks
          cough since this morning | 8 | since this morning
          fever since last night | 12 | since last night
          headache for a couple of days | 48 | for a couple of days
          fever for the past 4 days | 96 | for the past 4 days
          cough for more than a month | 730 | for more than a month
          started 5 days ago, the cough | 120 | started 5 days ago
          my 3 month old has a cough | - | -
          paracetamol every 6 hours | - | -
          cough twice a day | - | -
          I am 20 weeks pregnant with a cough | - | -
          """)
  void durations_but_not_ages_or_intervals(String message, Double hours, String said) {
    var durations = read(message).durations();
    if (hours == null) assertThat(durations).isEmpty();
    else
      assertThat(durations)
          .singleElement()
          .satisfies(d -> {
            assertThat(d.hours()).isEqualTo(hours);
            assertThat(d.said()).isEqualTo(said);
          });
  }

  @Test
  void each_finding_keeps_its_own_duration() {
    var durations = read("Cough for 4 weeks and fever since yesterday").durations();
    assertThat(durations).extracting(Duration::hours).containsExactly(672.0, 24.0);
    assertThat(durations.get(0).of()).containsExactly(Finding.COUGH);
    assertThat(durations.get(1).of()).containsExactly(Finding.FEVER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          my 2 month old | 60
          my 2-month-old son | 60
          he is 5 weeks old | 35
          10 day old baby | 10
          I am 45 | 16436
          im 45 years old | 16436
          newborn | 14
          born yesterday | 1
          a month old | 30
          I am 20 weeks pregnant | -
          I am 3 days into this | -
          a 2 days old rash | -
          """)
  void ages_in_days(String message, Double days) {
    var ages = read(message).ages();
    if (days == null) assertThat(ages).isEmpty();
    else
      assertThat(ages)
          .singleElement()
          .satisfies(a -> assertThat(Math.floor(a.days())).isEqualTo(days));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          I gave paracetamol 5 ml twice | gave paracetamol 5 ml twice | true
          took ibuprofen 400 but no better | took ibuprofen 400 | true
          no medicine | no medicine | false
          haven't taken anything yet | haven't taken anything | false
          should I give ibuprofen? | - | -
          I am allergic to penicillin | - | -
          """)
  void remedies_as_they_were_said(String message, String said, Boolean taken) {
    var remedies = read(message).remedies();
    if (said == null) assertThat(remedies).isEmpty();
    else
      assertThat(remedies)
          .singleElement()
          .satisfies(r -> {
            assertThat(r.said()).isEqualTo(said);
            assertThat(r.taken()).isEqualTo(taken);
          });
  }

  static Collection<Finding> all() {
    return Finding.all();
  }

  @Test
  void the_service_starts_with_these_concepts() {
    var contentErrors = new ContentErrors();
    ConceptFiles.check(contentErrors);
    assertThat(contentErrors.found()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_label_in_a_question_is_understood_as_its_finding(Finding finding) {
    if (finding.isCourse() || finding.isWho() || finding.isNone()) return;
    assertThat(QuestionReading.in("Is there any " + finding.label() + "?").findings())
        .containsExactly(finding);
    assertThat(Reading.findings(Word.of(finding.label())))
        .extracting(Phrases.Hit::key)
        .contains(finding);
  }

  @Test
  void spans_count_utf_16_units_behind_an_emoji() {
    var message = "😷😷 chest pain";
    var span =
        read(message).mentions().stream()
            .filter(m -> m.finding() == Finding.CHEST_PAIN)
            .findFirst()
            .orElseThrow()
            .span();
    assertThat(message.substring(span.start(), span.end())).isEqualTo("chest pain");
  }

  @Test
  void the_longest_messages_are_read_in_no_time() {
    var texts =
        List.of(
            "no ".repeat(5461),
            "chest ".repeat(2730),
            "fever, ".repeat(2340),
            "a".repeat(16384),
            "38.5 ".repeat(3276),
            "pain in my ".repeat(1489),
            "😷".repeat(8192),
            "not not able to ".repeat(1024),
            "since ".repeat(2730),
            "gave paracetamol and ".repeat(780),
            ".".repeat(16384),
            "my father had ".repeat(1170),
            "for 3 days ".repeat(1489),
            "what if chest pain ".repeat(862));
    texts.forEach(Readings::read);
    for (var text : texts) {
      assertThat(CpuTime.seconds(() -> read(text + ".")))
          .as("seconds for %s...", text.substring(0, 12))
          .isLessThan(3);
    }
  }
}
