package poca.ai.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import poca.ai.reading.Medicines;
import poca.ai.reading.Numbers;

/// The amounts of medicine that patient and record name. An amount is the same however it is
/// written: "100mg", "100 mg" and "0.1 g", "5mls" and "5 ml", "two pills" and "2 tablets". Beside a
/// medicine's name a bare number says an amount too: who takes "2 co-codamol" takes two tablets of
/// it, and "ibuprofen 600" is 600 mg.
final class MedicineAmounts {

  /// The number words that are read as figures; what each says is in [Numbers].
  private static final String WORDS =
      "one|two|three|four|five|six|seven|eight|nine|ten|twenty|half";

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![\\w.,])(\\d{1,3}(?:,\\d{3})+|\\d+(?:[.,/]\\d+)?|(?:"
              + WORDS
              + ")(?: an?)?|another)\\s*(?<unit>mgs?|milligrams?|mcgs?|µg|micrograms?|grams?|g|mls?"
              + "|millilit(?:re|er)s?|tablets?|tabs?|pills?|capsules?|caps|caplets?|drops?|puffs?"
              + "|sachets?|units?|iu|tsps?|teaspoons?|tbsps?|tablespoons?|spoonfuls?)\\b"
              + "(?<kilo>\\s*/\\s*kg)?");

  /// A number that counts something else than a medicine: days, hours, years.
  private static final Pattern BARE =
      Pattern.compile(
          "(?<![\\w.,/])(\\d+(?:\\.\\d+)?|"
              + WORDS
              + ")(?![\\w.,/]*\\d)(?! ?(?:x\\b|times?|hours?|hrs?|h\\b|minutes?|mins?|days?|nights?"
              + "|weeks?|wks?|months?|years?|yrs?|am\\b|pm\\b|o'clock|°|degrees|c\\b|f\\b|%|of\\b|out\\b"
              + "|kgs?\\b|cm\\b|mg|mcg|µg|g\\b|ml|micro|milli|gram|drops?|puffs?|sachets?|units?|iu|t[sb]|tea|table"
              + " ?spoon|spoon))");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}.,/']+");

  private static final Set<String> COUNTED = Set.of("mg", "piece");

  /// How many words a bare number may stand from the medicine that it counts.
  private static final int NEAR = 2;

  /// @param number written as plainly as it can be
  private record Amount(String number, String unit) {}

  private final Set<Amount> told = new HashSet<>();

  /// The bare numbers beside each medicine.
  private final Map<String, Set<String>> beside = new HashMap<>();

  /// @param sources in lower case
  MedicineAmounts(String sources) {
    var amount = AMOUNT.matcher(sources);
    while (amount.find()) told.add(amount(amount));
    for (var line : sources.split("[\\n.;!?](?:\\s|$)", -1)) bare(line);
  }

  private void bare(String line) {
    var numbers = BARE.matcher(line);
    while (numbers.find()) {
      var around = new ArrayList<>(last(words(line.substring(0, numbers.start()))));
      around.addAll(first(words(line.substring(numbers.end()))));
      for (var medicine : Medicines.in(String.join(" ", around)))
        beside.computeIfAbsent(medicine, _ -> new HashSet<>()).add(plain(numbers.group(1)));
    }
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(w -> w.group()).toList();
  }

  private static List<String> last(List<String> words) {
    return words.subList(Math.max(0, words.size() - NEAR), words.size());
  }

  private static List<String> first(List<String> words) {
    return words.subList(0, Math.min(NEAR, words.size()));
  }

  /// Whether a text names an amount at all.
  ///
  /// @param said in lower case
  static boolean isNamedIn(String said) {
    return AMOUNT.matcher(said).find();
  }

  /// Whether a text names an amount that nobody told.
  ///
  /// @param said in lower case
  boolean isExceededIn(String said) {
    var amounts = AMOUNT.matcher(said);
    while (amounts.find()) {
      var amount = amount(amounts);
      var line = line(said, amounts.start(), amounts.end());
      if (!told.contains(amount) && !isBeside(amount, line)) return true;
    }
    return false;
  }

  private static String line(String text, int start, int end) {
    var next = text.indexOf('\n', end);
    return text.substring(text.lastIndexOf('\n', start) + 1, next < 0 ? text.length() : next);
  }

  private boolean isBeside(Amount amount, String line) {
    return COUNTED.contains(amount.unit)
        && Medicines.in(line).stream()
            .anyMatch(medicine -> beside.getOrDefault(medicine, Set.of()).contains(amount.number));
  }

  private static Amount amount(Matcher found) {
    var number = plain(found.group(1));
    var unit = unit(found.group("unit"));
    if (found.group("kilo") != null) unit += "/kg";
    return switch (unit) {
      case "g" -> new Amount(times(number, "1000"), "mg");
      case "mcg" -> new Amount(times(number, "0.001"), "mg");
      default -> new Amount(number, unit);
    };
  }

  private static String unit(String written) {
    var unit = written.toLowerCase(Locale.ROOT);
    if (unit.startsWith("mcg") || unit.equals("µg") || unit.startsWith("microg")) return "mcg";
    if (unit.startsWith("mg") || unit.startsWith("millig")) return "mg";
    if (unit.startsWith("ml") || unit.startsWith("millil")) return "ml";
    if (unit.equals("iu")) return "unit";
    if (unit.startsWith("g")) return "g";
    if (unit.startsWith("tab") && !unit.startsWith("tables")) return "piece";
    if (unit.startsWith("pill") || unit.startsWith("cap")) return "piece";
    if (unit.startsWith("tsp") || unit.startsWith("teas")) return "teaspoon";
    if (unit.startsWith("tb") || unit.startsWith("tables")) return "tablespoon";
    return unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
  }

  private static String plain(String number) {
    var word = number.replaceFirst(" an?$", "");
    var figure = Numbers.inFigures(word);
    if (figure.matches("\\d{1,3}(?:,\\d{3})+")) figure = figure.replace(",", "");
    figure = figure.replace(',', '.');
    return figure.matches("\\d+(?:\\.\\d+)?") ? times(figure, "1") : figure;
  }

  private static String times(String number, String factor) {
    if (!number.matches("\\d+(?:\\.\\d+)?")) return number;
    return new BigDecimal(number)
        .multiply(new BigDecimal(factor))
        .stripTrailingZeros()
        .toPlainString();
  }
}
