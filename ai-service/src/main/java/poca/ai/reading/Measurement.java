package poca.ai.reading;

/// A number that the patient states of a body or of what it was given.
///
/// @param value in the unit of its kind
/// @param bound whether it is the value or a limit of it ("below 90")
/// @param said as it was written, with its unit if there was one
/// @param unit the unit that was said or is taken for granted
public record Measurement(
    Kind kind,
    double value,
    Bound bound,
    String said,
    Unit unit,
    Span span,
    AssertionStatus sense) {

  /// What is measured, and the unit in which values are compared.
  public enum Kind {
    SYSTOLIC("blood pressure", Unit.MMHG),
    DIASTOLIC("blood pressure", Unit.MMHG),
    PULSE("pulse", Unit.PER_MINUTE),
    OXYGEN("oxygen saturation", Unit.PERCENT),
    BREATHING_RATE("breathing rate", Unit.PER_MINUTE),
    GLUCOSE("blood glucose", Unit.MMOL),
    KETONES("blood ketones", Unit.MMOL),
    /// Of a urine strip, in pluses.
    URINE_KETONES("urine ketones", Unit.PLUS),
    INR("INR", Unit.NONE),
    PEAK_FLOW("peak flow", Unit.LITRES_A_MINUTE),
    /// Of the patient's own best.
    PEAK_FLOW_SHARE("peak flow of best", Unit.PERCENT),
    WEIGHT("weight", Unit.KG),
    WEIGHT_LOSS("weight loss", Unit.KG),
    WEIGHT_GAIN("weight gain", Unit.KG),
    /// All that was taken, or is taken in a day.
    PARACETAMOL("paracetamol", Unit.MG),
    /// Of any other or an unnamed medicine.
    DOSE("dose", Unit.MG),
    PADS("pads", Unit.PER_HOUR),
    WET_DIAPERS("wet diapers", Unit.PER_DAY),
    SEIZURE_MINUTES("seizure", Unit.MINUTES),
    BLEEDING_MINUTES("bleeding", Unit.MINUTES),
    PREGNANCY_WEEKS("pregnancy", Unit.WEEKS),
    DAYS_AFTER_BIRTH("after birth", Unit.DAYS);

    private final String label;
    private final Unit unit;

    Kind(String label, Unit unit) {
      this.label = label;
      this.unit = unit;
    }

    public String label() {
      return label;
    }

    /// What tells how the body is doing at this moment.
    public boolean isVital() {
      return ordinal() <= PEAK_FLOW_SHARE.ordinal();
    }

    /// The unit of [Measurement#value()].
    public Unit unit() {
      return unit;
    }
  }

  /// Units, each with how a doctor writes it.
  public enum Unit {
    NONE(""),
    MMHG("mmHg"),
    PER_MINUTE("per minute"),
    PERCENT("%"),
    MMOL("mmol/L"),
    MG_DL("mg/dL"),
    PLUS("+"),
    LITRES_A_MINUTE("L/min"),
    KG("kg"),
    LB("lb"),
    STONE("st"),
    GRAM("g"),
    MG("mg"),
    MCG("mcg"),
    ML("ml"),
    PER_HOUR("per hour"),
    PER_DAY("per day"),
    SECONDS("s"),
    MINUTES("min"),
    HOURS("h"),
    DAYS("days"),
    WEEKS("weeks"),
    MONTHS("months");

    private final String sign;

    Unit(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }

  public enum Bound {
    EXACTLY,
    BELOW,
    ABOVE
  }

  public boolean isNow() {
    return sense == AssertionStatus.PRESENT;
  }

  /// Whether it is known to be at least this.
  public boolean isFrom(double least) {
    return bound != Bound.BELOW && value >= least;
  }

  /// Whether it is known to be below this.
  public boolean isBelow(double limit) {
    return bound == Bound.BELOW ? value <= limit : bound == Bound.EXACTLY && value < limit;
  }

  Measurement in(AssertionStatus other) {
    return new Measurement(kind, value, bound, said, unit, span, other);
  }
}
