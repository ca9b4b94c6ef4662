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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import poca.ai.triage.UrgencyLevel;

/// Interviews with people who drop facts in passing, written by somebody who had not seen the
/// rules: the summary holds every sentence of theirs.
@Execution(ExecutionMode.CONCURRENT)
class NothingLostTest {

  private record Person(Vignette first, List<String> answers) {
    @Override
    public String toString() {
      return first.text();
    }
  }

  static List<Person> people() throws IOException {
    var lines = new ArrayList<String>();
    for (var file : List.of("interviews.tsv", "people.tsv"))
      lines.addAll(Files.readAllLines(Path.of("src/test/resources/blind", file)));
    return lines.stream()
        .map(line -> line.split("\t", -1))
        .map(part ->
            new Person(
                new Vignette(UrgencyLevel.GREEN, part[0], part[1], part[2], null),
                Arrays.asList(part).subList(3, part.length)))
        .toList();
  }

  private static final String POLITE =
      "(yes|no|nope|none|ok|thanks|thank you|hi|hello|hello doctor|salam|good (morning|evening|afternoon))?";

  private static final Pattern QUOTED_ALONE = Pattern.compile("\"[^\"]*\"");

  @ParameterizedTest
  @MethodSource("people")
  void every_sentence_stands_in_the_summary(Person person) {
    var consultation = new Consultation(person.first().record());
    var turn = consultation.send(person.first().text());
    for (var at = 0; !turn.isSummary(); at++) {
      turn = consultation.send(at < person.answers().size() ? person.answers().get(at) : "no");
    }
    var told = turn.text().substring(0, turn.text().indexOf("Key questions:"));
    var summary = " " + plain(told) + " ";
    for (var exchange : consultation.exchanges) {
      // Names are masked.
      var sentences = Quote.whole(exchange.message()).split("(?<=[.!?])\\s+", -1);
      for (int at = 0; at < sentences.length; at++) {
        var words = plain(sentences[at]);
        if (words.matches(POLITE)) continue;
        // Evidence and key questions quote, but do not tell.
        if (QUOTED_ALONE.matcher(told).results().anyMatch(r -> plain(r.group()).equals(words)))
          continue;
        if (words.contains(" ")) assertThat(summary).contains(words);
        else if (sentences.length == 1)
          assertThat(turn.text())
              .containsPattern("(?i)[\": ]" + Pattern.quote(words) + "[\".?!; ,]");
        else assertThat(summary).containsPattern(amongNeighbours(sentences, at));
      }
    }
  }

  /// A single word stands in many a sentence: with the one before or after it, or by itself.
  private static String amongNeighbours(String[] sentences, int at) {
    var word = Pattern.quote(plain(sentences[at]));
    var ways = new ArrayList<String>(List.of("[:;,] " + word + " [;,]"));
    if (at > 0) ways.add(Pattern.quote(lastWord(plain(sentences[at - 1]))) + " " + word + "[ ;,]");
    if (at + 1 < sentences.length)
      ways.add("[ ;,]" + word + " " + Pattern.quote(plain(sentences[at + 1]).split(" ", -1)[0]));
    return String.join("|", ways);
  }

  private static String lastWord(String words) {
    return words.substring(words.lastIndexOf(' ') + 1);
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\"'.!?\\s]+", " ").strip();
  }
}
