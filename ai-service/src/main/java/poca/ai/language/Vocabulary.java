package poca.ai.language;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The frequent words of each language: which languages a word belongs to.
final class Vocabulary {

  private static final Map<String, List<String>> LANGUAGES_OF = languages();

  private Vocabulary() {}

  /// The tags of the languages in which this folded word is frequent, English among them.
  static List<String> languagesOf(String word) {
    return LANGUAGES_OF.getOrDefault(word, List.of());
  }

  private static Map<String, Set<String>> words() {
    var words = new LinkedHashMap<String, Set<String>>();
    words.put(Detected.ENGLISH, LanguageProfile.ENGLISH.words());
    for (var languageProfile : LanguageProfile.ALL)
      words.put(languageProfile.tag(), languageProfile.words());
    for (var line : ContentLine.of("others.txt")) {
      int colon = line.text().indexOf(':');
      if (colon < 0) throw line.wrong("a tag, a colon and words");
      var tag = line.text().substring(0, colon).strip();
      var folded =
          Arrays.stream(line.text().substring(colon + 1).strip().split("\\s+"))
              .map(Token::folded)
              .filter(word -> !word.isEmpty())
              .collect(Collectors.toUnmodifiableSet());
      if (words.put(tag, folded) != null) throw line.wrong("each language once");
    }
    return words;
  }

  private static Map<String, List<String>> languages() {
    var languages = new HashMap<String, List<String>>();
    words()
        .forEach((tag, words) ->
            words.forEach(
                word -> languages.computeIfAbsent(word, _ -> new ArrayList<>()).add(tag)));
    return languages;
  }

  /// How often a word of the text is frequent in each language that is written in this script.
  static Map<String, Integer> counts(List<Token> tokens, UnicodeScript script) {
    var counts = new TreeMap<String, Integer>();
    for (var token : tokens)
      if (Script.of(token.text().codePointAt(0)) == script)
        for (var tag : languagesOf(token.text())) counts.merge(tag, 1, Integer::sum);
    return counts;
  }
}
