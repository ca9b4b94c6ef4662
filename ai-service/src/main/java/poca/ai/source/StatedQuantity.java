package poca.ai.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Numbers;

/// A number as a text names it, with its unit: "three days" is "3 days", "39,2C" is "39.2 °C".
///
/// @param unit in one spelling; null where none stands beside it
record StatedQuantity(BigDecimal number, @Nullable String unit, int start, int end) {

  /// The number words that are read as figures; what each says is in [Numbers].
  private static final String WORDS =
      "one|two|couple|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen"
          + "|twenty|thirty|half";

  /// Spellings of each unit, the one that stands for all of them first.
  private static final List<String> UNITS =
      List.of(
          "mg|mgs|milligram|milligrams|milligramme|milligrammes",
          "mcg|µg|μg|microgram|micrograms|ug",
          "g|gr|gram|grams|gramme|grammes",
          "kg|kgs|kilo|kilos|kilogram|kilograms",
          "lb|lbs|pound|pounds",
          "ml|mls|millilitre|millilitres|milliliter|milliliters|cc",
          "l|litre|litres|liter|liters",
          "mmol/l|mmol",
          "mg/dl",
          "cm|cms|centimetre|centimetres|centimeter|centimeters",
          "mm|millimetre|millimetres",
          "°c|c|celsius|degrees c|degrees celsius|deg c",
          "°f|f|fahrenheit|degrees f|degrees fahrenheit|deg f",
          "mmhg",
          "%|percent|per cent",
          "bpm|beats per minute|per minute",
          "second|seconds|sec|secs",
          "minute|minutes|min|mins",
          "hour|hours|hr|hrs|h",
          "day|days",
          "night|nights",
          "week|weeks|wk|wks",
          "month|months",
          "year|years|yr|yrs",
          "time|times|x",
          "tablet|tablets|tab|tabs|pill|pills",
          "capsule|capsules",
          "puff|puffs",
          "drop|drops",
          "unit|units|iu",
          "teaspoon|teaspoons|tsp",
          "pad|pads",
          "nappy|nappies|diaper|diapers");

  private static final Map<String, String> SPELLINGS = spellings();

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\d.,])(?<digits>\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)?)(?!\\d)"
              + "|(?<![\\p{L}\\d])(?<word>"
              + WORDS
              + ")(?![\\p{L}\\d])|(?<![\\p{L}\\d])(?<article>an?)(?="
              + " (?:day|week|month|year|hour|minute|night)\\b(?! ago\\b.{0,3}$))"
              + "|(?<![\\p{L}\\d])(?<often>once|twice)(?![\\p{L}\\d])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern UNIT =
      Pattern.compile(
          "[ \\u00a0-]?(?:of an? |an? |and a half )?(?<unit>"
              + String.join(
                  "|",
                  SPELLINGS.keySet().stream()
                      .sorted((a, b) -> b.length() - a.length())
                      .map(Pattern::quote)
                      .toList())
              + ")(?![\\p{L}\\d])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DEGREES = Pattern.compile("[ \\u00a0]?(?:°|degrees?\\b)");

  private static Map<String, String> spellings() {
    var spellings = new java.util.LinkedHashMap<String, String>();
    for (var line : UNITS) {
      var all = line.split("\\|", -1);
      for (var spelling : all) spellings.put(spelling, all[0]);
    }
    return spellings;
  }

  /// The end of a scale, which is no figure of its own.
  private static final Pattern SCALE = Pattern.compile("(?i)\\d ?(?:/|of|out of|on) ?(?:10|ten)$");

  static List<StatedQuantity> in(String text) {
    var figures = new ArrayList<StatedQuantity>();
    var number = NUMBER.matcher(text);
    while (number.find()) {
      if (SCALE.matcher(text.substring(0, number.end())).find()) continue;
      var often = number.group("often");
      if (often != null) {
        figures.add(
            new StatedQuantity(
                new BigDecimal(often.equalsIgnoreCase("once") ? 1 : 2),
                "time",
                number.start(),
                number.end()));
        continue;
      }
      var unit = UNIT.matcher(text).region(number.end(), text.length());
      boolean has = unit.lookingAt();
      int end = has ? unit.end() : behindDegrees(text, number.end());
      var value = value(number.group("digits"), number.group("word"));
      figures.add(
          new StatedQuantity(
              value,
              has ? SPELLINGS.get(unit.group("unit").toLowerCase(Locale.ROOT)) : null,
              number.start(),
              end));
    }
    return figures;
  }

  private static int behindDegrees(String text, int at) {
    var degrees = DEGREES.matcher(text).region(at, text.length());
    return degrees.lookingAt() ? degrees.end() : at;
  }

  private static BigDecimal value(@Nullable String digits, @Nullable String word) {
    if (word != null) return new BigDecimal(Numbers.inFigures(word.toLowerCase(Locale.ROOT)));
    if (digits == null) return BigDecimal.ONE;
    var plain = digits.matches("\\d{1,3}(?:,\\d{3})+") ? digits.replace(",", "") : digits;
    return new BigDecimal(plain.replace(',', '.')).stripTrailingZeros();
  }

  /// Whether that one, told, carries this one: a unit that nobody told is none.
  boolean isTold(StatedQuantity told) {
    return number.compareTo(told.number) == 0 && (unit == null || unit.equals(told.unit));
  }
}
