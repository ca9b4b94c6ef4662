package poca.ai.reading;

import java.util.Set;
import java.util.stream.Collectors;
import poca.ai.language.Detected;

/// How tests read a message.
final class Readings {

  private Readings() {}

  static Reading read(String message) {
    return answer("", message);
  }

  static Reading answer(String question, String message) {
    var english = new Detected("en", true);
    return Reading.of(
        "m1", message, QuestionReading.in(question), new Experiencer(Set.of()), english);
  }

  static Set<Finding> with(Reading reading, AssertionStatus status) {
    return reading.mentions().stream()
        .filter(m -> m.sense() == status)
        .map(Mention::finding)
        .collect(Collectors.toSet());
  }
}
