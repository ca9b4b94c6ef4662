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
      Statements.words(
          """
          years times tablet tablets pill pills puff puffs drops dose doses units unit iu cm mm feet
          inches old pm am oclock nd rd th x people children kids pads diaper cups glasses litres liters
          litre liter l miles km steps euros episodes attacks readings other different nights wet stairs
          flights of more brothers sisters metres meters yards stops out hourly weekly spoons teaspoons
          dollars calories carbs checks machines bar reviews points
          """);

  /// Before a bare number: it is a time, a date or a name.
  private static final Set<String> NO_VALUE_BEFORE =
      Statements.words(
          """
          since for aged age every after type grade stage room page born number within until till ward bed
          im x covid vitamin
          """);

  /// Words that may stand between two values of one name: "sugar 15.4 this morning and 2.1 now".
  private static final Set<String> CHAIN =
      Statements.words(
          """
          to and then or now was is down up dropped went later today yesterday this morning tonight
          evening afternoon it at after before but from by over even sometimes its came fell night last
          again earlier normally usually
          """);

  private static final Set<String> EXERTION =
      Statements.words(
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

  private final Text text;
  private final List<Word> words;
  private final List<Figure> figures;
  private final GaugeNames names;
  private final @Nullable Name asked;
  private final Framing framing;
  private final List<Measurement> found = new ArrayList<>();

  private Gauges(
      Text text, List<Figure> figures, GaugeNames names, @Nullable Name asked, Framing framing) {
    this.text = text;
    this.words = text.words();
    this.figures = figures;
    this.names = names;
    this.asked = asked;
    this.framing = framing;
  }

  /// @param asked what the assistant asked for, to which a number without a name belongs
  static List<Measurement> in(
      Text text, List<Figure> figures, GaugeNames names, @Nullable Name asked, Framing framing) {
    var gauges = new Gauges(text, figures, names, asked, framing);
    gauges.find();
    return gauges.found;
  }

  private void find() {
    var pressure = new Pressure(text, names);
    for (int i = 0; i < figures.size(); i++) {
      var figure = figures.get(i);
      if (i + 1 < figures.size() && pressure.isPair(figure, figures.get(i + 1))) {
        pressure(figure, figures.get(++i));
        continue;
      }
      var name = nameOf(figure, i);
      if (name != null) read(name, figure, i);
    }
  }

  private void pressure(Figure upper, Figure lower) {
    int end = lower.has(Unit.MMHG) ? lower.end() : lower.number();
    add(Kind.SYSTOLIC, upper.value(), upper.bound(), Unit.MMHG, upper.first(), end);
    add(Kind.DIASTOLIC, lower.value(), Bound.EXACTLY, Unit.MMHG, upper.first(), end);
  }

  /// The name that a number belongs to.
  private @Nullable Name nameOf(Figure figure, int index) {
    if (figure.has(Unit.PER_MINUTE)) return perMinute(figure);
    if (figure.unit() != null && !isUnitOfGauge(figure.unit())) return null;
    if (words.get(figure.first()).before() == Word.Break.SLASH || isPronoun(figure)) return null;
    var before = names.nearest(figure.first());
    if (before != null
        && figure.first() - before.end() <= FAR
        && !isTaken(before, index)
        && isSaidOf(before, figure)) return before.key();
    if (before != null && index > 0 && isChained(before, index)) return before.key();
    for (var cue : FOLLOWING) {
      boolean percent = cue == Name.OXYGEN && figure.has(Unit.PERCENT);
      if (!names.follows(figure.end(), cue, percent ? 3 : 1)) continue;
      // "Sugar 5 oxygen 88": a name that has its own number behind it names that one.
      if (!percent) {
        if (nextIsNumber(figure.end())) continue;
        // "Two sugars in my tea".
        boolean plain =
            figure.unit() == null && figure.isWhole() && figure.value() < MeterMarks.HIGHEST;
        if (plain && cue == Name.GLUCOSE) continue;
      }
      return cue;
    }
    if (figure.has(Unit.MG_DL)) return Name.GLUCOSE;
    boolean first = found.isEmpty() && !isCounted(words, figure.number());
    return first && !Figure.is(words, figure.first() - 1, NO_VALUE_BEFORE) ? asked : null;
  }

  /// "My sugar, the last one was 6.8".
  private boolean isPronoun(Figure figure) {
    return figure.unit() == null
        && figure.number() - figure.first() == 1
        && words.get(figure.first()).text().equals("one");
  }

  private Name perMinute(Figure figure) {
    if (figure.counts().startsWith("breath")) return Name.RATE;
    if (figure.counts().startsWith("beat")) return Name.PULSE;
    var before = names.nearest(figure.first());
    boolean near = before != null && figure.first() - before.end() <= FAR;
    if (near && before != null) {
      if (before.key() == Name.PULSE) return Name.PULSE;
      if (before.key() == Name.RATE || before.key() == Name.BREATHING) return Name.RATE;
    }
    if (names.follows(figure.end(), Name.PULSE, 1)) return Name.PULSE;
    if (names.follows(figure.end(), Name.RATE, 1) || names.follows(figure.end(), Name.BREATHING, 1))
      return Name.RATE;
    var unit = words.get(figure.end() - 1).text();
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
  private boolean isShare(Phrases.Hit<Name> cue, Figure figure) {
    return cue.key() == Name.PEAK_FLOW && Figure.is(words, figure.number(), Set.of("out"));
  }

  /// A time or a count between a name and its number takes nothing: "sugar 2 hours ago 15".
  private boolean isValue(int index) {
    var figure = figures.get(index);
    if (figure.unit() != null && !isUnitOfGauge(figure.unit())) return false;
    return !isCounted(words, figure.number());
  }

  private boolean isSaidOf(Phrases.Hit<Name> cue, Figure figure) {
    if (figure.unit() != null) return true;
    if (isAge(cue, figure)) return false;
    if (isCounted(words, figure.number()) && !isShare(cue, figure)) return false;
    if (figure.first() > cue.end() && Figure.is(words, figure.first() - 1, NO_VALUE_BEFORE))
      return false;
    int commas = 0;
    for (int at = cue.end(); at <= figure.first(); at++)
      if (words.get(at).before() == Word.Break.COMMA) commas++;
    return commas <= 1;
  }

  private boolean isChained(Phrases.Hit<Name> cue, int index) {
    var figure = figures.get(index);
    var previous = figures.get(index - 1);
    if (previous.first() < cue.end() || figure.first() - previous.end() > 4) return false;
    boolean sameUnit = previous.unit() == null || figure.unit() == previous.unit();
    if (figure.unit() != null && !sameUnit) return false;
    boolean named = cue.key() == Name.PEAK_FLOW;
    named |= !found.isEmpty() && found.getLast().span().start() >= words.get(cue.first()).start();
    if (!named) return false;
    for (int at = previous.end(); at < figure.first(); at++)
      if (!CHAIN.contains(words.get(at).text())) return false;
    if (figure.first() == previous.end()
        && words.get(figure.first()).before().compareTo(Word.Break.HYPHEN) < 0) return false;
    int next = figure.end();
    boolean range =
        words.get(figure.first()).before() == Word.Break.HYPHEN
            || Figure.is(words, figure.first() - 1, Set.of("to"));
    if (range) return !isCounted(words, figure.number());
    return next >= words.size()
        || words.get(next).startsClause()
        || CHAIN.contains(words.get(next).text())
        || figure.unit() != null;
  }

  static boolean isCounted(List<Word> words, int next) {
    if (next >= words.size()) return false;
    var word = words.get(next);
    return word.before().compareTo(Word.Break.LINE) < 0 && COUNTED.contains(word.text());
  }

  private void read(Name cue, Figure figure, int index) {
    double value = figure.value();
    switch (cue) {
      case PRESSURE, SYSTOLIC -> {
        boolean unit = figure.unit() == null || figure.has(Unit.MMHG);
        if (unit && value >= (cue == Name.SYSTOLIC ? 40 : 50) && value <= 300)
          add(Kind.SYSTOLIC, figure, value, Unit.MMHG);
      }
      case DIASTOLIC -> {
        if ((figure.unit() == null || figure.has(Unit.MMHG)) && value >= 20 && value <= 200)
          add(Kind.DIASTOLIC, figure, value, Unit.MMHG);
      }
      case PULSE -> {
        boolean unit = figure.unit() == null || figure.has(Unit.PER_MINUTE);
        if (unit && value >= 15 && value <= 330 && !isExertion(figure) && !isUnborn(figure))
          add(Kind.PULSE, figure, value, Unit.PER_MINUTE);
      }
      case OXYGEN -> {
        boolean unit = figure.unit() == null || figure.has(Unit.PERCENT);
        if (unit && value >= (figure.has(Unit.PERCENT) ? 30 : 40) && value <= 100)
          add(Kind.OXYGEN, figure, value, Unit.PERCENT);
      }
      case RATE -> {
        boolean unit = figure.unit() == null || figure.has(Unit.PER_MINUTE);
        if (unit && value >= 3 && value <= 130 && !isExertion(figure))
          add(Kind.BREATHING_RATE, figure, value, Unit.PER_MINUTE);
      }
      case BREATHING -> {
        boolean at = Figure.is(words, figure.first() - 1, Set.of("at"));
        if (figure.unit() == null && at && value >= 10 && value <= 130 && !isExertion(figure))
          add(Kind.BREATHING_RATE, figure, value, Unit.PER_MINUTE);
      }
      case GLUCOSE -> glucose(figure);
      case KETONES -> {
        if ((figure.unit() == null || figure.has(Unit.MMOL))
            && value <= 20
            && !MeterMarks.isPlus(text, words, figure.number()))
          add(Kind.KETONES, figure, value, Unit.MMOL);
      }
      case INR -> {
        if (figure.unit() == null && value >= 0.5 && value <= 25)
          add(Kind.INR, figure, value, Unit.NONE);
      }
      case PEAK_FLOW -> peakFlow(figure, index);
      case OTHER -> {}
    }
  }

  private void glucose(Figure figure) {
    double value = figure.value();
    boolean milligrams =
        figure.has(Unit.MG_DL)
            || (figure.unit() == null && value > MeterMarks.HIGHEST && figure.isWhole());
    if (figure.unit() != null && !figure.has(Unit.MMOL) && !figure.has(Unit.MG_DL)) return;
    if (milligrams) {
      if (value >= 10 && value <= 1_800)
        add(Kind.GLUCOSE, figure, value / GLUCOSE_MG_DL, Unit.MG_DL);
    } else if (value >= 0.3 && value <= 90) {
      add(Kind.GLUCOSE, figure, value, Unit.MMOL);
    }
  }

  /// A best that is named with it makes the share.
  private void peakFlow(Figure figure, int index) {
    if (figure.has(Unit.PERCENT)) {
      if (figure.value() <= 150) add(Kind.PEAK_FLOW_SHARE, figure, figure.value(), Unit.PERCENT);
      return;
    }
    boolean unit = figure.unit() == null || figure.has(Unit.LITRES_A_MINUTE);
    if (!unit || figure.value() < 30 || figure.value() > 900) return;
    if (isBest(figure)) return;
    var best = best(index);
    add(Kind.PEAK_FLOW, figure, figure.value(), Unit.LITRES_A_MINUTE);
    if (best == null) return;
    var share = Math.round(figure.value() / best.value() * 1_000) / 10.0;
    int first = Math.min(figure.first(), best.first());
    int end = Math.max(figure.end(), best.end());
    // The best is what it should be, the value is meant as it stands.
    var sense = framing.of(figure.first(), figure.end());
    add(Kind.PEAK_FLOW_SHARE, share, figure.bound(), Unit.PERCENT, first, end, sense);
  }

  private boolean isBest(Figure figure) {
    for (int at = figure.first() - 1; at >= Math.max(0, figure.first() - 4); at--) {
      if (BEST.contains(words.get(at).text())) return true;
      if (words.get(at).isNumber()) break;
    }
    return Figure.is(words, figure.end(), Set.of("best", "predicted", "normally", "usually"))
        && !words.get(figure.end()).startsClause()
        && (figure.end() + 1 >= words.size() || !words.get(figure.end() + 1).isNumber());
  }

  private @Nullable Figure best(int index) {
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
  private boolean isOutOf(Figure figure, Figure other) {
    return other.first() == figure.end() + 2
        && Figure.is(words, figure.end(), Set.of("out", "instead"))
        && Figure.is(words, figure.end() + 1, Set.of("of"));
  }

  private boolean isExertion(Figure figure) {
    int start = Math.max(text.sentenceStart(figure.first()), figure.first() - SENTENCE);
    int end = Math.min(text.sentenceEnd(figure.first()), figure.first() + SENTENCE);
    boolean exertion = false;
    for (int at = start; at < end; at++) {
      if (AT_REST.contains(words.get(at).text())) return false;
      exertion |= EXERTION.contains(words.get(at).text());
      exertion |=
          words.get(at).text().equals("running")
              && Figure.is(words, at - 1, Set.of("when", "after", "while", "during", "im", "am"));
    }
    return exertion;
  }

  /// "My pulse, I'm slim and 25".
  private boolean isAge(Phrases.Hit<Name> cue, Figure figure) {
    for (int at = figure.first() - 1; at >= cue.end() && at >= figure.first() - 4; at--) {
      if (words.get(at).text().equals("im") && words.get(at).startsClause()) return true;
      if (Figure.is(words, at, Set.of("am")) && Figure.is(words, at - 1, Set.of("i"))) return true;
    }
    return false;
  }

  private boolean isUnborn(Figure figure) {
    int start = Math.max(text.sentenceStart(figure.first()), figure.first() - SENTENCE);
    int end = Math.min(text.sentenceEnd(figure.first()), figure.first() + SENTENCE);
    for (int at = start; at < end; at++) if (UNBORN.contains(words.get(at).text())) return true;
    return false;
  }

  private void add(Kind kind, Figure figure, double value, Unit unit) {
    add(kind, value, figure.bound(), unit, figure.first(), figure.end());
  }

  private void add(Kind kind, double value, Bound bound, Unit unit, int first, int end) {
    add(kind, value, bound, unit, first, end, framing.of(first, end));
  }

  private void add(
      Kind kind, double value, Bound bound, Unit unit, int first, int end, Sense sense) {
    if (sense == Sense.ABSENT) return;
    var span = new Span(text.messageId(), words.get(first).start(), Figure.endOf(text, end - 1));
    found.add(new Measurement(kind, value, bound, text.said(span), unit, span, sense));
  }
}
