package poca.ai.reading;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.GaugeNames.Name;
import poca.ai.reading.Measurement.Unit;

/// Attributes the numbers of a text to the names whose values they are.
///
/// A number belongs to the nearest name before it in its sentence ("sats this morning 88"), to its
/// unit ("190 beats per minute") or to the name right behind it ("82% oxygen").
final class ValueAttribution {

  /// What a bare number counts when one of these follows is something else.
  private static final Set<String> COUNTED =
      StatedClauses.words(
          """
          years times tablet tablets pill pills puff puffs drops dose doses units unit iu cm mm feet
          inches old pm am oclock nd rd th x people children kids pads diaper cups glasses litres liters
          litre liter l miles km steps euros episodes attacks readings other different nights wet stairs
          flights of more brothers sisters metres meters yards stops out hourly weekly spoons teaspoons
          dollars calories carbs checks machines bar reviews points
          """);

  /// Before a bare number: it is a time, a date or a name.
  private static final Set<String> NO_VALUE_BEFORE =
      StatedClauses.words(
          """
          since for aged age every after type grade stage room page born number within until till ward bed
          im x covid vitamin
          """);

  /// Words that may stand between two values of one name: "sugar 15.4 this morning and 2.1 now".
  private static final Set<String> CHAIN =
      StatedClauses.words(
          """
          to and then or now was is down up dropped went later today yesterday this morning tonight
          evening afternoon it at after before but from by over even sometimes its came fell night last
          again earlier normally usually
          """);

  /// The names that may stand behind their number.
  private static final List<Name> FOLLOWING =
      List.of(
          Name.OXYGEN,
          Name.PULSE,
          Name.GLUCOSE,
          Name.KETONES,
          Name.PEAK_FLOW,
          Name.SYSTOLIC,
          Name.DIASTOLIC);

  private static final int FAR = 8;

  private final List<Word> words;
  private final List<Quantity> figures;
  private final GaugeNames names;
  private final @Nullable Name asked;
  private final List<Measurement> found;

  /// @param asked what the assistant asked for, to which a number without a name belongs
  /// @param found what was measured by the numbers before the one that is asked about; grows
  ValueAttribution(
      List<Word> words,
      List<Quantity> figures,
      GaugeNames names,
      @Nullable Name asked,
      List<Measurement> found) {
    this.words = words;
    this.figures = figures;
    this.names = names;
    this.asked = asked;
    this.found = found;
  }

  /// The name that a number belongs to.
  @Nullable Name nameOf(Quantity quantity, int index) {
    if (quantity.has(Unit.PER_MINUTE)) return perMinute(quantity);
    if (quantity.unit() != null && !isUnitOfGauge(quantity.unit())) return null;
    if (words.get(quantity.first()).before() == Word.Break.SLASH || isPronoun(quantity))
      return null;
    var before = names.nearest(quantity.first());
    if (before != null
        && quantity.first() - before.end() <= FAR
        && !isTaken(before, index)
        && isSaidOf(before, quantity)) return before.key();
    if (before != null && index > 0 && isChained(before, index)) return before.key();
    for (var cue : FOLLOWING) {
      boolean percent = cue == Name.OXYGEN && quantity.has(Unit.PERCENT);
      if (!names.follows(quantity.end(), cue, percent ? 3 : 1)) continue;
      // "Sugar 5 oxygen 88": a name that has its own number behind it names that one.
      if (!percent) {
        if (nextIsNumber(quantity.end())) continue;
        // "Two sugars in my tea".
        boolean plain =
            quantity.unit() == null && quantity.isWhole() && quantity.value() < MeterMarks.HIGHEST;
        if (plain && cue == Name.GLUCOSE) continue;
      }
      return cue;
    }
    if (quantity.has(Unit.MG_DL)) return Name.GLUCOSE;
    boolean first = found.isEmpty() && !isCounted(words, quantity.number());
    return first && !Quantity.is(words, quantity.first() - 1, NO_VALUE_BEFORE) ? asked : null;
  }

  private Name perMinute(Quantity quantity) {
    if (quantity.counts().startsWith("breath")) return Name.RATE;
    if (quantity.counts().startsWith("beat")) return Name.PULSE;
    var before = names.nearest(quantity.first());
    boolean near = before != null && quantity.first() - before.end() <= FAR;
    if (near && before != null) {
      if (before.key() == Name.PULSE) return Name.PULSE;
      if (before.key() == Name.RATE || before.key() == Name.BREATHING) return Name.RATE;
    }
    if (names.follows(quantity.end(), Name.PULSE, 1)) return Name.PULSE;
    if (names.follows(quantity.end(), Name.RATE, 1)
        || names.follows(quantity.end(), Name.BREATHING, 1)) return Name.RATE;
    var unit = words.get(quantity.end() - 1).text();
    return unit.equals("bpm") ? Name.PULSE : Name.OTHER;
  }

  /// "My sugar, the last one was 6.8".
  private boolean isPronoun(Quantity quantity) {
    return quantity.unit() == null
        && quantity.number() - quantity.first() == 1
        && words.get(quantity.first()).text().equals("one");
  }

  private static boolean isUnitOfGauge(Unit unit) {
    return switch (unit) {
      case PERCENT, MMOL, MG_DL, MMHG, LITRES_A_MINUTE, PER_MINUTE -> true;
      default -> false;
    };
  }

  private boolean nextIsNumber(int end) {
    for (int at = end; at < Math.min(words.size(), end + 5); at++) {
      if (words.get(at).startsSentence()) return false;
      if (Numbers.isNumber(words.get(at))) return true;
    }
    return false;
  }

  /// Whether an earlier number stands between the name and this one.
  private boolean isTaken(Phrases.Hit<Name> cue, int index) {
    return index > 0
        && figures.get(index - 1).first() >= cue.end()
        && (isValue(index - 1) || isShare(cue, figures.get(index - 1)));
  }

  /// "Peak flow 150 out of 450".
  private boolean isShare(Phrases.Hit<Name> cue, Quantity quantity) {
    return cue.key() == Name.PEAK_FLOW && Quantity.is(words, quantity.number(), Set.of("out"));
  }

  /// A time or a count between a name and its number takes nothing: "sugar 2 hours ago 15".
  private boolean isValue(int index) {
    var quantity = figures.get(index);
    if (quantity.unit() != null && !isUnitOfGauge(quantity.unit())) return false;
    return !isCounted(words, quantity.number());
  }

  private boolean isSaidOf(Phrases.Hit<Name> cue, Quantity quantity) {
    if (quantity.unit() != null) return true;
    if (isAge(cue, quantity)) return false;
    if (isCounted(words, quantity.number()) && !isShare(cue, quantity)) return false;
    if (quantity.first() > cue.end() && Quantity.is(words, quantity.first() - 1, NO_VALUE_BEFORE))
      return false;
    int commas = 0;
    for (int at = cue.end(); at <= quantity.first(); at++)
      if (words.get(at).before() == Word.Break.COMMA) commas++;
    return commas <= 1;
  }

  /// "My pulse, I'm slim and 25".
  private boolean isAge(Phrases.Hit<Name> cue, Quantity quantity) {
    for (int at = quantity.first() - 1; at >= cue.end() && at >= quantity.first() - 4; at--) {
      if (words.get(at).text().equals("im") && words.get(at).startsClause()) return true;
      if (Quantity.is(words, at, Set.of("am")) && Quantity.is(words, at - 1, Set.of("i")))
        return true;
    }
    return false;
  }

  private boolean isChained(Phrases.Hit<Name> cue, int index) {
    var quantity = figures.get(index);
    var previous = figures.get(index - 1);
    if (previous.first() < cue.end() || quantity.first() - previous.end() > 4) return false;
    boolean sameUnit = previous.unit() == null || quantity.unit() == previous.unit();
    if (quantity.unit() != null && !sameUnit) return false;
    boolean named = cue.key() == Name.PEAK_FLOW;
    named |= !found.isEmpty() && found.getLast().span().start() >= words.get(cue.first()).start();
    if (!named) return false;
    for (int at = previous.end(); at < quantity.first(); at++)
      if (!CHAIN.contains(words.get(at).text())) return false;
    if (quantity.first() == previous.end()
        && words.get(quantity.first()).before().compareTo(Word.Break.HYPHEN) < 0) return false;
    int next = quantity.end();
    boolean range =
        words.get(quantity.first()).before() == Word.Break.HYPHEN
            || Quantity.is(words, quantity.first() - 1, Set.of("to"));
    if (range) return !isCounted(words, quantity.number());
    return next >= words.size()
        || words.get(next).startsClause()
        || CHAIN.contains(words.get(next).text())
        || quantity.unit() != null;
  }

  static boolean isCounted(List<Word> words, int next) {
    if (next >= words.size()) return false;
    var word = words.get(next);
    return word.before().compareTo(Word.Break.LINE) < 0 && COUNTED.contains(word.text());
  }
}
