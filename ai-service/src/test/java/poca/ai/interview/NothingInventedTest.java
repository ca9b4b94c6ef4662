package poca.ai.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import poca.ai.reading.Finding;
import poca.ai.triage.UrgencyLevel;

/// A summary says what the patient said and of what he said it: what is not sure, over, somebody
/// else's or said of something else stands in its quotation only.
@Execution(ExecutionMode.CONCURRENT)
class NothingInventedTest {

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  /// "Is the baby feeding as usual?" asks for poor feeding: what is the opposite of a function has
  /// no word of its own in the question.
  private static final List<String> LABELS =
      Finding.all().stream()
          .filter(f -> Finding.all().stream().noneMatch(g -> g.opposite() == f))
          .map(Finding::label)
          .toList();

  private record Person(Vignette first, List<String> answers) {
    @Override
    public String toString() {
      return first.text();
    }
  }

  static Stream<Person> people() throws IOException {
    var people = new ArrayList<Person>();
    for (var file : List.of("interviews.tsv", "people.tsv"))
      for (var line : Files.readAllLines(Path.of("src/test/resources/blind", file))) {
        var part = line.split("\t", -1);
        people.add(
            new Person(
                new Vignette(UrgencyLevel.GREEN, part[0], part[1], part[2], null),
                Arrays.asList(part).subList(3, part.length)));
      }
    return people.stream();
  }

  @ParameterizedTest
  @MethodSource("people")
  void what_is_quoted_was_said(Person person) {
    var played = new Consultation(person.first().record());
    var questions = new ArrayList<String>();
    var turn = played.send(person.first().text());
    for (var at = 0; !turn.isSummary(); at++) {
      questions.add(turn.text());
      turn = played.send(at < person.answers().size() ? person.answers().get(at) : "no");
    }
    var said =
        plain(
            String.join(
                " ", played.exchanges.stream().map(e -> Quote.whole(e.message())).toList()));
    var asked = plain(String.join(" ", questions));
    for (var quoted : QUOTED.matcher(turn.text()).results().toList())
      for (var part : quoted.group(1).split("\\[\\.\\.\\.]"))
        assertThat(said).contains(plain(part));
    for (var line : turn.text().lines().toList()) {
      if (line.startsWith("Extra information:"))
        for (var label : LABELS)
          if (line.matches(".*stated: ([^;\"]*, )?" + Pattern.quote(label) + "[,.;].*"))
            assertThat(played.isPlainlyAffirmed(label)).as(label).isTrue();
      if (!line.startsWith("Condition:")) continue;
      for (var label : LABELS)
        if (line.matches(".*(present|absent): ([^;\"]*, )?" + Pattern.quote(label) + "[,.;].*"))
          assertThat(Passages.isLiteral(label, said) || asked.contains(plain(label)))
              .as(label)
              .isTrue();
    }
  }

  /// Quotations are compared without signs and blanks, and leave out nothing else.
  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\"'.!…\\s]+", " ").strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # how long: of the concern, not of a habit, a pregnancy, an attack or another thing
          My waterworks. I am up every hour.       | No pain. Since about Christmas, slowly. / Smoked forty years | duration: as answered "No pain. Since about Christmas, slowly." | forty years.
          My waters feel like trickling. 31 weeks, second baby. | Since about lunch. Clear. | "Since about lunch. Clear." | duration: 31 weeks
          can't stop going to the toilet since Vietnam, nine days | watery, blood? a bit of slime and a red streak since yesterday | since Vietnam | duration: since yesterday
          cant sleep doc, weeks now                | work nights sometimes                  | duration: weeks now             | duration: not clear
          i think im having panic attacks          | lasts maybe 10 mins, tingly hands      | panic                           | duration: 10 mins
          My sugar high, 17, 18                    | Two weeks, before was 9                | "Two weeks, before was 9" | Main concern: blood sugar, duration: two
          She's been scratching her bum at night   | 4 or 5 nights                          | duration: told as "4 or 5 nights" | duration: 5 nights
          Dad's catheter is bypassing again.       | It was changed 5 weeks ago, due at 12. | "It was changed 5 weeks ago     | duration: 5 weeks
          i keep fainting?? like 3 times this month | in assembly and once in the shower, out few secs | "in assembly          | duration: in
          hot flushes which are driving me mad     | The flushes about ten a day            | about ten a day                 | duration: about ten
          always tired. sleep 12 hours             | since spring                           | sleep 12 hours                  | duration: 12 hours
          my baby girl is 11 days and her belly button stump fell off | yesterday | fell off     | told: "11 days
          My temper is gone, I snapped at a customer. | On a bad night I get three hours. / Since about March | "On a bad night I get three hours." | duration: told as
          hard to start a wee                      | Stand there for five minutes then a dribble. A year or so. | duration: as answered "Stand there for five | duration: told as
          I am 7 month pregnant and my feet swell  | since one week                         | 7 month pregnant                | 30
          # remedies: taken now, not left off, run out, borne badly or of no kind at all
          My sugar high, 17, 18                    | Metformin 1000 two times, but I finish it in Ramadan and forget to get | "Metformin 1000 two times, but I finish it | medication: "Metformin
          He gets breathless, my husband           | He stopped his water tablet because of the trips | "He stopped his water tablet | medication: "
          he's got an earache since last night     | amoxicillin made him come in spots but i don't know | "amoxicillin made him | medication: "amox
          The gout's back. Big toe.                | Naproxen not allowed, kidneys.         | Naproxen not allowed            | medication: "Naproxen
          Me knees are knackered.                  | I can't have ibuprofen, gave me a bleeding ulcer | I can't have ibuprofen | medication: "I can
          my heart flips like a fish               | I take St John's wort, and evening primrose. | medication: told as "I take St John's wort | medication: none
          Fell off ladder at work, back's sore     | Bowels blocked up but that's the co-codamol | co-codamol                 | medication: none
          came down wrong off the ladder, my ankle went over. Iced it, strapped it. | Saturday / no / no / no | Iced it, strapped it | none
          # a bare answer to what asks for more is shown as what it is
          theres a lump on one of my balls         | a month ago / doesnt hurt / no         | answered "no"                   | absent: location
          # not sure is not so
          I have pain with the urine               | I think maybe pregnant, my period not come. Not test yet | "I think maybe pregnant | stated: pregnant
          He gets breathless, my husband           | No chest pain he says, but he does rub it | "No chest pain he says       | absent: chest pain
          my skin looks yellow                     | no fever i dont think                  | "no fever i dont think"         | absent: fever
          # what was is not what is
          I have had a cough for 7 weeks           | I had flu in October. The fever only lasted 2 days | The fever only lasted | present: fever
          i think im having panic attacks          | fainted once in the summer             | "fainted once in the summer"    | present: fainting
          # of the concern, not of another thing
          i have a lump in my mouth                | And my eczema is bad again             | my eczema is bad again          | severity: bad
          My sugar high, 17, 18                    | I drink and pee all the time           | I drink and pee                 | course: constant
          itching between the fingers              | It is worse in the night when she's warm | It is worse in the night      | course: getting worse
          Gout. It is the toe.                     | Last time colchicine but it gave me strong diarrhoea | told as "Last time colchicine | severity:
          my son 3yrs hasnt pooed properly in 6 days and screams when he tries, legs all stiff | no | "my son 3yrs | concern: stiff
          Piles I think. blood when I wipe. I push it back. | worse since I had my youngest (he's 8 months) | (he's 8 months) | another
          theres a lump on my wrist                | nah / nah / nah / nah                  | answered "nah"                  | absent: pain
          my heart goes funny when I sit           | lasts 10 to 15 minutes, hands go numb / lasts 10 to 15 minutes / lasts 10 to 15 minutes / lasts 10 to 15 minutes | lasts 10 to 15 minutes | 10/10
          She has a wee rash on her tummy          | no she's grand otherwise / no she's grand otherwise / no she's grand otherwise / no | answered "no she's grand otherwise" | absent: fever
          toothache, throbbing                     | Paracetamol 2 every 4 hours, whiskey, not all at once. Well. Mostly at once | not all at once. Well. Mostly at once" | "Mostly
          my knee hurts                            | 7 out of 10 if I try to turn on it, 3 if I'm sitting. | 7 out of 10 if I try to turn on it, 3 if | severity: 7
          bad headache on one side every night      | Ibuprofen 600, useless. Paracetamol, useless. / no | told as "Ibuprofen 600, useless. Paracetamol, useless." | , "Paracetamol, useless."
          # of whom
          I am the carer of Mr. Dlamini, he is 88. His leg is open | since Friday           | name somebody else too          | own account.
          I look after an old lady three days a week, her hands shake | since May           | name somebody else too          | own account.
          My waterworks. I am up every hour.       | packed it in when the grandson came    | grandson                        | about a child
          got a lump in my left nut                | had an undescended one as a baby, they fixed it | as a baby               | about a baby
          """)
  void what_was_not_said_of_it_is_not_said_of_it(
      String concern, String answers, String holds, String holdsNot) {
    var played = new Consultation(Consultation.adult(45, "female"));
    var turn = played.send(concern);
    var said = Arrays.asList(answers.split(" / ", -1)).iterator();
    while (!turn.isSummary()) turn = played.send(said.hasNext() ? said.next() : "no");
    assertThat(turn.text()).contains(holds.strip()).doesNotContain(holdsNot.strip());
  }
}
