package poca.ai.reading;

import java.util.List;
import java.util.Set;
import poca.ai.reading.GaugeNames.Name;
import poca.ai.reading.Measurement.Unit;

/// Tells the two numbers of a blood pressure from dates, scores, shares and doses.
final class BloodPressure {

  private static final Set<String> COMBINATIONS =
      StatedClauses.words(
          """
          seretide symbicort fostair relvar trelegy augmentin amoxiclav codamol cocodamol entresto sinemet
          humalog novomix fluticasone budesonide advair norco percocet vicodin trimethoprim bactrim
          """);

  private static final int FAR = 8;

  private final String message;
  private final List<Word> words;
  private final GaugeNames names;

  BloodPressure(TokenisedText text, GaugeNames names) {
    this.message = text.message();
    this.words = text.words();
    this.names = names;
  }

  /// "240/140", "240 over 140"; with a name near also "150-95" and "150 95".
  boolean isPair(Quantity upper, Quantity lower) {
    if (isSlash(upper.first())) return false;
    boolean touching = upper.number() == lower.first();
    var between = words.get(lower.first()).before();
    boolean slash = touching && between == Word.Break.SLASH;
    boolean loose = touching && (between.compareTo(Word.Break.SLASH) < 0 || isDash(upper, lower));
    boolean word =
        upper.number() + 1 == lower.first()
            && Quantity.is(words, upper.number(), Set.of("over", "on", "by", "and"))
            && !words.get(lower.first()).startsClause();
    if (!slash && !loose && !word) return false;
    double high = upper.value();
    double low = lower.value();
    if (high <= low || !upper.isWhole() || !lower.isWhole() || high > 320) return false;
    // A date has a third part; what a device shows as one is the pulse.
    if (isSlash(lower.number()) && high < 70 && lower.unit() == null) return false;
    if (isNamed(upper, lower)) {
      if (lower.unit() != null && !lower.has(Unit.MMHG)) return false;
      boolean plausible = high >= 40 && low >= 15 && low <= 220;
      // "130 and 80" may be two readings of one number.
      loose |= Quantity.is(words, upper.number(), Set.of("and"));
      return plausible && (!loose || (high >= 70 && low >= 30 && high - low >= 10));
    }
    boolean over = word && Quantity.is(words, upper.number(), Set.of("over"));
    return (slash || over)
        && high >= 70
        && low >= 30
        && low <= 200
        && high - low >= 10
        && lower.unit() == null
        && !ValueAttribution.isCounted(words, lower.number())
        && !isCombination(upper.first())
        && !Quantity.is(words, upper.first() - 1, Set.of("scored", "got", "score", "marks"));
  }

  private boolean isNamed(Quantity upper, Quantity lower) {
    var name = names.nearest(upper.first());
    boolean before =
        name != null
            && (name.key() == Name.PRESSURE || name.key() == Name.SYSTOLIC)
            && upper.first() - name.end() <= FAR;
    return before || names.follows(lower.end(), Name.PRESSURE, 1) || lower.has(Unit.MMHG);
  }

  /// "200 - 110".
  private boolean isDash(Quantity upper, Quantity lower) {
    int from = words.get(upper.number() - 1).end();
    int to = words.get(lower.first()).start();
    // The words of one abbreviation share its place.
    if (from > to) return false;
    var between = message.substring(from, to).strip();
    return between.equals("-") || between.equals("–");
  }

  private boolean isSlash(int at) {
    return at < words.size() && words.get(at).before() == Word.Break.SLASH;
  }

  private boolean isCombination(int first) {
    for (int at = Math.max(0, first - 3); at < first; at++)
      if (COMBINATIONS.contains(words.get(at).text())) return true;
    return false;
  }
}
