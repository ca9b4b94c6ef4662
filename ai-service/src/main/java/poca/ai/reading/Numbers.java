package poca.ai.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Numbers in figures or in words: "38.5", "thirty eight point five", "a couple of", "one hundred
/// and two".
public final class Numbers {

  /// A number that covers the words up to `end` (exclusive).
  record Number(double value, int end) {}

  private static final Map<String, Integer> ONES =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19));
  private static final Map<String, Integer> TENS =
      Map.of(
          "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70,
          "eighty", 80, "ninety", 90);
  private static final Map<String, Double> VAGUE =
      Map.of("couple", 2.0, "few", 3.0, "several", 4.0, "half", 0.5, "dozen", 12.0);

  private Numbers() {}

  /// The words that stand for numbers.
  static List<String> words() {
    return Stream.of(ONES, TENS, VAGUE).flatMap(numbers -> numbers.keySet().stream()).toList();
  }

  /// A word that stands for a number in figures: "3" for "three", "0.5" for "half". What is none
  /// stays as it is.
  public static String inFigures(String word) {
    for (var numbers : List.of(ONES, TENS, VAGUE)) {
      var value = numbers.get(word);
      if (value != null)
        return BigDecimal.valueOf(value.doubleValue()).stripTrailingZeros().toPlainString();
    }
    return word;
  }

  static boolean isNumber(Word word) {
    return word.isNumber()
        || ONES.containsKey(word.text())
        || TENS.containsKey(word.text())
        || VAGUE.containsKey(word.text());
  }

  /// The number that starts at word `at`, or null.
  static @Nullable Number at(List<Word> words, int at) {
    if (at >= words.size()) return null;
    var word = words.get(at);
    if (word.isNumber()) return point(words, figures(word.text()), at + 1);
    if (is(words, at, "a") || is(words, at, "an")) {
      if (is(words, at + 1, "hundred")) return spoken(words, at + 1, 100, at + 2);
      return vague(words, at + 1);
    }
    var vague = vague(words, at);
    if (vague != null) return vague;
    if (ONES.containsKey(word.text()) && is(words, at + 1, "hundred")) {
      return spoken(words, at + 1, 100.0 * ONES.getOrDefault(word.text(), 1), at + 2);
    }
    var small = small(words, at);
    return small == null ? null : point(words, small.value, small.end);
  }

  private static @Nullable Number vague(List<Word> words, int at) {
    var value = at < words.size() ? VAGUE.get(words.get(at).text()) : null;
    return value == null ? null : new Number(value, is(words, at + 1, "of") ? at + 2 : at + 1);
  }

  private static double figures(String text) {
    // More digits than any age, dose or temperature has: not a number worth comparing.
    return text.length() > 9 ? Double.MAX_VALUE : Double.parseDouble(text);
  }

  private static Number spoken(List<Word> words, int hundred, double value, int end) {
    int next = is(words, end, "and") ? end + 1 : end;
    var rest = small(words, next);
    if (rest == null) return point(words, value, hundred + 1);
    return point(words, value + rest.value, rest.end);
  }

  private static @Nullable Number small(List<Word> words, int at) {
    if (at >= words.size()) return null;
    var tens = TENS.get(words.get(at).text());
    if (tens != null) {
      var ones =
          at + 1 < words.size() && !words.get(at + 1).startsClause()
              ? ONES.get(words.get(at + 1).text())
              : null;
      return ones != null && ones < 10 ? new Number(tens + ones, at + 2) : new Number(tens, at + 1);
    }
    var ones = ONES.get(words.get(at).text());
    return ones == null ? null : new Number(ones, at + 1);
  }

  private static Number point(List<Word> words, double value, int end) {
    if (is(words, end, "point") && end + 1 < words.size()) {
      var digit = ONES.get(words.get(end + 1).text());
      if (digit != null && digit < 10) return new Number(value + digit / 10.0, end + 2);
      if (words.get(end + 1).isNumber() && words.get(end + 1).text().length() == 1) {
        return new Number(value + figures(words.get(end + 1).text()) / 10.0, end + 2);
      }
    }
    return new Number(value, end);
  }

  private static boolean is(List<Word> words, int at, String text) {
    return at >= 0 && at < words.size() && words.get(at).text().equals(text);
  }
}
