package poca.ai.draft;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Puts words together.
final class Phrasing {

  private static final Set<String> LEADS =
      Set.of("for", "since", "from", "over", "started", "began", "past", "about", "on");
  private static final Set<String> MOMENTS =
      Set.of("yesterday", "today", "this", "last", "birth", "tonight");

  private Phrasing() {}

  static String list(List<String> items, String word) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    return String.join(", ", items.subList(0, items.size() - 1))
        + " "
        + word
        + " "
        + items.getLast();
  }

  /// "3 days" becomes " for 3 days", "yesterday" " since yesterday", "for two days ago" ", two days
  /// ago".
  static String lasting(String duration) {
    var lower = duration.toLowerCase(Locale.ROOT);
    var first = lower.split("\\s", 2)[0];
    if (lower.endsWith(" ago") && !first.equals("since")) {
      return ", " + duration;
    }
    if (LEADS.contains(first)) {
      return " " + first + duration.substring(first.length());
    }
    return (MOMENTS.contains(first) ? " since " : " for ") + duration;
  }

  static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var cut = text.lastIndexOf(' ', longest);
    var end = cut > longest / 2 ? cut : longest;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
