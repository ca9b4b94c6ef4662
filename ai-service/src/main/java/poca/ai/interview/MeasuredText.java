package poca.ai.interview;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import poca.ai.reading.Measurement;
import poca.ai.reading.Measurement.Kind;
import poca.ai.reading.Measurement.Unit;
import poca.ai.reading.Story;

/// What was measured, for the doctor: each value as it stands now, in both units where two are in
/// use. Targets, what is past and what was taken or counted (doses, weeks, pads) stay in their
/// quotations.
final class MeasuredText {

  private static final double MG_DL = 18.016;
  private static final double POUND = 0.45359237;

  private static final Pattern TOLD_OTHERWISE =
      Pattern.compile(
          "\\b(?:no|hang on|actually|sorry|maybe|about|half|stone|thought)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CHANGED =
      Pattern.compile(
          "\\b(?:lost|lose|losing|gained?|put on|heavier|lighter)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern ALTERNATIVE_BEFORE =
      Pattern.compile("\\d[^\\s\\d]{0,6} or (?:maybe |was it )?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern ALTERNATIVE_BEHIND =
      Pattern.compile("^[^\\s\\d]{0,6} or (?:maybe |was it )?\\d", Pattern.CASE_INSENSITIVE);

  private static final Set<Kind> NOT_MEASURED =
      EnumSet.of(
          Kind.PARACETAMOL,
          Kind.DOSE,
          Kind.PADS,
          Kind.WET_DIAPERS,
          Kind.SEIZURE_MINUTES,
          Kind.BLEEDING_MINUTES,
          Kind.PREGNANCY_WEEKS,
          Kind.DAYS_AFTER_BIRTH);

  private MeasuredText() {}

  static List<String> of(Story story) {
    var told = new LinkedHashSet<String>();
    for (var reading : story.readings()) {
      var measurements =
          reading.measurements().stream()
              .filter(m -> !NOT_MEASURED.contains(m.kind()))
              .filter(m -> m.isNow() && !isUnsureWeight(m, without(m, reading.message())))
              .filter(m -> !isAlternative(m, reading.message()))
              .toList();
      for (int i = 0; i < measurements.size(); i++) {
        var measurement = measurements.get(i);
        var next = i + 1 < measurements.size() ? measurements.get(i + 1) : null;
        if (next != null && isPressure(measurement, next)) {
          told.add(pressure(measurement, next));
          i++;
        } else {
          told.add(text(measurement));
        }
      }
    }
    return List.copyOf(told);
  }

  /// "68 or 6.8, whichever is the bad one".
  private static boolean isAlternative(Measurement measurement, String message) {
    return ALTERNATIVE_BEFORE.matcher(message.substring(0, measurement.span().start())).find()
        || ALTERNATIVE_BEHIND.matcher(message.substring(measurement.span().end())).find();
  }

  /// What is said around a figure.
  private static String without(Measurement measurement, String message) {
    var span = measurement.span();
    return message.substring(0, span.start()) + " " + message.substring(span.end());
  }

  /// "I've put on weight, no, lost, about 3 kilo": only a plain sentence tells which it is.
  private static boolean isUnsureWeight(Measurement measurement, String message) {
    return switch (measurement.kind()) {
      case WEIGHT -> TOLD_OTHERWISE.matcher(message).find() || CHANGED.matcher(message).find();
      case WEIGHT_LOSS, WEIGHT_GAIN -> TOLD_OTHERWISE.matcher(message).find();
      default -> false;
    };
  }

  private static boolean isPressure(Measurement upper, Measurement lower) {
    return upper.kind() == Kind.SYSTOLIC
        && lower.kind() == Kind.DIASTOLIC
        && upper.span().equals(lower.span());
  }

  private static String pressure(Measurement upper, Measurement lower) {
    return "blood pressure "
        + bound(upper)
        + number(upper.value())
        + "/"
        + number(lower.value())
        + " mmHg";
  }

  private static String text(Measurement measurement) {
    return measurement.kind().label() + " " + bound(measurement) + value(measurement);
  }

  private static String bound(Measurement measurement) {
    return switch (measurement.bound()) {
      case EXACTLY -> "";
      case BELOW -> "below ";
      case ABOVE -> "above ";
    };
  }

  private static String value(Measurement measurement) {
    double value = measurement.value();
    var own = measurement.kind().unit();
    return switch (measurement.kind()) {
      case GLUCOSE -> glucose(measurement);
      case WEIGHT, WEIGHT_LOSS, WEIGHT_GAIN ->
          "%s kg (%s lb)".formatted(tenth(value), tenth(value / POUND));
      case SYSTOLIC -> number(value) + " mmHg systolic";
      case DIASTOLIC -> number(value) + " mmHg diastolic";
      case INR -> number(value);
      case URINE_KETONES -> number(value) + "+";
      case OXYGEN, PEAK_FLOW_SHARE -> number(value) + " %";
      default -> number(value) + " " + own.sign();
    };
  }

  /// As it was said first; who said no unit is not put words into the mouth.
  private static String glucose(Measurement measurement) {
    double milligrams = measurement.value() * MG_DL;
    boolean said = measurement.said().toLowerCase(Locale.ROOT).matches(".*m(g|mol|illi).*");
    var mgDl = Math.round(milligrams) + " mg/dL";
    var mmol = tenth(measurement.value()) + " mmol/L";
    if (measurement.said().equalsIgnoreCase("hi") || measurement.said().equalsIgnoreCase("lo"))
      return "%s (%s; the meter shows %s)".formatted(mmol, mgDl, measurement.said());
    var first = measurement.unit() == Unit.MG_DL ? mgDl : mmol;
    var second = measurement.unit() == Unit.MG_DL ? mmol : mgDl;
    return "%s (%s%s)".formatted(first, second, said ? "" : "; no unit was said");
  }

  private static String tenth(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.valueOf(Math.round(value * 100) / 100.0);
  }
}
