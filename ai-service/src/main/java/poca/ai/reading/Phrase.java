package poca.ai.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.content.Content;

/// A short pattern over the words of one clause, written as a clinician reads it: `pain ~3 chest`.
///
/// A piece is a word, alternatives `a|b`, a stem `vomit*`, an optional word `my?`, a number `#`, a
/// gap of up to n words `~n`, or a named list `{pain}`. A match never crosses a comma or the end of
/// a sentence, so it costs a constant number of steps per word.
record Phrase(List<Piece> pieces) {

  /// One piece of a phrase; `gap` counts the words that may be skipped before it.
  record Piece(Set<String> words, List<String> stems, boolean number, boolean optional, int gap) {
    boolean fits(Word word) {
      if (number && Numbers.isNumber(word)) return true;
      if (words.contains(word.text())) return true;
      for (var stem : stems) if (word.text().startsWith(stem)) return true;
      return false;
    }
  }

  /// Where a phrase ended, and whether a "no" or "not" stood in one of its gaps.
  record Match(int end, boolean negated) {}

  /// The named lists, each with its braces: `{pain}`.
  static final Map<String, String> LISTS = lists();

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern ONE = Pattern.compile("[a-z0-9]+|#|[a-z0-9]{3,}\\*");

  private static final Set<String> NEGATIONS =
      Set.of(
          "no", "not", "never", "without", "isnt", "dont", "doesnt", "didnt", "hasnt", "havent",
          "wasnt", "arent", "nor", "denies", "werent");
  private static final Set<String> STRENGTHS =
      Set.of("mg", "mcg", "microgram", "micrograms", "milligram", "milligrams");
  private static final Set<String> WALLS =
      Set.of("but", "however", "although", "though", "except", "because", "and", "or", "nor");

  private static Map<String, String> lists() {
    var lists = new HashMap<String, String>();
    for (var line : Content.lines("concepts/lists.txt")) {
      int colon = line.text().indexOf(": ");
      if (colon < 0)
        throw new IllegalStateException(line.place() + ": is no `name: word word ...`");
      for (var word : line.text().substring(colon + 2).strip().split(" ", -1)) {
        var form = Variants.formOf(word);
        if (!form.equals(word))
          throw new IllegalStateException(
              "%s: `%s` is read as `%s`: write that".formatted(line.place(), word, form));
      }
      var name = "{" + line.text().substring(0, colon) + "}";
      if (lists.put(name, line.text().substring(colon + 2).strip().replace(' ', '|')) != null)
        throw new IllegalStateException(line.place() + ": another list has this name");
    }
    return Map.copyOf(lists);
  }

  static Phrase of(String text) {
    var pieces = new ArrayList<Piece>();
    int gap = 0;
    for (var part : BLANKS.split(text.strip(), -1)) {
      if (part.startsWith("~")) {
        gap = gap(part, text);
        continue;
      }
      boolean optional = part.endsWith("?");
      pieces.add(piece(optional ? part.substring(0, part.length() - 1) : part, optional, gap));
      gap = 0;
    }
    if (pieces.isEmpty() || pieces.getFirst().optional || gap > 0) {
      throw new IllegalArgumentException(
          "a phrase starts with a word that must be there and ends with one: `" + text + "`");
    }
    return new Phrase(List.copyOf(pieces));
  }

  private static int gap(String part, String text) {
    if (part.length() != 2 || part.charAt(1) < '1' || part.charAt(1) > '9')
      throw new IllegalArgumentException("a gap is `~1` to `~9`: `" + text + "`");
    return part.charAt(1) - '0';
  }

  private static Piece piece(String part, boolean optional, int gap) {
    var words = new HashSet<String>();
    var stems = new ArrayList<String>();
    for (var alternative : LISTS.getOrDefault(part, part).split("\\|", -1)) {
      for (var one : LISTS.getOrDefault(alternative, alternative).split("\\|", -1)) {
        if (!ONE.matcher(one).matches())
          throw new IllegalArgumentException(
              "`"
                  + one
                  + "` is no word in small letters without apostrophe, no stem of three letters"
                  + " or more with a `*`, and no list of concepts/lists.txt");
        if (one.endsWith("*")) stems.add(one.substring(0, one.length() - 1));
        else words.add(one);
      }
    }
    return new Piece(Set.copyOf(words), List.copyOf(stems), words.contains("#"), optional, gap);
  }

  /// The match that starts at word `at`, or null.
  @Nullable Match match(List<Word> words, int at) {
    return pieces.getFirst().fits(words.get(at)) ? rest(words, at + 1, 1, false) : null;
  }

  /// The 50 of "50 mcg" counts no tablets, unless the phrase itself names the unit.
  private boolean isStrength(List<Word> words, int at, int piece) {
    if (!words.get(at).isNumber() || at + 1 == words.size()) return false;
    var unit = words.get(at + 1);
    return STRENGTHS.contains(unit.text())
        && (piece + 1 == pieces.size() || !pieces.get(piece + 1).fits(unit));
  }

  private @Nullable Match rest(List<Word> words, int at, int next, boolean negated) {
    if (next == pieces.size()) return new Match(at, negated);
    var piece = pieces.get(next);
    boolean seen = negated;
    for (int skipped = 0; skipped <= piece.gap && at + skipped < words.size(); skipped++) {
      var word = words.get(at + skipped);
      if (word.startsClause()) break;
      if (piece.fits(word) && !isStrength(words, at + skipped, next)) {
        var match = rest(words, at + skipped + 1, next + 1, seen);
        if (match != null) return match;
      }
      if (WALLS.contains(word.text())) break;
      if (NEGATIONS.contains(word.text())) seen = true;
    }
    return piece.optional ? rest(words, at, next + 1, negated) : null;
  }
}
