package poca.ai.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import poca.ai.triage.Level;

/// Interviews with people who drop facts in passing, written by somebody who had not seen the
/// rules: the summary holds every sentence of theirs.
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
                new Vignette(Level.GREEN, part[0], part[1], part[2], null),
                Arrays.asList(part).subList(3, part.length)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("people")
  void every_sentence_stands_in_the_summary(Person person) {
    var consultation = new Consultation(person.first().record());
    var turn = consultation.send(person.first().text());
    for (var at = 0; !turn.isSummary(); at++) {
      turn = consultation.send(at < person.answers().size() ? person.answers().get(at) : "no");
    }
    var summary = plain(turn.text());
    for (var exchange : consultation.exchanges) {
      // Names are masked.
      for (var sentence : Quote.whole(exchange.message()).split("(?<=[.!?])\\s+", -1)) {
        var words = plain(sentence);
        if (!words.matches(
            "(yes|no|none|ok|thanks|thank you|hi|hello|salam|good (morning|evening|afternoon))?")) {
          assertThat(summary).contains(words);
        }
      }
    }
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\"'.!?\\s]+", " ").strip();
  }
}
