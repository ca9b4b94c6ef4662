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
final class Gauges {

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

  private static final int SENTENCE = 25;

  /// mg/dL in one mmol/L of glucose.
  static final double GLUCOSE_MG_DL = 18.016;

  private final TokenisedText text;
  private final List<Word> words;
  private final List<Quantity> figures;
  private final BloodPressure bloodPressure;
  private final Framing framing;
  private final List<Measurement> found = new ArrayList<>();
  private final ValueAttribution attribution;

  private Gauges(
      TokenisedText text,
      List<Quantity> figures,
      GaugeNames names,
      @Nullable Name asked,
      Framing framing) {
    this.text = text;
    this.words = text.words();
    this.figures = figures;
    this.framing = framing;
    this.bloodPressure = new BloodPressure(text, names);
    this.attribution = new ValueAttribution(words, figures, names, asked, found);
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
    for (int i = 0; i < figures.size(); i++) {
      var quantity = figures.get(i);
      if (i + 1 < figures.size() && bloodPressure.isPair(quantity, figures.get(i + 1))) {
        pressure(quantity, figures.get(++i));
        continue;
      }
      var name = attribution.nameOf(quantity, i);
      if (name != null) read(name, quantity, i);
    }
  }

  private void pressure(Quantity upper, Quantity lower) {
    int end = lower.has(Unit.MMHG) ? lower.end() : lower.number();
    add(Kind.SYSTOLIC, upper.value(), upper.bound(), Unit.MMHG, upper.first(), end);
    add(Kind.DIASTOLIC, lower.value(), Bound.EXACTLY, Unit.MMHG, upper.first(), end);
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
