package poca.ai.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import poca.ai.interview.Intake;
import poca.ai.reading.Story;
import poca.ai.source.Basis;

/// What is suggested for somebody who said this.
final class Suggesting {

  private Suggesting() {}

  /// @param record such as `f 30; conditions=asthma; medications=apixaban, bisoprolol`
  static List<Problem> of(String record, String... said) {
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
    return new RuleBasedProblems(story, patient, Basis.of(story).with(patient)).problems();
  }

  private static List<String> entries(String[] parts, String key) {
    return Arrays.stream(parts)
        .filter(part -> part.startsWith(key))
        .flatMap(part -> Stream.of(part.substring(key.length()).split(", *", -1)))
        .toList();
  }

  static List<String> names(List<Problem> problems) {
    return problems.stream().map(Problem::name).toList();
  }

  static Problem named(List<Problem> problems, String name) {
    return problems.stream().filter(p -> p.name().startsWith(name)).findFirst().orElseThrow();
  }

  static List<String> quotes(Problem problem, String label) {
    return problem.evidence().stream()
        .filter(e -> e.text().startsWith(label))
        .flatMap(e -> e.cited().stream())
        .map(c -> c.quote())
        .toList();
  }
}
