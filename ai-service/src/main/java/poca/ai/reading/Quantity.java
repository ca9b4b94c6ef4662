package poca.ai.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Measurement.Bound;
import poca.ai.reading.Measurement.Unit;

/// A number of a text with the unit that follows it.
///
/// @param first its first word
/// @param number the word after the number
/// @param end the word after its unit
/// @param unit null when none follows
/// @param counts the thing that is counted a minute ("beats"), else empty
record Quantity(
    int first, int number, int end, double value, @Nullable Unit unit, String counts, Bound bound) {

  private static final Map<String, Unit> UNITS =
      Map.ofEntries(
          Map.entry("mmhg", Unit.MMHG),
          Map.entry("bpm", Unit.PER_MINUTE),
          Map.entry("percent", Unit.PERCENT),
          Map.entry("percentage", Unit.PERCENT),
          Map.entry("mmol", Unit.MMOL),
          Map.entry("mmols", Unit.MMOL),
          Map.entry("millimol", Unit.MMOL),
          Map.entry("millimoles", Unit.MMOL),
          Map.entry("mgdl", Unit.MG_DL),
          Map.entry("kg", Unit.KG),
          Map.entry("kgs", Unit.KG),
          Map.entry("kilo", Unit.KG),
          Map.entry("kilos", Unit.KG),
          Map.entry("kilogram", Unit.KG),
          Map.entry("kilograms", Unit.KG),
          Map.entry("lb", Unit.LB),
          Map.entry("lbs", Unit.LB),
          Map.entry("pound", Unit.LB),
          Map.entry("pounds", Unit.LB),
          Map.entry("st", Unit.STONE),
          Map.entry("stone", Unit.STONE),
          Map.entry("stones", Unit.STONE),
          Map.entry("g", Unit.GRAM),
          Map.entry("gm", Unit.GRAM),
          Map.entry("gms", Unit.GRAM),
          Map.entry("gram", Unit.GRAM),
          Map.entry("grams", Unit.GRAM),
          Map.entry("mg", Unit.MG),
          Map.entry("mgs", Unit.MG),
          Map.entry("milligram", Unit.MG),
          Map.entry("milligrams", Unit.MG),
          Map.entry("mcg", Unit.MCG),
          Map.entry("microgram", Unit.MCG),
          Map.entry("micrograms", Unit.MCG),
          Map.entry("ml", Unit.ML),
          Map.entry("mls", Unit.ML),
          Map.entry("millilitres", Unit.ML),
          Map.entry("milliliters", Unit.ML),
          Map.entry("second", Unit.SECONDS),
          Map.entry("seconds", Unit.SECONDS),
          Map.entry("minutes", Unit.MINUTES),
          Map.entry("hours", Unit.HOURS),
          Map.entry("days", Unit.DAYS),
          Map.entry("weeks", Unit.WEEKS),
          Map.entry("w", Unit.WEEKS),
          Map.entry("d", Unit.DAYS),
          Map.entry("months", Unit.MONTHS));

  /// What comes before "a minute": "190 beats a minute", "44 times per minute".
  private static final Set<String> COUNTED = Set.of("beats", "beat", "breath", "breaths", "times");

  private static final Set<String> EACH = Set.of("per", "a", "an", "each", "every", "in", "the");
  private static final Set<String> LITRES =
      Set.of("l", "litre", "litres", "liter", "liters", "lpm");
  private static final Set<String> TIMES =
      Set.of("seconds", "minutes", "hours", "days", "weeks", "months", "stone", "kilo");

  static final Set<String> BELOW = Set.of("below", "under", "<");
  static final Set<String> ABOVE = Set.of("above", "over", "exceeding", "beyond");

  /// The numbers of a text in their order.
  static List<Quantity> in(TokenisedText text) {
    var figures = new ArrayList<Quantity>();
    var words = text.words();
    int at = 0;
    while (at < words.size()) {
      var quantity = at(text, at);
      if (quantity == null) {
        at++;
        continue;
      }
      figures.add(quantity);
      at = quantity.number;
    }
    return figures;
  }

  /// The figure whose first word is this one.
  static @Nullable Quantity startingAt(List<Quantity> figures, int word) {
    int low = 0;
    int high = figures.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      var quantity = figures.get(middle);
      if (quantity.first == word) return quantity;
      if (quantity.first < word) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  private static @Nullable Quantity at(TokenisedText text, int at) {
    var words = text.words();
    var number = spoken(words, at);
    if (number == null) number = Numbers.at(words, at);
    if (number == null) {
      boolean one = Set.of("a", "an").contains(words.get(at).text());
      if (!one || !is(words, at + 1, TIMES)) return null;
      number = new Numbers.Number(1, at + 1);
    }
    int next = number.end();
    // "half an hour"
    if (number.value() == 0.5 && is(words, next, Set.of("a", "an"))) next++;
    var bound = bound(words, at);
    if (isPercent(text, number.end() - 1))
      return new Quantity(at, number.end(), number.end(), number.value(), Unit.PERCENT, "", bound);
    var rate = perMinute(words, next);
    if (rate > 0) {
      var counts = is(words, next, COUNTED) ? words.get(next).text() : "";
      return new Quantity(at, number.end(), rate, number.value(), Unit.PER_MINUTE, counts, bound);
    }
    var counted = counted(words, next);
    if (counted != null) {
      double rate60 = number.value() * 60 / counted.value();
      var thing = words.get(next).text();
      return new Quantity(at, number.end(), counted.end(), rate60, Unit.PER_MINUTE, thing, bound);
    }
    var unit = unit(words, next);
    int end = unit == null ? number.end() : unitEnd(words, next, unit);
    var counts = is(words, next, COUNTED) ? words.get(next).text() : "";
    return new Quantity(at, number.end(), end, number.value(), unit, counts, bound);
  }

  /// "One forty" is said of what never is one: 140.
  private static Numbers.@Nullable Number spoken(List<Word> words, int at) {
    double hundred =
        switch (words.get(at).text()) {
          case "one" -> 100;
          case "two" -> 200;
          default -> 0;
        };
    if (hundred == 0 || at + 1 >= words.size() || words.get(at + 1).startsClause()) return null;
    if (words.get(at + 1).isNumber()) return null;
    var rest = Numbers.at(words, at + 1);
    boolean tens = rest != null && rest.value() >= 10 && rest.value() < 100;
    if (rest == null
        || !tens
        || is(words, at + 1, Set.of("a", "couple", "few", "dozen", "several"))) return null;
    return new Numbers.Number(hundred + rest.value(), rest.end());
  }

  private static Bound bound(List<Word> words, int at) {
    if (at == 0 || words.get(at).startsClause()) return Bound.EXACTLY;
    var before = words.get(at - 1).text();
    if (BELOW.contains(before)) return Bound.BELOW;
    if (before.equals("over") && at > 1 && Numbers.isNumber(words.get(at - 2)))
      return Bound.EXACTLY;
    if (ABOVE.contains(before)) return Bound.ABOVE;
    if (!before.equals("than") || at < 2) return Bound.EXACTLY;
    return switch (words.get(at - 2).text()) {
      case "less", "lower", "fewer" -> Bound.BELOW;
      case "more", "higher", "greater" -> Bound.ABOVE;
      default -> Bound.EXACTLY;
    };
  }

  /// A percent sign is no word.
  private static boolean isPercent(TokenisedText text, int last) {
    return endOf(text, last) > text.words().get(last).end();
  }

  /// The offset after a word and the percent sign behind it, if there is one.
  static int endOf(TokenisedText text, int last) {
    var message = text.message();
    int end = text.words().get(last).end();
    int at = end;
    while (at < message.length() && message.charAt(at) == ' ') at++;
    return at < message.length() && "%％٪﹪".indexOf(message.charAt(at)) >= 0 ? at + 1 : end;
  }

  /// The word after "beats per minute", "times a minute", "/min", or 0.
  private static int perMinute(List<Word> words, int at) {
    int next = is(words, at, COUNTED) ? at + 1 : at;
    if (is(words, next, Set.of("in")) && is(words, next + 1, EACH)) next++;
    if (next >= words.size()) return 0;
    if (words.get(next).before() == Word.Break.SLASH && words.get(next).text().equals("minutes"))
      return next + 1;
    boolean each = is(words, next, EACH) && is(words, next + 1, Set.of("minutes"));
    return each ? next + 2 : 0;
  }

  /// The seconds of "35 breaths in 30 seconds".
  private static Numbers.@Nullable Number counted(List<Word> words, int at) {
    if (!is(words, at, COUNTED) || !is(words, at + 1, EACH)) return null;
    var number = Numbers.at(words, at + 2);
    boolean seconds = number != null && is(words, number.end(), Set.of("seconds"));
    if (number == null || !seconds || number.value() < 5 || number.value() > 60) return null;
    return new Numbers.Number(number.value(), number.end() + 1);
  }

  private static @Nullable Unit unit(List<Word> words, int at) {
    if (at >= words.size() || words.get(at).startsClause()) return null;
    var text = words.get(at).text();
    boolean perLitre = text.equals("mg") || text.equals("mgs");
    if (perLitre && is(words, at + 1, Set.of("dl", "per")) && isDecilitre(words, at + 1))
      return Unit.MG_DL;
    if (text.equals("mm") && is(words, at + 1, Set.of("hg"))) return Unit.MMHG;
    if (text.equals("per") && is(words, at + 1, Set.of("cent"))) return Unit.PERCENT;
    if (LITRES.contains(text))
      return perMinute(words, at + 1) > 0 || text.equals("lpm") ? Unit.LITRES_A_MINUTE : null;
    return UNITS.get(text);
  }

  private static boolean isDecilitre(List<Word> words, int at) {
    return is(words, at, Set.of("dl")) || is(words, at + 1, Set.of("dl", "decilitre"));
  }

  private static int unitEnd(List<Word> words, int at, Unit unit) {
    return switch (unit) {
      case MG_DL ->
          words.get(at).text().equals("mgdl")
              ? at + 1
              : is(words, at + 1, Set.of("dl")) ? at + 2 : at + 3;
      case MMOL ->
          is(words, at + 1, Set.of("l"))
              ? at + 2
              : is(words, at + 1, Set.of("per")) && is(words, at + 2, LITRES) ? at + 3 : at + 1;
      case MMHG -> words.get(at).text().equals("mm") ? at + 2 : at + 1;
      case PERCENT -> words.get(at).text().equals("per") ? at + 2 : at + 1;
      case LITRES_A_MINUTE ->
          words.get(at).text().equals("lpm") ? at + 1 : perMinute(words, at + 1);
      default -> at + 1;
    };
  }

  static boolean is(List<Word> words, int at, Set<String> texts) {
    return at >= 0 && at < words.size() && texts.contains(words.get(at).text());
  }

  boolean isWhole() {
    return value == Math.rint(value);
  }

  boolean has(Unit wanted) {
    return unit == wanted;
  }

  /// As time in minutes, NaN when it is none.
  double minutes() {
    if (unit == null) return Double.NaN;
    return switch (unit) {
      case SECONDS -> value / 60;
      case MINUTES -> value;
      case HOURS -> value * 60;
      default -> Double.NaN;
    };
  }
}
