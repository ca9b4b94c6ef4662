package poca.ai.interview;

import java.util.Locale;
import java.util.Set;
import poca.ai.reading.Reading;

/// Tells a concern from a greeting.
final class Medical {

  private static final Set<String> WORDS =
      Set.of(
          "pain",
          "problem",
          "sick",
          "ill",
          "unwell",
          "symptom",
          "symptoms",
          "infection",
          "medicine",
          "medication",
          "tablet",
          "dose",
          "report",
          "reports",
          "results",
          "test",
          "blood",
          "sugar",
          "pressure",
          "heart",
          "lung",
          "liver",
          "kidney",
          "skin",
          "hair",
          "nail",
          "toe",
          "toenail",
          "toenails",
          "foot",
          "feet",
          "leg",
          "legs",
          "knee",
          "arm",
          "hand",
          "hands",
          "finger",
          "fingers",
          "back",
          "neck",
          "head",
          "eye",
          "eyes",
          "ear",
          "ears",
          "nose",
          "mouth",
          "tongue",
          "tooth",
          "throat",
          "chest",
          "stomach",
          "belly",
          "tummy",
          "period",
          "periods",
          "pregnant",
          "pregnancy",
          "sleep",
          "sleeping",
          "appetite",
          "weight",
          "allergy",
          "allergic",
          "vaccine",
          "vaccination",
          "surgery",
          "operation",
          "wound",
          "bleeding",
          "swelling",
          "lump",
          "itching",
          "cholesterol",
          "thyroid",
          "urine",
          "stool",
          "feeding",
          "milk",
          "baby",
          "breathing",
          "heartbeat",
          "growth",
          "teething",
          "teeth",
          "hurts",
          "hurting",
          "ache",
          "sore",
          "hearing",
          "vision",
          "lips",
          "nails",
          "mole",
          "acne",
          "dandruff",
          "hiccups",
          "snoring");

  private Medical() {}

  private static final Set<String> FILLERS =
      Set.of(
          "thanks", "thank", "you", "ok", "okay", "hmm", "hm", "hi", "hello", "what", "why",
          "sorry", "yes", "please", "doctor", "sir", "madam", "so", "much", "huh", "test", "help",
          "me", "good", "morning", "evening", "lol", "the", "i", "see", "fine", "sure");

  /// Nothing but politeness: no answer to any question.
  static boolean isFiller(String message) {
    for (var word : message.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", 12))
      if (!word.isEmpty() && !FILLERS.contains(word)) return false;
    return true;
  }

  static boolean says(Reading reading) {
    boolean fact =
        reading.mentions().stream()
                .anyMatch(m -> !m.finding().isWho() && !m.answer() && !m.finding().isCourse())
            || !reading.temperatures().isEmpty()
            || reading.remedies().stream().anyMatch(r -> r.taken());
    return fact || anyWord(reading.message()) || otherScript(reading.message());
  }

  private static boolean anyWord(String message) {
    int start = -1;
    var lower = message.toLowerCase(Locale.ROOT);
    for (int at = 0; at <= lower.length(); at++) {
      boolean letter = at < lower.length() && lower.charAt(at) >= 'a' && lower.charAt(at) <= 'z';
      if (letter && start < 0) start = at;
      if (!letter && start >= 0) {
        if (WORDS.contains(lower.substring(start, at))) return true;
        start = -1;
      }
    }
    return false;
  }

  /// Text in another script cannot be judged here; it is taken for a concern and quoted.
  private static boolean otherScript(String message) {
    long letters = message.codePoints().filter(Character::isLetter).count();
    long latin =
        message
            .codePoints()
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
            .count();
    return letters - latin >= 3 && letters - latin > latin;
  }
}
