package poca.ai.interview;

import java.util.List;
import java.util.Set;
import poca.ai.reading.Asked;
import poca.ai.reading.Finding;
import poca.ai.reading.Reading;
import poca.ai.reading.Reply;

/// Puts a topic into one short question.
final class Questions {

  private static final int MOST_AT_ONCE = 3;

  private Questions() {}

  static Turn.Question ask(Topic topic, Voice voice, Complaint complaint, Known known) {
    return switch (topic) {
      case Topic.About t ->
          new Turn.Question(
              voice.speak(t.template().replace("{it}", complaint.it())),
              new Asked(Set.of(), Set.of(t.ask()), false));
      case Topic.Whether t ->
          new Turn.Question(
              voice.speak(t.template().replace("{it}", complaint.it())), whether(t.finding()));
      case Topic.AnyOf t -> list(known.open(t).stream().limit(MOST_AT_ONCE).toList(), voice);
    };
  }

  private static Asked whether(Finding... findings) {
    return new Asked(Set.of(findings), Set.of(), false);
  }

  private static Turn.Question list(List<Finding> findings, Voice voice) {
    var labels = findings.stream().map(Finding::label).toList();
    var text =
        labels.size() == 1
            ? "Is there any " + labels.getFirst() + "?"
            : voice.speak("{do} have any of these: " + joined(labels, "or") + "?");
    return new Turn.Question(text, whether(findings.toArray(Finding[]::new)));
  }

  /// A bare "yes" to a list leaves open which of its findings there is.
  static boolean needsWhich(Reading reading) {
    return reading.reply() == Reply.YES
        && reading.asked().findings().size() > 1
        && !reading.asked().clarifying()
        && reading.mentions().stream().anyMatch(m -> m.present() && m.answer());
  }

  static Turn.Question which(Reading reading) {
    var findings = reading.asked().findings();
    return new Turn.Question(
        "Which of these: " + joined(findings.stream().map(Finding::label).toList(), "or") + "?",
        new Asked(findings, Set.of(), true));
  }

  static String joined(List<String> items, String word) {
    if (items.size() < 2) return String.join("", items);
    return String.join(", ", items.subList(0, items.size() - 1))
        + " "
        + word
        + " "
        + items.getLast();
  }
}
