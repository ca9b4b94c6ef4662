package poca.ai.interview;

import java.util.List;
import poca.ai.reading.Finding;
import poca.ai.reading.Reading;
import poca.ai.reading.Reply;

/// Puts a topic into one short question.
final class Questions {

  private static final int MOST_AT_ONCE = 3;

  private Questions() {}

  static String ask(Topic topic, Voice voice, Complaint complaint, Known known) {
    return switch (topic) {
      case Topic.About t -> voice.speak(t.template().replace("{it}", complaint.it()));
      case Topic.Whether t -> voice.speak(t.template().replace("{it}", complaint.it()));
      case Topic.AnyOf t -> list(known.open(t), voice);
    };
  }

  private static String list(List<Finding> findings, Voice voice) {
    var labels = findings.stream().limit(MOST_AT_ONCE).map(Finding::label).toList();
    if (labels.size() == 1) return "Is there any " + labels.getFirst() + "?";
    return voice.speak("{do} have any of these: " + joined(labels, "or") + "?");
  }

  /// A bare "yes" to a list leaves open which of its findings there is.
  static boolean needsWhich(Reading reading) {
    return reading.reply() == Reply.YES
        && reading.asked().findings().size() > 1
        && !reading.asked().clarifying()
        && reading.mentions().stream().anyMatch(m -> m.present() && m.answer());
  }

  static String which(Reading reading) {
    return "Which of these: "
        + joined(reading.asked().findings().stream().map(Finding::label).toList(), "or")
        + "?";
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
