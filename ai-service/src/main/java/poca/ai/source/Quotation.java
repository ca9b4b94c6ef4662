package poca.ai.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds words that a text puts in quotation marks where they stand. What our own quotations change
/// is overlooked: blanks and the kind of marks, names and numbers taken out, the middle left out.
final class Quotation {

  private static final Pattern QUOTED = Pattern.compile("[\"“”]([^\"“”]{1,4000})[\"“”]");

  /// Where something was left out or taken out.
  private static final Pattern GAP =
      Pattern.compile(" ?\\[\\.\\.\\.\\] ?| ?… ?|\\[(?:name|number|address)\\]");

  private static final int MOST_GAPS = 8;

  private Quotation() {}

  static List<String> in(String text) {
    return QUOTED.matcher(text).results().map(found -> found.group(1).strip()).toList();
  }

  /// The text without its quotations.
  static String without(String text) {
    return QUOTED.matcher(text).replaceAll(" ");
  }

  /// @param sources in the order in which they are looked through
  static Optional<Cited> find(String quote, List<Source> sources) {
    var pieces = List.of(GAP.split(Plain.of(quote).text(), -1));
    if (pieces.size() > MOST_GAPS || pieces.stream().allMatch(String::isBlank))
      return Optional.empty();
    for (var source : sources) {
      var plain = Plain.of(source.text());
      var found = find(pieces, plain);
      if (found.isPresent()) return found.map(cited -> cited.in(source, plain));
    }
    return Optional.empty();
  }

  /// In the plain text.
  private record Place(int start, int end) {
    Cited in(Source source, Plain plain) {
      return new Cited(source, plain.offsets().get(start), plain.offsets().get(end - 1) + 1);
    }
  }

  private static Optional<Place> find(List<String> pieces, Plain plain) {
    var text = plain.text();
    var first = pieces.getFirst();
    for (int at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
      int end = at + first.length();
      boolean all = isWhole(text, at, at + first.length(), pieces.size() == 1);
      for (int i = 1; all && i < pieces.size(); i++) {
        int next = text.indexOf(pieces.get(i), end);
        all = next >= 0;
        end = next + pieces.get(i).length();
      }
      if (all && end > at) return Optional.of(new Place(at, end));
    }
    return Optional.empty();
  }

  /// "no" does not stand in "nothing".
  private static boolean isWhole(String text, int start, int end, boolean toTheEnd) {
    return end > start
        && !(isWord(text, start - 1) && isWord(text, start))
        && !(toTheEnd && isWord(text, end - 1) && isWord(text, end));
  }

  private static boolean isWord(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }

  /// A text in small letters on one line, with where each of its characters stood.
  private record Plain(String text, List<Integer> offsets) {

    static Plain of(String text) {
      var plain = new StringBuilder();
      var offsets = new ArrayList<Integer>();
      for (int at = 0; at < text.length(); at++) {
        char c = text.charAt(at);
        boolean blank =
            Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
        if (Character.getType(c) == Character.FORMAT) continue;
        if (blank && (plain.isEmpty() || plain.charAt(plain.length() - 1) == ' ')) continue;
        plain.append(blank ? ' ' : same(c));
        offsets.add(at);
      }
      int end = plain.length();
      if (end > 0 && plain.charAt(end - 1) == ' ') {
        plain.setLength(end - 1);
        offsets.removeLast();
      }
      return new Plain(plain.toString(), offsets);
    }

    private static char same(char c) {
      return "\"“”'‘’".indexOf(c) >= 0 ? '\'' : Character.toLowerCase(c);
    }
  }
}
