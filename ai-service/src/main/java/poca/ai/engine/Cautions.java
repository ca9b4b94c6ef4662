package poca.ai.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import poca.ai.interview.Contraindications;
import poca.ai.reading.Medicines;

/// The medicines that a draft tells the patient to take though record or summary speak against
/// them.
final class Cautions {

  private static final Pattern WORD = Pattern.compile("[\\p{L}'-]+|\\d+|[.,;!?\\n]");
  private static final Set<String> ENDS = Set.of(".", ";", "!", "?", "\n");
  private static final Set<String> NEGATIONS =
      Set.of(
          "no",
          "not",
          "don't",
          "never",
          "without",
          "avoid",
          "avoiding",
          "stop",
          "stopping",
          "off",
          "instead",
          "than",
          "allergy",
          "allergic",
          "leave",
          "nor",
          "neither",
          "can't",
          "cannot",
          "shouldn't");
  private static final Set<String> DIRECTIONS =
      Set.of(
          "take",
          "give",
          "use",
          "start",
          "try",
          "add",
          "apply",
          "have",
          "swallow",
          "put",
          "prescribe",
          "change",
          "switch",
          "continue",
          "keep",
          "need",
          "recommend",
          "suggest",
          "chew",
          "alternate");

  private Cautions() {}

  /// What speaks against the medicines that a text tells the patient to take, each with its reason.
  ///
  /// @param said in lower case
  static List<String> against(Engine.Drafting drafting, String said) {
    var record = Contraindications.of(drafting.patient(), drafting.summary());
    var reasons = new ArrayList<String>();
    for (var medicine : told(said)) {
      var why = record.against(medicine);
      if (why != null) reasons.add("no " + medicine + " (" + why + ")");
    }
    return reasons;
  }

  /// The medicines that a text tells to take: behind such a word, with no word between that forbids
  /// it. A question tells nothing.
  private static Set<String> told(String said) {
    var told = new LinkedHashSet<String>();
    var sentence = new LinkedHashSet<String>();
    boolean directed = false;
    boolean negated = false;
    String last = null;
    var words = WORD.matcher(said);
    while (words.find()) {
      var word = words.group();
      if (ENDS.contains(word)) {
        if (!word.equals("?")) told.addAll(sentence);
        sentence.clear();
        directed = false;
        negated = false;
        last = null;
        continue;
      }
      if (word.equals("but")) negated = false;
      if (NEGATIONS.contains(word)) negated = true;
      else if (DIRECTIONS.contains(word)) {
        negated = last != null && NEGATIONS.contains(last);
        directed = true;
      }
      var medicine = Medicines.in(word).stream().findFirst().orElse(null);
      if (medicine != null && directed && !negated) sentence.add(medicine);
      if (LOCAL.contains(word) && last != null) sentence.removeAll(Medicines.in(last));
      last = word;
    }
    told.addAll(sentence);
    return told;
  }

  /// On the skin little of it reaches the blood.
  private static final Set<String> LOCAL =
      Set.of("gel", "cream", "ointment", "lotion", "drops", "spray", "patch");
}
