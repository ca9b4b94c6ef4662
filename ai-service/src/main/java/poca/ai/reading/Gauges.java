package poca.ai.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Measurement.Bound;
import poca.ai.reading.Measurement.Kind;
import poca.ai.reading.Measurement.Unit;

/// Finds what a device or a count says: blood pressure, pulse, oxygen, breathing rate, glucose,
/// ketones, INR and peak flow.
///
/// A number belongs to the nearest name before it in its sentence ("sats this morning 88"), to its
/// unit ("190 beats per minute") or to the name right behind it ("82% oxygen").
final class Gauges {

  private enum Cue {
    PRESSURE,
    SYSTOLIC,
    DIASTOLIC,
    PULSE,
    OXYGEN,
    RATE,
    BREATHING,
    GLUCOSE,
    KETONES,
    INR,
    PEAK_FLOW,
    /// The name of something else that has numbers.
    OTHER
  }

  static final Phrases<Cue> CUES =
      Phrases.read(
          """
          PRESSURE: blood pressure ; blood pressures ; pressure ; bp ; pressure|bp reading|machine|monitor
          SYSTOLIC: systolic ; top|upper|higher number|reading|figure|value ; systolic ~1 pressure|bp|blood
          DIASTOLIC: diastolic ; bottom|lower number|reading|figure|value ; diastolic ~1 pressure|bp|blood
          PULSE: pulse ; pulse rate ; heart rate ; heartbeat|heartbeats ; heart beat|beats|beating|going|racing|pounding|pumping|was|is ; heart rate monitor
          OXYGEN: oxygen ; oxygen saturation|saturations|level|levels|sats ; saturation|saturations ; oximeter ; pulse ox|oximeter ; sp02 ; oxymeter
          RATE: breathing|respiratory|respiration|resp|breath rate ; respirations ; rate of breathing
          BREATHING: breathing ; breath
          GLUCOSE: glucose ; sugar|sugars ; blood sugar|sugars|glucose ; bowel movement ; bm ; bsl ; bgl ; cbg ; bms ; glucometer ; libre ; dexcom ; sugar|sugars|glucose level|levels|reading|readings|count
          KETONES: ketone|ketones ; blood ketone|ketones ; ketone|ketones level|levels|reading
          INR: inr
          PEAK_FLOW: peak flow|flows ; pef ; pefr ; peakflow ; flow reading
          OTHER: temperature ; fever ; hba1c ; a1c ; weight ; weigh* ; height ; bmi ; cholesterol ; age ; aged ; score ; creatinine ; haemoglobin ; hemoglobin ; potassium ; sodium ; crp ; pain ; chest|eye|head|sinus|ear|peer pressure ; pressure on|in ; free ; sugar free ; tablet|tablets ; pill|pills ; medicine ; metformin ; insulin ; spoon* ; cube* ; type
          """,
          Cue::valueOf);

  /// What a bare number counts when one of these follows is something else.
  private static final Set<String> COUNTED =
      Statements.words(
          """
          years times tablet tablets pill pills puff puffs drops dose doses units unit iu cm mm feet
          inches old pm am oclock nd rd th x people children kids pads diaper cups glasses litres liters
          litre liter l miles km steps euros episodes attacks readings other different nights wet stairs
          flights of more brothers sisters metres meters yards stops out hourly weekly spoons teaspoons
          dollars calories carbs checks machines
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
          again earlier
          """);

  private static final Set<String> EXERTION =
      Statements.words(
          """
          run jog jogging gym exercise exercising workout treadmill cycling marathon training sprint
          sprinting spinning hike swim swimming squats rowing football workouts
          """);
  private static final Set<String> AT_REST =
      Set.of("rest", "resting", "sitting", "lying", "still", "even", "doing", "bed", "sat");
  private static final Set<String> UNBORN =
      Set.of("fetal", "foetal", "unborn", "scan", "doppler", "ctg", "womb", "fetus", "foetus");
  private static final Set<String> COMBINATIONS =
      Statements.words(
          """
          seretide symbicort fostair relvar trelegy augmentin amoxiclav codamol cocodamol entresto sinemet
          humalog novomix fluticasone budesonide advair norco percocet vicodin trimethoprim bactrim
          """);

  private static final int FAR = 8;
  private static final int SENTENCE = 25;

  /// A meter shows "HI" above this many mmol/L, so a higher number is in mg/dL.
  static final double METER_HIGHEST = 33.3;

  /// A meter shows "LO" below this many mmol/L.
  static final double METER_LOWEST = 1.1;

  /// mg/dL in one mmol/L of glucose.
  static final double GLUCOSE_MG_DL = 18.016;

  private final Text text;
  private final List<Word> words;
  private final List<Figure> figures;
  private final Framing framing;
  private final Phrases.@Nullable Hit<Cue>[] cueBefore;
  private final List<Phrases.Hit<Cue>> cues = new ArrayList<>();
  private final List<Measurement> found = new ArrayList<>();

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Gauges(Text text, List<Figure> figures, Framing framing) {
    this.text = text;
    this.words = text.words();
    this.figures = figures;
    this.framing = framing;
    this.cueBefore = new Phrases.Hit[words.size() + 1];
    for (var hit : CUES.find(words)) {
      if (hit.key() == Cue.GLUCOSE && !isGlucose(hit)) continue;
      // The longer of two names at one place says more: "pulse oximeter", "chest pressure".
      if (!cues.isEmpty() && cues.getLast().end() >= hit.end()) continue;
      while (!cues.isEmpty() && cues.getLast().first() >= hit.first()) cues.removeLast();
      cues.add(hit);
    }
    for (var cue : cues) cueBefore[cue.end()] = cue;
  }

  static List<Measurement> in(Text text, List<Figure> figures, Framing framing) {
    var gauges = new Gauges(text, figures, framing);
    gauges.find();
    return gauges.found;
  }

  /// "BM 28" is a blood test; the abbreviation is written out as something else.
  private boolean isGlucose(Phrases.Hit<Cue> hit) {
    var word = words.get(hit.first());
    return !word.text().equals("bowel") || word.end() - word.start() <= 3;
  }

  private void find() {
    for (int i = 0; i < figures.size(); i++) {
      var figure = figures.get(i);
      if (i + 1 < figures.size() && pair(figure, figures.get(i + 1))) {
        i++;
        continue;
      }
      var cue = cueOf(figure, i);
      if (cue == null) continue;
      read(cue, figure, i);
    }
    meterLimits();
    strips();
  }

  // Blood pressure

  private boolean pair(Figure upper, Figure lower) {
    boolean slash = words.get(lower.first()).before() == Word.Break.SLASH;
    boolean hyphen = words.get(lower.first()).before() == Word.Break.HYPHEN;
    boolean touching = upper.number() == lower.first();
    boolean over =
        upper.number() + 1 == lower.first()
            && Figure.is(words, upper.number(), Set.of("over", "on", "by"))
            && !words.get(lower.first()).startsClause();
    if (!(touching && (slash || hyphen)) && !over) return false;
    if (isSlash(words, lower.number()) && !isUnitSlash(lower)) return false;
    var cue = nearest(upper.first());
    boolean named =
        cue != null
            && Set.of(Cue.PRESSURE, Cue.SYSTOLIC).contains(cue.key())
            && upper.first() - cue.end() <= FAR;
    named |= follows(lower.end(), Cue.PRESSURE) || lower.has(Unit.MMHG);
    double high = upper.value();
    double low = lower.value();
    if (high <= low || !upper.isWhole() || !lower.isWhole() || high > 320) return false;
    if (named) {
      if (high < 40 || low < 15 || low > 220) return false;
    } else {
      boolean word = over && !Figure.is(words, upper.number(), Set.of("over"));
      if (hyphen || word || high < 70 || low < 30 || low > 200 || high - low < 10) return false;
      if (lower.unit() != null || isCounted(lower.number()) || isCombination(upper.first()))
        return false;
      if (Figure.is(words, upper.first() - 1, Set.of("scored", "got", "score", "marks")))
        return false;
    }
    if (named && lower.unit() != null && !lower.has(Unit.MMHG)) return false;
    int end = lower.has(Unit.MMHG) ? lower.end() : lower.number();
    add(Kind.SYSTOLIC, high, upper.bound(), Unit.MMHG, upper.first(), end);
    add(Kind.DIASTOLIC, low, Bound.EXACTLY, Unit.MMHG, upper.first(), end);
    return true;
  }

  private static boolean isSlash(List<Word> words, int at) {
    return at < words.size() && words.get(at).before() == Word.Break.SLASH;
  }

  private boolean isUnitSlash(Figure figure) {
    return figure.unit() != null;
  }

  private boolean isCombination(int first) {
    for (int at = Math.max(0, first - 3); at < first; at++)
      if (COMBINATIONS.contains(words.get(at).text())) return true;
    return false;
  }

  // Names and numbers

  /// The name that a number belongs to.
  private @Nullable Cue cueOf(Figure figure, int index) {
    if (figure.has(Unit.PER_MINUTE)) return perMinute(figure);
    if (figure.unit() != null && !isUnitOfGauge(figure.unit())) return null;
    if (words.get(figure.first()).before() == Word.Break.SLASH) return null;
    var before = nearest(figure.first());
    if (before != null
        && figure.first() - before.end() <= FAR
        && !isTaken(before, index)
        && isSaidOf(before, figure)) return before.key();
    if (before != null && index > 0 && isChained(before, index)) return before.key();
    for (var cue : List.of(Cue.OXYGEN, Cue.PULSE, Cue.GLUCOSE, Cue.KETONES, Cue.PEAK_FLOW)) {
      if (!follows(figure.end(), cue)) continue;
      // "Sugar 5 oxygen 88": a name that has its own number behind it names that one.
      if (cue != Cue.OXYGEN || !figure.has(Unit.PERCENT)) {
        if (nextIsNumber(figure.end())) continue;
        // "Two sugars in my tea".
        boolean plain = figure.unit() == null && figure.isWhole() && figure.value() < METER_HIGHEST;
        if (plain && cue == Cue.GLUCOSE) continue;
      }
      return cue;
    }
    if (figure.has(Unit.MG_DL)) return Cue.GLUCOSE;
    return null;
  }

  private Cue perMinute(Figure figure) {
    if (figure.counts().startsWith("breath")) return Cue.RATE;
    if (figure.counts().startsWith("beat")) return Cue.PULSE;
    var before = nearest(figure.first());
    boolean near = before != null && figure.first() - before.end() <= FAR;
    if (near && before != null) {
      if (before.key() == Cue.PULSE) return Cue.PULSE;
      if (before.key() == Cue.RATE || before.key() == Cue.BREATHING) return Cue.RATE;
    }
    if (follows(figure.end(), Cue.PULSE)) return Cue.PULSE;
    if (follows(figure.end(), Cue.RATE) || follows(figure.end(), Cue.BREATHING)) return Cue.RATE;
    var unit = words.get(figure.end() - 1).text();
    return unit.equals("bpm") ? Cue.PULSE : Cue.OTHER;
  }

  private static boolean isUnitOfGauge(Unit unit) {
    return switch (unit) {
      case PERCENT, MMOL, MG_DL, MMHG, LITRES_A_MINUTE, PER_MINUTE -> true;
      default -> false;
    };
  }

  /// The last name that ends before a word, in the same sentence.
  private Phrases.@Nullable Hit<Cue> nearest(int first) {
    for (int at = first; at >= 0 && first - at <= SENTENCE; at--) {
      var cue = cueBefore[at];
      if (cue != null) return cue;
      if (at < first + 1 && at < words.size() && words.get(at).startsSentence()) return null;
    }
    return null;
  }

  private boolean follows(int end, Cue wanted) {
    for (int at = end; at <= Math.min(words.size(), end + 3); at++) {
      var cue = cueBefore[at];
      if (cue != null && cue.key() == wanted && cue.first() <= end + 1 && cue.first() >= end)
        return !words.get(cue.first()).startsClause();
      if (at < words.size() && words.get(at).startsClause()) return false;
    }
    return false;
  }

  private boolean nextIsNumber(int end) {
    for (int at = end; at < Math.min(words.size(), end + 5); at++) {
      if (words.get(at).startsSentence()) return false;
      if (Numbers.isNumber(words.get(at))) return true;
    }
    return false;
  }

  /// Whether an earlier number stands between the name and this one.
  private boolean isTaken(Phrases.Hit<Cue> cue, int index) {
    return index > 0
        && figures.get(index - 1).first() >= cue.end()
        && (isValue(index - 1) || isShare(cue, figures.get(index - 1)));
  }

  /// "Peak flow 150 out of 450".
  private boolean isShare(Phrases.Hit<Cue> cue, Figure figure) {
    return cue.key() == Cue.PEAK_FLOW && Figure.is(words, figure.number(), Set.of("out"));
  }

  /// A time or a count between a name and its number takes nothing: "sugar 2 hours ago 15".
  private boolean isValue(int index) {
    var figure = figures.get(index);
    if (figure.unit() != null && !isUnitOfGauge(figure.unit())) return false;
    return !isCounted(figure.number());
  }

  private boolean isSaidOf(Phrases.Hit<Cue> cue, Figure figure) {
    if (figure.unit() != null) return true;
    if (isCounted(figure.number()) && !isShare(cue, figure)) return false;
    if (figure.first() > cue.end() && Figure.is(words, figure.first() - 1, NO_VALUE_BEFORE))
      return false;
    int commas = 0;
    for (int at = cue.end(); at <= figure.first(); at++)
      if (words.get(at).before() == Word.Break.COMMA) commas++;
    return commas <= 1;
  }

  private boolean isChained(Phrases.Hit<Cue> cue, int index) {
    var figure = figures.get(index);
    var previous = figures.get(index - 1);
    if (previous.first() < cue.end() || figure.first() - previous.end() > 4) return false;
    if (figure.unit() != null && figure.unit() != previous.unit()) return false;
    boolean named = cue.key() == Cue.PEAK_FLOW;
    named |= !found.isEmpty() && found.getLast().span().start() >= words.get(cue.first()).start();
    if (!named) return false;
    for (int at = previous.end(); at < figure.first(); at++)
      if (!CHAIN.contains(words.get(at).text())) return false;
    if (figure.first() == previous.end()
        && words.get(figure.first()).before().compareTo(Word.Break.HYPHEN) < 0) return false;
    int next = figure.end();
    return next >= words.size()
        || words.get(next).startsClause()
        || CHAIN.contains(words.get(next).text())
        || figure.unit() != null;
  }

  private boolean isCounted(int next) {
    if (next >= words.size()) return false;
    var word = words.get(next);
    return word.before().compareTo(Word.Break.LINE) < 0 && COUNTED.contains(word.text());
  }

  private void read(Cue cue, Figure figure, int index) {
    double value = figure.value();
    switch (cue) {
      case PRESSURE, SYSTOLIC -> {
        boolean unit = figure.unit() == null || figure.has(Unit.MMHG);
        if (unit && value >= (cue == Cue.SYSTOLIC ? 40 : 50) && value <= 300)
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
        if ((figure.unit() == null || figure.has(Unit.MMOL)) && value <= 20 && !isPlus(figure))
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
            || (figure.unit() == null && value > METER_HIGHEST && figure.isWhole());
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
    for (int at = Math.max(0, figure.first() - 4); at < figure.first(); at++)
      if (Set.of("best", "usual", "usually", "normally", "predicted", "normal")
          .contains(words.get(at).text())) return true;
    return Figure.is(words, figure.end(), Set.of("best", "predicted", "normally", "usually"))
        && !words.get(figure.end()).startsClause();
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
        && Figure.is(words, figure.end(), Set.of("out"))
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

  private boolean isUnborn(Figure figure) {
    int start = Math.max(text.sentenceStart(figure.first()), figure.first() - SENTENCE);
    int end = Math.min(text.sentenceEnd(figure.first()), figure.first() + SENTENCE);
    for (int at = start; at < end; at++) if (UNBORN.contains(words.get(at).text())) return true;
    return false;
  }

  // Readings that are no numbers

  /// "The meter says HI", "sugar reads LO".
  private void meterLimits() {
    for (int at = 1; at < words.size(); at++) {
      var word = words.get(at);
      var raw = text.message().substring(word.start(), word.end());
      boolean high = raw.equalsIgnoreCase("hi");
      if (!high && !raw.equalsIgnoreCase("lo")) continue;
      boolean shows =
          Figure.is(
              words,
              at - 1,
              Set.of(
                  "says",
                  "say",
                  "said",
                  "saying",
                  "reads",
                  "read",
                  "reading",
                  "shows",
                  "show",
                  "showed",
                  "showing",
                  "displays",
                  "is",
                  "was",
                  "just",
                  "only",
                  "of"));
      var cue = nearest(at);
      boolean meter = cue != null && cue.key() == Cue.GLUCOSE && at - cue.end() <= FAR;
      for (int back = at - 2; !meter && back >= Math.max(0, at - FAR); back--)
        meter = Set.of("meter", "glucometer", "monitor").contains(words.get(back).text());
      if (!shows || !meter) continue;
      if (high) add(Kind.GLUCOSE, METER_HIGHEST, Bound.ABOVE, Unit.MMOL, at, at + 1);
      else add(Kind.GLUCOSE, METER_LOWEST, Bound.BELOW, Unit.MMOL, at, at + 1);
    }
  }

  private boolean isPlus(Figure figure) {
    return pluses(words.get(figure.number() - 1).end()) > 0
        || Figure.is(words, figure.number(), Set.of("plus", "pluses"));
  }

  private int pluses(int from) {
    var message = text.message();
    int at = from;
    while (at < message.length() && (message.charAt(at) == ' ' || message.charAt(at) == ':')) at++;
    int count = 0;
    while (at + count < message.length() && message.charAt(at + count) == '+') count++;
    return count;
  }

  /// "Ketones 3+", "ketones +++", "3 plus ketones", "large ketones".
  private void strips() {
    for (var cue : cues) {
      if (cue.key() != Cue.KETONES) continue;
      int count = pluses(words.get(cue.end() - 1).end());
      int first = cue.first();
      int end = cue.end();
      for (int at = Math.max(0, first - 2); at < Math.min(words.size(), end + 3); at++) {
        if (at >= cue.first() && at < cue.end()) continue;
        if (at >= end && words.get(at).startsSentence()) break;
        var number = Numbers.at(words, at);
        if (number != null && number.value() <= 4) {
          boolean plus =
              pluses(words.get(number.end() - 1).end()) > 0
                  || Figure.is(words, number.end(), Set.of("plus", "pluses"));
          if (plus && count == 0) {
            count = (int) number.value();
            first = Math.min(first, at);
            end = Math.max(end, number.end());
          }
        } else if (count == 0 && at >= end && pluses(words.get(at).end()) > 0) {
          count = pluses(words.get(at).end());
        }
        if (count == 0 && at == first - 1 && words.get(at).text().equals("large")) {
          count = 3;
          first = at;
        } else if (count == 0 && at == first - 1 && words.get(at).text().equals("moderate")) {
          count = 2;
          first = at;
        }
      }
      if (count > 0)
        add(Kind.URINE_KETONES, Math.min(count, 4), Bound.EXACTLY, Unit.PLUS, first, end);
    }
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
    found.add(
        new Measurement(
            kind, value, bound, text.said(first, end), unit, text.span(first, end), sense));
  }

  /// The words by which a measurement is known and which are misspelled often.
  static List<String> words() {
    return Arrays.asList(
        "oxygen",
        "saturation",
        "pulse",
        "oximeter",
        "glucose",
        "sugar",
        "ketones",
        "systolic",
        "diastolic",
        "weight",
        "paracetamol",
        "respiratory",
        "pressure");
  }
}
