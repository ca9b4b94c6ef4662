package poca.ai.reading;

import java.util.HashMap;
import java.util.Map;

/// The forms that the phrase tables use, and the words that stand for each, from
/// `clinical/words/variants.txt`.
final class Variants {

  static final Map<String, String> FORMS = read();

  private Variants() {}

  /// What a word becomes before any phrase sees it, by this table or as slang; itself if nothing.
  static String formOf(String word) {
    var slang = Slang.always(word);
    return slang != null ? slang : FORMS.getOrDefault(word, word);
  }

  private static Map<String, String> read() {
    var variants = new HashMap<String, String>();
    for (var line : WordList.lines("words/variants.txt")) {
      int colon = line.text().indexOf(": ");
      if (colon < 0) throw line.wrong("is no `form: variant variant`");
      var form = line.text().substring(0, colon);
      for (var variant : line.text().substring(colon + 2).split(" ", -1)) {
        var known = variants.put(variant, form);
        if (known != null) throw line.wrong("repeats " + variant);
      }
    }
    return Map.copyOf(variants);
  }
}
