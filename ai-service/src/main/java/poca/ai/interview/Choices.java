package poca.ai.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.DetailKind;
import poca.ai.reading.Finding;
import poca.ai.reading.QuestionReading;

/// The short set of answers that a question has, for a tap (contract 6.2.7); free text stays
/// allowed, and each of these is read like any text.
public final class Choices {

  static final String YES = "Yes";
  static final String NO = "No";
  static final String UNKNOWN = "I don't know";
  static final String BOTH = "Both";
  static final String NEITHER = "Neither";
  static final String ALL = "All of them";
  static final String NONE = "None of them";

  private static final int WORST_PAIN = 10;
  private static final int MOST_SIGNS = 5;

  private Choices() {}

  /// @param asked what a message of the assistant asks for; null stands for nothing that is known
  public static List<String> of(@Nullable QuestionReading asked) {
    if (asked == null) return List.of();
    if (asked.equals(QuestionReading.YES_OR_NO)) return List.of(YES, NO, UNKNOWN);
    if (asked.asks().isEmpty()) return signs(List.copyOf(asked.findings()), asked.clarifying());
    if (asked.asks().size() > 1 || !asked.findings().isEmpty()) return List.of();
    return about(asked.asks().iterator().next());
  }

  private static List<String> signs(List<Finding> signs, boolean clarifying) {
    if (signs.isEmpty() || signs.size() > MOST_SIGNS) return List.of();
    if (signs.size() == 1) return List.of(YES, NO, UNKNOWN);
    var choices = new ArrayList<String>();
    for (var sign : signs) choices.add(capital(sign.label()));
    boolean two = signs.size() == 2;
    choices.add(two ? BOTH : ALL);
    if (!clarifying) choices.add(two ? NEITHER : NONE);
    choices.add(UNKNOWN);
    return List.copyOf(choices);
  }

  private static List<String> about(DetailKind detailKind) {
    return switch (detailKind) {
      case SEVERITY -> IntStream.rangeClosed(0, WORST_PAIN).mapToObj(String::valueOf).toList();
      case COURSE -> List.of("Better", "Worse", "The same", UNKNOWN);
      case ONSET -> List.of("Suddenly", "Gradually", UNKNOWN);
      case SPUTUM -> List.of("Dry", "With phlegm", UNKNOWN);
      case FEED_TYPE -> List.of("Breastfed", "Formula", "Both");
      case SAFE_NOW, COMPANY, MEANS -> List.of(YES, NO, UNKNOWN);
      case CONCERN,
          DURATION,
          TEMPERATURE,
          MEDICATION,
          LOCATION,
          VOMIT_LOOK,
          STOOL_COLOUR,
          TRIGGER,
          FREQUENCY,
          WET_DIAPERS,
          PREGNANCY_WEEKS,
          BIRTH_WHEN,
          AGE,
          HOW_HAPPENED,
          IMPACT,
          OTHER_SYMPTOMS,
          ALLERGIES,
          CONDITIONS,
          GLUCOSE,
          BLOOD_PRESSURE,
          OXYGEN,
          ALSO_TAKEN ->
          List.of();
    };
  }

  private static String capital(String label) {
    return Character.toUpperCase(label.charAt(0)) + label.substring(1);
  }
}
