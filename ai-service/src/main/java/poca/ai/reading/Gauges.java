package poca.ai.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.GaugeNames.Name;
import poca.ai.reading.Measurement.Bound;
import poca.ai.reading.Measurement.Kind;
import poca.ai.reading.Measurement.Unit;

/// Finds what a device or a count says: blood pressure, pulse, oxygen, breathing rate, glucose,
/// ketones, INR and peak flow.
///
/// A number belongs to the nearest name before it in its sentence ("sats this morning 88"), to its
/// unit ("190 beats per minute") or to the name right behind it ("82% oxygen").
final class Gauges {

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

  private static final Set<String> EXERTION =
      StatedClauses.words(
          """
          run jog jogging gym exercise exercising workout treadmill cycling marathon training sprint
          sprinting spinning hike swim swimming squats rowing football workouts
          """);
  private static final Set<String> AT_REST =
      Set.of("rest", "resting", "sitting", "lying", "still", "even", "doing", "bed", "sat");
  private static final Set<String> BEST =
      Set.of("best", "usual", "usually", "normally", "predicted", "normal");
  private static final Set<String> UNBORN =
      Set.of("fetal", "foetal", "unborn", "scan", "doppler", "ctg", "womb", "fetus", "foetus");

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
  private static final int SENTENCE = 25;

  /// mg/dL in one mmol/L of glucose.
  static final double GLUCOSE_MG_DL = 18.016;

  private final TokenisedText text;
  private final List<Word> words;
  private final List<Quantity> figures;
  private final GaugeNames names;
  private final @Nullable Name asked;
  private final Framing framing;
  private final List<Measurement> found = new ArrayList<>();

  private Gauges(
      TokenisedText text,
      List<Quantity> figures,
      GaugeNames names,
      @Nullable Name asked,
      Framing framing) {
    this.text = text;
    this.words = text.words();
    this.figures = figures;
    this.names = names;
    this.asked = asked;
    this.framing = framing;
  }

  /// @param asked what the assistant asked for, to which a number without a name belongs
  static List<Measurement> in(
      TokenisedText text,
      List<Quantity> figures,
      GaugeNames names,
      @Nullable Name asked,
      Framing framing) {
    var gauges = new Gauges(text, figures, names, asked, framing);
    gauges.find();
    return gauges.found;
  }

  private void find() {
    var pressure = new BloodPressure(text, names);
    for (int i = 0; i < figures.size(); i++) {
      var quantity = figures.get(i);
      if (i + 1 < figures.size() && pressure.isPair(quantity, figures.get(i + 1))) {
        pressure(quantity, figures.get(++i));
        continue;
      }
      var name = nameOf(quantity, i);
      if (name != null) read(name, quantity, i);
    }
  }

  private void pressure(Quantity upper, Quantity lower) {
    int end = lower.has(Unit.MMHG) ? lower.end() : lower.number();
    add(Kind.SYSTOLIC, upper.value(), upper.bound(), Unit.MMHG, upper.first(), end);
    add(Kind.DIASTOLIC, lower.value(), Bound.EXACTLY, Unit.MMHG, upper.first(), end);
  }

  /// The name that a number belongs to.
  private @Nullable Name nameOf(Quantity quantity, int index) {
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

  /// "My sugar, the last one was 6.8".
  private boolean isPronoun(Quantity quantity) {
    return quantity.unit() == null
        && quantity.number() - quantity.first() == 1
        && words.get(quantity.first()).text().equals("one");
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

  private void read(Name cue, Quantity quantity, int index) {
    double value = quantity.value();
    switch (cue) {
      case PRESSURE, SYSTOLIC -> {
        boolean unit = quantity.unit() == null || quantity.has(Unit.MMHG);
        if (unit && value >= (cue == Name.SYSTOLIC ? 40 : 50) && value <= 300)
          add(Kind.SYSTOLIC, quantity, value, Unit.MMHG);
      }
      case DIASTOLIC -> {
        if ((quantity.unit() == null || quantity.has(Unit.MMHG)) && value >= 20 && value <= 200)
          add(Kind.DIASTOLIC, quantity, value, Unit.MMHG);
      }
      case PULSE -> {
        boolean unit = quantity.unit() == null || quantity.has(Unit.PER_MINUTE);
        if (unit && value >= 15 && value <= 330 && !isExertion(quantity) && !isUnborn(quantity))
          add(Kind.PULSE, quantity, value, Unit.PER_MINUTE);
      }
      case OXYGEN -> {
        boolean unit = quantity.unit() == null || quantity.has(Unit.PERCENT);
        if (unit && value >= (quantity.has(Unit.PERCENT) ? 30 : 40) && value <= 100)
          add(Kind.OXYGEN, quantity, value, Unit.PERCENT);
      }
      case RATE -> {
        boolean unit = quantity.unit() == null || quantity.has(Unit.PER_MINUTE);
        if (unit && value >= 3 && value <= 130 && !isExertion(quantity))
          add(Kind.BREATHING_RATE, quantity, value, Unit.PER_MINUTE);
      }
      case BREATHING -> {
        boolean at = Quantity.is(words, quantity.first() - 1, Set.of("at"));
        if (quantity.unit() == null && at && value >= 10 && value <= 130 && !isExertion(quantity))
          add(Kind.BREATHING_RATE, quantity, value, Unit.PER_MINUTE);
      }
      case GLUCOSE -> glucose(quantity);
      case KETONES -> {
        if ((quantity.unit() == null || quantity.has(Unit.MMOL))
            && value <= 20
            && !MeterMarks.isPlus(text, words, quantity.number()))
          add(Kind.KETONES, quantity, value, Unit.MMOL);
      }
      case INR -> {
        if (quantity.unit() == null && value >= 0.5 && value <= 25)
          add(Kind.INR, quantity, value, Unit.NONE);
      }
      case PEAK_FLOW -> peakFlow(quantity, index);
      case OTHER -> {}
    }
  }

  private void glucose(Quantity quantity) {
    double value = quantity.value();
    boolean milligrams =
        quantity.has(Unit.MG_DL)
            || (quantity.unit() == null && value > MeterMarks.HIGHEST && quantity.isWhole());
    if (quantity.unit() != null && !quantity.has(Unit.MMOL) && !quantity.has(Unit.MG_DL)) return;
    if (milligrams) {
      if (value >= 10 && value <= 1_800)
        add(Kind.GLUCOSE, quantity, value / GLUCOSE_MG_DL, Unit.MG_DL);
    } else if (value >= 0.3 && value <= 90) {
      add(Kind.GLUCOSE, quantity, value, Unit.MMOL);
    }
  }

  /// A best that is named with it makes the share.
  private void peakFlow(Quantity quantity, int index) {
    if (quantity.has(Unit.PERCENT)) {
      if (quantity.value() <= 150)
        add(Kind.PEAK_FLOW_SHARE, quantity, quantity.value(), Unit.PERCENT);
      return;
    }
    boolean unit = quantity.unit() == null || quantity.has(Unit.LITRES_A_MINUTE);
    if (!unit || quantity.value() < 30 || quantity.value() > 900) return;
    if (isBest(quantity)) return;
    var best = best(index);
    add(Kind.PEAK_FLOW, quantity, quantity.value(), Unit.LITRES_A_MINUTE);
    if (best == null) return;
    var share = Math.round(quantity.value() / best.value() * 1_000) / 10.0;
    int first = Math.min(quantity.first(), best.first());
    int end = Math.max(quantity.end(), best.end());
    // The best is what it should be, the value is meant as it stands.
    var status = framing.of(quantity.first(), quantity.end());
    add(Kind.PEAK_FLOW_SHARE, share, quantity.bound(), Unit.PERCENT, first, end, status);
  }

  private boolean isBest(Quantity quantity) {
    for (int at = quantity.first() - 1; at >= Math.max(0, quantity.first() - 4); at--) {
      if (BEST.contains(words.get(at).text())) return true;
      if (words.get(at).isNumber()) break;
    }
    return Quantity.is(words, quantity.end(), Set.of("best", "predicted", "normally", "usually"))
        && !words.get(quantity.end()).startsClause()
        && (quantity.end() + 1 >= words.size() || !words.get(quantity.end() + 1).isNumber());
  }

  private @Nullable Quantity best(int index) {
    for (int i = Math.max(0, index - 2); i < Math.min(figures.size(), index + 3); i++) {
      var other = figures.get(i);
      if (i != index
          && (other.unit() == null || other.has(Unit.LITRES_A_MINUTE))
          && other.value() >= 100
          && other.value() <= 900
          && Math.abs(other.first() - figures.get(index).first()) <= SENTENCE
          && (isBest(other) || isOutOf(figures.get(index), other))) return other;
    }
    return null;
  }

  /// "150 out of 450".
  private boolean isOutOf(Quantity quantity, Quantity other) {
    return other.first() == quantity.end() + 2
        && Quantity.is(words, quantity.end(), Set.of("out", "instead"))
        && Quantity.is(words, quantity.end() + 1, Set.of("of"));
  }

  private boolean isExertion(Quantity quantity) {
    int start = Math.max(text.sentenceStart(quantity.first()), quantity.first() - SENTENCE);
    int end = Math.min(text.sentenceEnd(quantity.first()), quantity.first() + SENTENCE);
    boolean exertion = false;
    for (int at = start; at < end; at++) {
      if (AT_REST.contains(words.get(at).text())) return false;
      exertion |= EXERTION.contains(words.get(at).text());
      exertion |=
          words.get(at).text().equals("running")
              && Quantity.is(words, at - 1, Set.of("when", "after", "while", "during", "im", "am"));
    }
    return exertion;
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

  private boolean isUnborn(Quantity quantity) {
    int start = Math.max(text.sentenceStart(quantity.first()), quantity.first() - SENTENCE);
    int end = Math.min(text.sentenceEnd(quantity.first()), quantity.first() + SENTENCE);
    for (int at = start; at < end; at++) if (UNBORN.contains(words.get(at).text())) return true;
    return false;
  }

  private void add(Kind kind, Quantity quantity, double value, Unit unit) {
    add(kind, value, quantity.bound(), unit, quantity.first(), quantity.end());
  }

  private void add(Kind kind, double value, Bound bound, Unit unit, int first, int end) {
    add(kind, value, bound, unit, first, end, framing.of(first, end));
  }

  private void add(
      Kind kind, double value, Bound bound, Unit unit, int first, int end, AssertionStatus status) {
    if (status == AssertionStatus.ABSENT) return;
    var span = new Span(text.messageId(), words.get(first).start(), Quantity.endOf(text, end - 1));
    found.add(new Measurement(kind, value, bound, text.said(span), unit, span, status));
  }
}
