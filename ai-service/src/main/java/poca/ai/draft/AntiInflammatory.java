package poca.ai.draft;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.interview.Contraindications;

/// What speaks against ibuprofen, aspirin and their like, which people take without asking.
final class AntiInflammatory {

  private static final Pattern NAMES =
      Pattern.compile(
          "\\b(?:ibuprofen|nurofen|advil|brufen|aspirin|diclofenac|voltaren|voltarol|naproxen|aleve|ketoprofen)\\b",
          Pattern.CASE_INSENSITIVE);

  private AntiInflammatory() {}

  /// In words for the patient; null when nothing speaks against them.
  static @Nullable String against(Contraindications record) {
    var why = record.against("ibuprofen");
    if (why == null) return null;
    return switch (why) {
      case "anticoagulant", "antiplatelet" -> "the blood thinner";
      case "ace inhibitor", "sartan" -> "the blood pressure tablets";
      case "diuretic" -> "the water tablets";
      case "too young" -> null;
      default -> "the " + why;
    };
  }

  static boolean is(String medicine) {
    return NAMES.matcher(medicine).matches();
  }

  static boolean isNamed(PostedSummary postedSummary) {
    return isNamedIn(postedSummary.text());
  }

  /// Those that a text names and that few know to be of this kind, each once.
  static List<String> lessKnown(String text) {
    return NAMES
        .matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .filter(name -> !name.equals("ibuprofen") && !name.equals("aspirin"))
        .distinct()
        .toList();
  }

  static boolean isNamedIn(String words) {
    return NAMES.matcher(words).find();
  }
}
