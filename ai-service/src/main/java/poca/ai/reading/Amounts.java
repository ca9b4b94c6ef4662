package poca.ai.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Measurement.Bound;
import poca.ai.reading.Measurement.Kind;
import poca.ai.reading.Measurement.Unit;

/// Finds amounts that are told by their unit and what stands around them: weight, pads and wet
/// diapers in a time, minutes of a seizure or of bleeding.
final class Amounts {

  private static final double POUND = 0.45359237;
  private static final double STONE = 14 * POUND;

  private static final Set<String> WEIGH =
      Set.of("weigh", "weighs", "weighed", "weighing", "weight", "heavy", "birthweight", "scales");
  private static final Set<String> LOST =
      Set.of("lost", "losing", "lose", "loss", "loses", "dropped", "shed", "down");
  private static final Set<String> GAINED = Set.of("gained", "gain", "gaining", "heavier");
  private static final Set<String> LOADS =
      StatedClauses.words(
          """
          lift lifted lifting carry carried carrying box bag dumbbell squat deadlift bench cost costs paid
          suitcase dog fell
          """);
  private static final Set<String> BEING =
      StatedClauses.words(
          """
          am im is hes shes was about around nearly at only old her his my female male and now
          """);
  private static final Set<String> PEOPLE =
      StatedClauses.words(
          """
          male female man woman boy girl baby child adult toddler
          """);
  private static final Set<String> WISHES =
      StatedClauses.words(
          """
          want wanted trying hoping need plan hope wish like how
          """);

  private static final Set<String> PADS =
      Set.of("pad", "pads", "towel", "towels", "tampon", "tampons");
  private static final Set<String> OTHER_PADS =
      StatedClauses.words(
          """
          heating knee mouse foot brake bed note gauze paper tea
          """);
  private static final Set<String> SEIZURES =
      Set.of("seizure", "fit", "fits", "seized", "seizing", "convulsed", "jerking", "thrashing");
  private static final Set<String> BLEEDING =
      Set.of("bleeding", "bleed", "bleeds", "bled", "nosebleed", "nosebleeds");

  /// Between an event and a time these say that something else took it.
  private static final Set<String> ANOTHER =
      StatedClauses.words(
          """
          slept sleep asleep sleepy drowsy confused recovered then after afterwards ambulance headache
          took before stopped since every
          """);

  private static final Set<String> NOT_LASTING_BEFORE =
      Set.of("every", "after", "within", "in", "before", "until", "next", "each", "by");
  private static final Set<String> NOT_LASTING_AFTER =
      Set.of("ago", "later", "apart", "after", "before", "old", "from", "early", "until");

  private static final int FAR = 9;

  /// An hour; fewer are no more than a period.
  private static final double LEAST_PADS = 0.4;

  private final TokenisedText text;
  private final List<Word> words;
  private final List<Quantity> figures;
  private final Framing framing;
  private final List<Measurement> found = new ArrayList<>();

  private Amounts(TokenisedText text, List<Quantity> figures, Framing framing) {
    this.text = text;
    this.words = text.words();
    this.figures = figures;
    this.framing = framing;
  }

  static List<Measurement> in(TokenisedText text, List<Quantity> figures, Framing framing) {
    var amounts = new Amounts(text, figures, framing);
    for (int i = 0; i < figures.size(); i++) {
      var quantity = figures.get(i);
      if (quantity.unit() == null) continue;
      switch (quantity.unit()) {
        case KG, LB, STONE, GRAM -> i += amounts.weight(i);
        case SECONDS, MINUTES, HOURS -> amounts.lasting(quantity);
        default -> {}
      }
    }
    amounts.pads();
    amounts.diapers();
    return amounts.found;
  }

  // Weight

  /// How many figures besides the first belong to it.
  private int weight(int index) {
    var quantity = figures.get(index);
    int from = Math.max(0, quantity.first() - FAR);
    boolean weigh = near(quantity, WEIGH, FAR, 4);
    boolean loss = before(quantity, LOST, 4);
    boolean gain = before(quantity, GAINED, 4) || puts(quantity);
    if (quantity.has(Unit.GRAM) && !(weigh && quantity.value() >= 400 && quantity.value() <= 6_500))
      return 0;
    for (int at = from; at < quantity.first(); at++)
      if (LOADS.contains(words.get(at).text())) return 0;
    boolean person =
        Quantity.is(words, quantity.first() - 1, BEING)
            || Quantity.is(words, quantity.end(), PEOPLE);
    boolean alone = words.size() <= 4 && !quantity.has(Unit.GRAM);
    if (!weigh && !loss && !gain && !person && !alone) return 0;
    double kilograms = kilograms(quantity);
    int end = quantity.end();
    var rest = index + 1 < figures.size() ? figures.get(index + 1) : null;
    int more = rest != null && isRest(quantity, rest) ? 1 : 0;
    if (rest != null && more > 0) {
      kilograms += rest.value() * (quantity.has(Unit.STONE) ? POUND : POUND / 16);
      end = Quantity.is(words, rest.end(), Set.of("oz", "ounces")) ? rest.end() + 1 : rest.end();
    }
    if (kilograms < 0.4 || kilograms > 400) return more;
    var kind = loss ? Kind.WEIGHT_LOSS : gain ? Kind.WEIGHT_GAIN : Kind.WEIGHT;
    if (kind != Kind.WEIGHT && before(quantity, WISHES, 5)) return more;
    add(kind, round(kilograms), quantity, unit(quantity), end);
    return more;
  }

  private boolean puts(Quantity quantity) {
    return Quantity.is(words, quantity.first() - 1, Set.of("on"))
        && Quantity.is(words, quantity.first() - 2, Set.of("put"));
  }

  /// "10 stone 4", "12 lb 3 oz".
  private boolean isRest(Quantity quantity, Quantity rest) {
    if (rest.first() != quantity.end() || words.get(rest.first()).startsClause()) return false;
    if (quantity.has(Unit.STONE))
      return rest.value() < 14 && (rest.unit() == null || rest.has(Unit.LB));
    return quantity.has(Unit.LB)
        && rest.value() < 16
        && Quantity.is(words, rest.number(), Set.of("oz", "ounces"));
  }

  private static Unit unit(Quantity quantity) {
    return quantity.unit() == null ? Unit.NONE : quantity.unit();
  }

  private static double kilograms(Quantity quantity) {
    return switch (unit(quantity)) {
      case LB -> quantity.value() * POUND;
      case STONE -> quantity.value() * STONE;
      case GRAM -> quantity.value() / 1_000;
      default -> quantity.value();
    };
  }

  // Lasting

  private void lasting(Quantity quantity) {
    // "Won't stop bleeding after 20 minutes of pressure", "bled for 30 minutes after".
    boolean pressed = Quantity.is(words, quantity.end(), Set.of("of"));
    boolean lasted = Quantity.is(words, quantity.first() - 1, Set.of("for", "lasted"));
    if (!pressed && Quantity.is(words, quantity.first() - 1, NOT_LASTING_BEFORE)) return;
    if (!lasted && Quantity.is(words, quantity.end(), NOT_LASTING_AFTER)) return;
    if (isLasting(quantity, SEIZURES))
      add(
          Kind.SEIZURE_MINUTES,
          round(quantity.minutes()),
          quantity,
          unit(quantity),
          quantity.end());
    else if (isLasting(quantity, BLEEDING))
      add(
          Kind.BLEEDING_MINUTES,
          round(quantity.minutes()),
          quantity,
          unit(quantity),
          quantity.end());
  }

  private boolean isLasting(Quantity quantity, Set<String> event) {
    if (Quantity.is(words, quantity.end(), event)) return true;
    for (int at = quantity.first() - 1; at >= Math.max(0, quantity.first() - FAR); at--) {
      var text = words.get(at).text();
      if (event.contains(text)) return true;
      boolean since = Set.of("since", "after").contains(text) && at + 1 == quantity.first();
      if ((ANOTHER.contains(text) && !since) || Numbers.isNumber(words.get(at))) return false;
      if (words.get(at + 1).startsSentence()) return false;
    }
    return false;
  }

  // Pads and diapers

  private void pads() {
    for (int at = 0; at < words.size(); at++) {
      if (!PADS.contains(words.get(at).text()) || Quantity.is(words, at - 1, OTHER_PADS)) continue;
      var count = count(at);
      int from = Math.max(0, at - 3);
      var time = hours(at);
      if (time == null || time.hours <= 0) continue;
      int first = count == null ? at : Math.max(from, count.first());
      double pads = count == null || count.value() > 60 ? 1 : count.value();
      if (pads / time.hours < LEAST_PADS) continue;
      add(Kind.PADS, round(pads / time.hours), Bound.EXACTLY, Unit.PER_HOUR, first, time.end);
    }
  }

  /// The number of things named at a word: "3 big soaked pads".
  private @Nullable Quantity count(int thing) {
    for (int at = thing - 1; at >= Math.max(0, thing - 3); at--) {
      var quantity = Quantity.startingAt(figures, at);
      if (quantity != null && quantity.unit() == null) return quantity;
      if (words.get(at + 1).startsClause()) return null;
    }
    return null;
  }

  private record Time(double hours, int end) {}

  /// "An hour", "every 30 minutes", "in half an hour" behind a word.
  private @Nullable Time hours(int thing) {
    for (int at = thing + 1; at < Math.min(words.size(), thing + FAR); at++) {
      var text = words.get(at).text();
      if (words.get(at).startsSentence()) return null;
      if (text.equals("hourly")) return new Time(1, at + 1);
      if (text.equals("ago")) return null;
      double unit =
          text.equals("hours")
              ? 1
              : text.equals("minutes") ? 1 / 60.0 : text.equals("days") ? 24 : 0;
      if (unit == 0) continue;
      if (Quantity.is(words, at + 1, Set.of("ago"))) return null;
      if (Set.of("per", "every", "each", "the", "one", "last", "past")
              .contains(words.get(at - 1).text())
          || words.get(at).before() == Word.Break.SLASH) return new Time(unit, at + 1);
      if (Set.of("a", "an").contains(words.get(at - 1).text())) {
        boolean half = Quantity.is(words, at - 2, Set.of("half"));
        boolean quarter = Quantity.is(words, at - 3, Set.of("quarter"));
        return new Time(quarter ? unit / 4 : half ? unit / 2 : unit, at + 1);
      }
      for (int back = at - 1; back > Math.max(thing, at - 4); back--) {
        var number = Numbers.at(words, back);
        if (number != null && number.end() == at) return new Time(number.value() * unit, at + 1);
      }
    }
    return null;
  }

  private void diapers() {
    for (int at = 0; at < words.size(); at++) {
      if (!words.get(at).text().equals("diaper")) continue;
      var count = count(at);
      if (count == null || count.value() > 30) continue;
      boolean wet = false;
      for (int i = count.number(); i < Math.min(words.size(), at + 4); i++)
        wet |= Set.of("wet", "soaked", "urine", "heavy").contains(words.get(i).text());
      if (!wet) continue;
      var time = hours(at);
      boolean today = false;
      for (int i = at; i < Math.min(words.size(), at + 4); i++)
        today |= words.get(i).text().equals("today");
      if (time == null && !today) continue;
      double day = time == null || time.hours < 4 ? count.value() : count.value() * 24 / time.hours;
      add(
          Kind.WET_DIAPERS,
          round(day),
          count.bound(),
          Unit.PER_DAY,
          count.first(),
          time == null ? at + 1 : time.end);
    }
  }

  private boolean before(Quantity quantity, Set<String> some, int far) {
    for (int at = quantity.first() - 1; at >= Math.max(0, quantity.first() - far); at--) {
      if (some.contains(words.get(at).text())) return true;
      if (words.get(at + 1).startsClause()) return false;
    }
    return false;
  }

  private boolean near(Quantity quantity, Set<String> some, int back, int on) {
    for (int at = quantity.first() - 1; at >= Math.max(0, quantity.first() - back); at--) {
      if (words.get(at + 1).startsSentence()) break;
      if (some.contains(words.get(at).text())) return true;
    }
    for (int at = quantity.end(); at < Math.min(words.size(), quantity.end() + on); at++) {
      if (words.get(at).startsClause()) break;
      if (some.contains(words.get(at).text())) return true;
    }
    return false;
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private void add(Kind kind, double value, Quantity quantity, Unit unit, int end) {
    add(kind, value, quantity.bound(), unit, quantity.first(), end);
  }

  private void add(Kind kind, double value, Bound bound, Unit unit, int first, int end) {
    var status = framing.of(first, end);
    if (status == AssertionStatus.ABSENT) return;
    found.add(
        new Measurement(
            kind, value, bound, text.said(first, end), unit, text.span(first, end), status));
  }
}
