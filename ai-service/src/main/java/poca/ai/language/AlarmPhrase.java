package poca.ai.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Words in a row. In the files `(a|b)` is a choice, `(a|)` may be missing, `word*` is the
/// beginning of a word, and a star of its own stands for up to two words between (two stars: up to
/// four; in scripts without blanks: characters).
record AlarmPhrase(List<Slot> slots) {

  private static final int SHORTEST_STEM = 3;

  private static final Pattern PIECE = Pattern.compile("\\(([^()]*)\\)|[^\\s()]+|[()]");

  sealed interface Slot {
    record Choice(List<List<Part>> options) implements Slot {}

    record Gap(int most) implements Slot {}
  }

  sealed interface Part {
    record Whole(String word) implements Part {}

    record Stem(String beginning) implements Part {}

    default boolean matches(String word) {
      return matchesAsItIs(word) || (startsWithAnd(word) && matchesAsItIs(word.substring(1)));
    }

    private boolean matchesAsItIs(String word) {
      return switch (this) {
        case Whole(String whole) -> whole.equals(word);
        case Stem(String beginning) -> word.startsWith(beginning);
      };
    }
  }

  static AlarmPhrase of(ContentLine line, String written) {
    var slots = new ArrayList<Slot>();
    var pieces = PIECE.matcher(written);
    while (pieces.find()) {
      var piece = pieces.group();
      var choices = pieces.group(1);
      if (piece.matches("\\*+")) slots.add(new Slot.Gap(2 * piece.length()));
      else if (choices != null) slots.add(choice(line, List.of(choices.split("\\|", -1))));
      else if (piece.matches(".*[()|].*")) throw line.wrong("choices like (a|b): " + written);
      else slots.add(choice(line, List.of(piece)));
    }
    if (slots.isEmpty()
        || slots.getFirst() instanceof Slot.Gap
        || slots.getLast() instanceof Slot.Gap) throw line.wrong("a word at both ends: " + written);
    var phrase = new AlarmPhrase(List.copyOf(slots));
    if (phrase.beginnings().isEmpty()) throw line.wrong("a word that is always there: " + written);
    return phrase;
  }

  private static Slot.Choice choice(ContentLine line, List<String> written) {
    var options = new LinkedHashSet<List<Part>>();
    for (var option : written) {
      options.add(parts(line, option));
      options.add(parts(line, withoutUmlauts(option)));
    }
    return new Slot.Choice(List.copyOf(options));
  }

  private static List<Part> parts(ContentLine line, String written) {
    var parts = new ArrayList<Part>();
    for (var piece : written.strip().split("\\s+")) {
      if (piece.isEmpty()) continue;
      var tokens = Token.in(piece);
      if (tokens.isEmpty()) throw line.wrong("words, found: " + piece);
      for (var token : tokens) parts.add(new Part.Whole(token.text()));
      if (piece.endsWith("*")) {
        var beginning = tokens.getLast().text();
        if (beginning.length() < SHORTEST_STEM)
          throw line.wrong("at least " + SHORTEST_STEM + " letters before a star: " + piece);
        parts.set(parts.size() - 1, new Part.Stem(beginning));
      }
    }
    return List.copyOf(parts);
  }

  /// German is typed `ueber` as well as `über` and `uber`.
  private static String withoutUmlauts(String written) {
    return written.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
  }

  /// The words it can begin with.
  Set<Part> beginnings() {
    var beginnings = new LinkedHashSet<Part>();
    for (var slot : slots) {
      if (!(slot instanceof Slot.Choice(List<List<Part>> options))) return beginnings;
      boolean mayBeMissing = false;
      for (var option : options)
        if (option.isEmpty()) mayBeMissing = true;
        else beginnings.add(option.getFirst());
      if (!mayBeMissing) return beginnings;
    }
    return Set.of();
  }

  /// The index after the last token, or -1.
  int end(List<Token> tokens, int at) {
    return end(tokens, at, at, 0);
  }

  /// Recurses over the slots of the phrase, never over the text.
  private int end(List<Token> tokens, int first, int at, int index) {
    if (index == slots.size()) return at;
    switch (slots.get(index)) {
      case Slot.Gap(int most) -> {
        for (int skipped = 0; skipped <= most; skipped++) {
          int next = at + skipped;
          if (next >= tokens.size() || breaks(tokens, next)) return -1;
          int end = end(tokens, first, next, index + 1);
          if (end >= 0) return end;
        }
      }
      case Slot.Choice(List<List<Part>> options) -> {
        for (var option : options) {
          int after = after(tokens, first, at, option);
          int end = after < 0 ? -1 : end(tokens, first, after, index + 1);
          if (end >= 0) return end;
        }
      }
    }
    return -1;
  }

  private static int after(List<Token> tokens, int first, int at, List<Part> option) {
    for (int index = 0; index < option.size(); index++) {
      int here = at + index;
      if (here >= tokens.size() || (here > first && breaks(tokens, here))) return -1;
      if (!option.get(index).matches(tokens.get(here).text())) return -1;
    }
    return at + option.size();
  }

  private static boolean breaks(List<Token> tokens, int at) {
    return tokens.get(at).before().compareTo(Token.Break.PAUSE) > 0;
  }

  /// Arabic writes "and" and "then" together with the next word.
  static boolean startsWithAnd(String word) {
    return word.length() >= 3 && (word.charAt(0) == 'و' || word.charAt(0) == 'ف');
  }
}
