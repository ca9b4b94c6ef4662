package poca.ai.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is theirs to say: the words of the patient and the record, as a model may hand them on.
///
/// A clause is told when each of its words that says something stands there, in whatever form:
/// "keep walking" for "should I walk", not "tumour" for "lump".
final class ToldWords {

  /// Words that carry a clause and say nothing by themselves.
  private static final Set<String> SMALL =
      Pattern.compile(" ")
          .splitAsStream(
              "a an the this that these those there here it its is are am was were be been being do does did has"
                  + " have had will would shall should can could may might must i me my you your he him his she"
                  + " her hers we us our they them their one ones some any all both each every no not nor and or"
                  + " but so because if when while as than then of in on at to from for with without by about into"
                  + " over under up down out off through between after before until till since again also just"
                  + " only still yet very too much many more most less how what which who whether where why"
                  + " patient patients mother father parent writer feel feels get gets got go goes like"
                  + " minute minutes min mins hour hours day days week weeks month months year years old"
                  + " now today currently per own self himself herself says said asks asked thinks told states"
                  + " stated reports reported")
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final List<String> ENDINGS =
      List.of("ingly", "edly", "ings", "ing", "ies", "ied", "ed", "es", "ly", "s", "e", "y");
  private static final int SHORTEST_STEM = 3;
  private static final int ROOT = 5;

  private final Set<String> stems = new HashSet<>();

  /// @param sources in lower case
  ToldWords(String sources) {
    for (var word : words(sources)) stems.add(stem(word));
  }

  /// Whether a clause says something, and nothing that was not told.
  boolean holds(String clause) {
    var said = words(clause).stream().filter(word -> !SMALL.contains(word)).toList();
    return !said.isEmpty() && said.stream().allMatch(word -> stems.contains(stem(word)));
  }

  /// Whether a word was told, or one that begins as it does: "diabetic" for "diabetes".
  boolean has(String word) {
    return words(word).stream()
        .allMatch(part ->
            stems.contains(stem(part))
                || (part.length() > ROOT
                    && stems.stream().anyMatch(stem -> stem.startsWith(part.substring(0, ROOT)))));
  }

  private static List<String> words(String text) {
    return WORD.matcher(text.replace("'", "")).results().map(found -> found.group()).toList();
  }

  private static String stem(String word) {
    for (var ending : ENDINGS) {
      if (!word.endsWith(ending) || word.length() - ending.length() < SHORTEST_STEM) continue;
      var stem = word.substring(0, word.length() - ending.length());
      var last = stem.length() - 1;
      return last >= SHORTEST_STEM && stem.charAt(last) == stem.charAt(last - 1)
          ? stem.substring(0, last)
          : stem;
    }
    return word;
  }
}
