package poca.ai.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A measured body temperature.
///
/// @param celsius degrees Celsius, rounded to one decimal
/// @param said the reading as it was written, with its unit if there was one
public record Temperature(double celsius, String said, Span span) {

  private static final Set<String> CELSIUS = Set.of("c", "celsius", "centigrade", "degc");
  private static final Set<String> FAHRENHEIT = Set.of("f", "fahrenheit", "degf");
  private static final Set<String> DEGREES = Set.of("degrees", "degree", "deg", "degs");
  private static final Set<String> CONTEXT =
      Set.of(
          "fever",
          "temperature",
          "thermometer",
          "reading",
          "spiked",
          "measured",
          "degrees",
          "degree",
          "hot",
          "rectal",
          "rectally",
          "armpit",
          "axillary",
          "underarm",
          "forehead",
          "oral");
  private static final Set<String> OTHER_UNITS =
      Set.of(
          "hours", "days", "weeks", "months", "years", "minutes", "kg", "kgs", "ml", "mg", "g",
          "lbs", "pounds", "percent", "mmhg", "bpm", "times", "cm", "mm", "tablets", "tablet",
          "pills", "am", "pm", "oz", "ounces", "old", "out", "drops", "tsp", "diaper", "stool",
          "feeds", "rd", "th", "yo", "y", "male", "female", "feet", "inches", "seconds", "beats");
  private static final Set<String> NOT_A_READING =
      Set.of(
          "age",
          "aged",
          "am",
          "im",
          "pulse",
          "bp",
          "weight",
          "weighs",
          "oxygen",
          "saturation",
          "spo2",
          "rate",
          "room",
          "at",
          "pressure",
          "sats",
          "bmi",
          "hba1c",
          "score",
          "ratio",
          "version",
          "size");
  private static final Set<String> LENGTHS =
      Set.of(
          "waist",
          "tape",
          "hips",
          "bust",
          "collar",
          "inch",
          "inches",
          "shoe",
          "shoes",
          "round",
          "circumference",
          "girth",
          "bmi",
          "jeans",
          "trousers");
  private static final Set<String> SURROUNDINGS =
      Set.of(
          "city", "outside", "outdoors", "room", "house", "flat", "shade", "car", "office", "here");
  private static final Set<String> UPPER_BOUND = Set.of("below", "under", "than", "upto");

  /// The words by which a reading is known.
  static List<String> words() {
    return Stream.of(CELSIUS, FAHRENHEIT, DEGREES, CONTEXT).flatMap(Set::stream).toList();
  }

  /// The readings in a text.
  ///
  /// @param asked whether the assistant asked for the temperature, so that a bare number is one
  /// @param counts whether the words from an index on speak of the patient's present state
  static List<Temperature> in(
      TokenisedText text, boolean asked, Predicate<Phrases.Hit<Finding>> counts) {
    var readings = new ArrayList<Temperature>();
    var words = text.words();
    boolean feverSaid = words.stream().anyMatch(w -> CONTEXT.contains(w.text()));
    int lastContext = -100;
    for (int at = 0; at < words.size(); at++) {
      if (words.get(at).startsSentence()) lastContext = -100;
      if (CONTEXT.contains(words.get(at).text())) lastContext = at;
      var number = Numbers.at(words, at);
      if (number == null) continue;
      int end = number.end();
      boolean degrees = end < words.size() && DEGREES.contains(words.get(end).text());
      int unitAt = degrees ? end + 1 : end;
      var unit =
          unitAt < words.size() && !words.get(unitAt).startsClause()
              ? words.get(unitAt).text()
              : "";
      boolean celsius = CELSIUS.contains(unit);
      boolean fahrenheit = FAHRENHEIT.contains(unit);
      int saidEnd = celsius || fahrenheit ? unitAt + 1 : unitAt;
      if (saidEnd < words.size() && isVague(words, saidEnd)) saidEnd++;
      double value = number.value();
      boolean decimal = words.get(at).text().indexOf('.') > 0 || value % 1 != 0;
      boolean near =
          at - lastContext <= 6
              || degrees
              || contextFollows(text, unitAt)
              || asked
              || (decimal && (feverSaid || (value >= 37.5 && value < 43)));
      boolean plausible =
          (!(celsius || fahrenheit) && isLength(words, at)) || isOfSurroundings(words, saidEnd)
              ? false
              : celsius
                  ? value >= 30 && value <= 45
                  : fahrenheit
                      ? value >= 86 && value <= 113
                      : near
                          && !otherUnit(text, at, end)
                          && ((value >= 34 && value <= 43) || (value >= 93 && value <= 110));
      if (plausible
          && !upperBound(text, at)
          && counts.test(new Phrases.Hit<>(Finding.FEVER, at, saidEnd, false))) {
        boolean inFahrenheit = fahrenheit || (!celsius && value >= 93);
        double celsiusValue = inFahrenheit ? (value - 32) * 5 / 9 : value;
        readings.add(
            new Temperature(
                Math.round(celsiusValue * 10) / 10.0,
                text.said(at, saidEnd),
                text.span(at, saidEnd)));
      }
      at = end - 1;
    }
    return readings;
  }

  public boolean isFahrenheit() {
    var number = said.replaceAll("[^0-9.,].*", "").replace(',', '.');
    return number.isEmpty()
        ? said.contains("hundred")
        : Double.parseDouble(number.endsWith(".") ? number + "0" : number) > 60;
  }

  /// "My waist is 39 by the tape". "34 degrees in the city".
  private static boolean isOfSurroundings(List<Word> words, int from) {
    for (int at = from; at < Math.min(words.size(), from + 3); at++) {
      if (words.get(at).startsClause()) return false;
      if (SURROUNDINGS.contains(words.get(at).text())) return true;
    }
    return false;
  }

  private static boolean isLength(List<Word> words, int at) {
    for (int near = Math.max(0, at - 5); near < Math.min(words.size(), at + 5); near++)
      if (LENGTHS.contains(words.get(near).text())) return true;
    return false;
  }

  /// "38 something", "38-ish": the reading is 38 and is quoted with what was said of it.
  private static boolean isVague(List<Word> words, int at) {
    return !words.get(at).startsClause()
        && Set.of("something", "ish", "odd").contains(words.get(at).text());
  }

  private static boolean contextFollows(TokenisedText text, int at) {
    var words = text.words();
    return at < words.size()
        && !words.get(at).startsClause()
        && Set.of("fever", "temperature").contains(words.get(at).text());
  }

  private static boolean otherUnit(TokenisedText text, int at, int end) {
    var words = text.words();
    if (words.get(at).before() == Word.Break.SLASH) return true;
    if (at > 0
        && !words.get(at).startsClause()
        && NOT_A_READING.contains(words.get(at - 1).text())
        && !temperatureAt(text, at)) return true;
    if (end >= words.size()) return false;
    var next = words.get(end);
    return next.before() == Word.Break.SLASH
        || (!next.startsClause() && OTHER_UNITS.contains(next.text()));
  }

  /// "Fever at 39" is a reading, "came at 10" is not.
  private static boolean temperatureAt(TokenisedText text, int at) {
    return at > 1
        && text.words().get(at - 1).text().equals("at")
        && CONTEXT.contains(text.words().get(at - 2).text());
  }

  private static boolean upperBound(TokenisedText text, int at) {
    if (at == 0) return false;
    var before = text.words().get(at - 1).text();
    if (before.equals("than"))
      return at > 1 && Set.of("less", "lower").contains(text.words().get(at - 2).text());
    return UPPER_BOUND.contains(before);
  }
}
