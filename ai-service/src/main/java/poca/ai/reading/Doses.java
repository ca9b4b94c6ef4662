package poca.ai.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Measurement.Bound;
import poca.ai.reading.Measurement.Kind;
import poca.ai.reading.Measurement.Unit;

/// Finds how much of a medicine was taken: count x strength, volume x concentration, per day where
/// a frequency is told.
final class Doses {

  private static final Set<String> PARACETAMOL =
      StatedClauses.words(
          """
          paracetamol acetaminophen tylenol panadol calpol crocin dolo paracetamols panadols tylenols
          """);
  private static final Set<String> PIECES =
      Set.of("tablet", "tablets", "pill", "pills", "capsule", "capsules", "caplets", "caplet");
  private static final Set<String> TAKEN =
      StatedClauses.words(
          """
          took taken taking takes take swallowed had ate overdosed gave given popped drank having overdose
          used swallow eaten giving drunk on necked downed
          """);
  private static final Set<String> NOT_TAKEN =
      StatedClauses.words(
          """
          can could should want wants may safe planning plan thinking if maximum max recommended allowed
          many will going needs need contains
          """);

  /// What is bought in boxes may have been taken from them.
  private static final Set<String> STOCK =
      Set.of("bought", "pack", "box", "packet", "strip", "buy", "prescribed", "bottle");

  private static final Set<String> SWALLOWED =
      Set.of(
          "took", "taken", "swallowed", "ate", "overdosed", "popped", "drank", "necked", "downed");
  private static final Set<String> JOINS = Set.of("and", "plus", "with", "then");

  /// A tablet that is sold without prescription holds this (BNF, paracetamol tablets).
  private static final double TABLET_MG = 500;

  /// More are not sold in one pack outside pharmacies in the United Kingdom (MHRA).
  private static final int TABLETS_IN_A_PACK = 16;

  private static final Set<String> PACKS = Set.of("packets", "packs", "boxes");

  /// The weaker suspension for children: 120 mg in 5 ml.
  private static final double MG_IN_ML = 24;

  private static final int FAR = 8;

  private final TokenisedText text;
  private final List<Word> words;
  private final List<Quantity> figures;
  private final Framing framing;
  private final List<Measurement> found = new ArrayList<>();

  private Doses(TokenisedText text, List<Quantity> figures, Framing framing) {
    this.text = text;
    this.words = text.words();
    this.figures = figures;
    this.framing = framing;
  }

  static List<Measurement> in(TokenisedText text, List<Quantity> figures, Framing framing) {
    var doses = new Doses(text, figures, framing);
    doses.find();
    return doses.found;
  }

  private void find() {
    int done = -1;
    for (int i = 0; i < figures.size(); i++) {
      var quantity = figures.get(i);
      if (quantity.first() <= done) continue;
      boolean starts = isStrength(quantity) || quantity.has(Unit.ML) || isCount(quantity);
      if (!starts) continue;
      var dose = dose(i);
      if (dose == null) continue;
      done = dose.end - 1;
      add(dose);
    }
  }

  private static boolean isStrength(Quantity quantity) {
    return quantity.has(Unit.MG) || quantity.has(Unit.GRAM) || quantity.has(Unit.MCG);
  }

  /// "20 paracetamol", "16 x 500 mg", "30 tablets of ...".
  private boolean isCount(Quantity quantity) {
    if (quantity.unit() != null
        || !quantity.isWhole()
        || quantity.value() > 300
        || quantity.value() < 1) return false;
    int next = quantity.number();
    boolean times = Quantity.is(words, quantity.first() - 1, Set.of("x"));
    if (times && Quantity.is(words, quantity.first() - 2, PARACETAMOL)) return true;
    if (next >= words.size() || words.get(next).startsClause()) return false;
    if (isPack(quantity)) return true;
    if (Quantity.is(words, next, Set.of("x")) || words.get(next).text().matches("x\\d+"))
      return true;
    for (int at = next; at < Math.min(words.size(), next + 3); at++) {
      if (words.get(at).startsClause()) return false;
      if (PARACETAMOL.contains(words.get(at).text()) || PIECES.contains(words.get(at).text()))
        return true;
      if (words.get(at).isNumber()) return isStrengthAt(at);
    }
    return false;
  }

  /// "Three packets of".
  private boolean isPack(Quantity quantity) {
    return Quantity.is(words, quantity.number(), PACKS)
        && Quantity.is(words, quantity.number() + 1, Set.of("of"));
  }

  private boolean isStrengthAt(int word) {
    var quantity = Quantity.startingAt(figures, word);
    return quantity != null && isStrength(quantity);
  }

  private record Dose(
      boolean paracetamol, double mg, Bound bound, boolean grams, int first, int end) {}

  private @Nullable Dose dose(int index) {
    var quantity = figures.get(index);
    int start = Math.max(text.sentenceStart(quantity.first()), quantity.first() - FAR);
    int stop = Math.min(text.sentenceEnd(quantity.first()), quantity.first() + FAR + 4);
    int drug = drug(start, stop, quantity.first());
    double count = isCount(quantity) ? quantity.value() : Double.NaN;
    if (isPack(quantity)) count *= TABLETS_IN_A_PACK;
    double strength = isStrength(quantity) ? mg(quantity) : Double.NaN;
    double volume = quantity.has(Unit.ML) ? quantity.value() : Double.NaN;
    double per = Double.NaN;
    int end = quantity.end();
    for (int i = index + 1; i < figures.size() && figures.get(i).first() < stop; i++) {
      var other = figures.get(i);
      if (other.first() - end > 4 || words.get(other.first()).startsClause()) break;
      if (isJoined(end, other.first())) break;
      boolean times = Quantity.is(words, other.first() - 1, Set.of("x", "times"));
      if (times && other.unit() == null && Double.isNaN(count)) count = other.value();
      else if (isStrength(other) && Double.isNaN(strength)) strength = mg(other);
      else if (other.has(Unit.ML) && !Double.isNaN(strength)) per = other.value();
      else break;
      end = other.end();
    }
    // "500mg x20", "20x500mg": the sign and the number are one word.
    var joined = end < words.size() ? words.get(end).text() : "";
    if (joined.matches("x\\d{1,3}")) {
      count = Double.parseDouble(joined.substring(1));
      end++;
    } else if (joined.matches("x\\d{1,4}mg") && Double.isNaN(strength)) {
      strength = Double.parseDouble(joined.substring(1, joined.length() - 2));
      end++;
    }
    double mg = total(count, strength, volume, per, drug >= 0);
    if (Double.isNaN(mg)) return null;
    boolean paracetamol = drug >= 0;
    int first = quantity.first();
    if (paracetamol) {
      first = Math.min(first, drug);
      end = Math.max(end, drug + 1);
    }
    double often = perDay(end, stop);
    return new Dose(
        paracetamol, mg * often / days(end), quantity.bound(), quantity.has(Unit.GRAM), first, end);
  }

  /// NaN when a count says nothing of what was counted.
  private static double total(
      double count, double strength, double volume, double per, boolean paracetamol) {
    if (!Double.isNaN(volume)) {
      if (!Double.isNaN(strength)) return volume * strength / (Double.isNaN(per) ? 5 : per);
      return paracetamol ? volume * MG_IN_ML : Double.NaN;
    }
    if (!Double.isNaN(strength)) return Double.isNaN(count) ? strength : count * strength;
    return paracetamol && !Double.isNaN(count) ? count * TABLET_MG : Double.NaN;
  }

  private static double mg(Quantity quantity) {
    if (quantity.has(Unit.GRAM)) return quantity.value() * 1_000;
    return quantity.has(Unit.MCG) ? quantity.value() / 1_000 : quantity.value();
  }

  /// The word for paracetamol next to a figure, or -1.
  private int drug(int start, int stop, int figure) {
    for (int at = figure; at < stop; at++) {
      if (at > figure && words.get(at).startsClause()) break;
      if (at > figure && JOINS.contains(words.get(at).text())) break;
      if (PARACETAMOL.contains(words.get(at).text())) return at;
    }
    for (int at = figure - 1; at >= start; at--) {
      if (JOINS.contains(words.get(at).text())) break;
      if (PARACETAMOL.contains(words.get(at).text())) return at;
      if (words.get(at).startsSentence()) break;
    }
    return -1;
  }

  private boolean isJoined(int from, int to) {
    for (int at = from; at < to; at++) if (JOINS.contains(words.get(at).text())) return true;
    return false;
  }

  /// The days over which it was taken: "15 tablets over 3 days".
  private double days(int end) {
    for (int at = end; at < Math.min(words.size() - 2, end + 3); at++) {
      if (words.get(at).startsSentence()) return 1;
      if (!Quantity.is(words, at, Set.of("over", "in", "during", "within"))) continue;
      var number = Numbers.at(words, at + 1);
      if (number != null && Quantity.is(words, number.end(), Set.of("days")))
        return Math.max(1, number.value());
    }
    return 1;
  }

  /// How many times a day, 1 without a word of it.
  private double perDay(int from, int stop) {
    for (int at = from; at < Math.min(stop + 3, words.size()); at++) {
      var word = words.get(at).text();
      boolean today = word.equals("today") && Quantity.is(words, at - 1, Set.of("times"));
      if (today) {
        var number = at >= 2 ? Numbers.at(words, at - 2) : null;
        return number == null ? 1 : Math.min(24, number.value());
      }
      boolean aDay =
          word.equals("daily")
              || (word.equals("days")
                  && Quantity.is(words, at - 1, Set.of("a", "per", "each", "every")));
      if (aDay) {
        int before = word.equals("daily") ? at - 1 : at - 2;
        if (Quantity.is(words, before, Set.of("once"))) return 1;
        if (Quantity.is(words, before, Set.of("twice"))) return 2;
        if (Quantity.is(words, before, Set.of("times")) && before >= 1) {
          var number = Numbers.at(words, before - 1);
          if (number != null && number.value() <= 24) return number.value();
        }
        return 1;
      }
      if (word.equals("every")) {
        var number = Numbers.at(words, at + 1);
        if (number != null
            && Quantity.is(words, number.end(), Set.of("hours"))
            && number.value() > 0) return Math.max(1, Math.floor(24 / number.value()));
        if (Quantity.is(words, at + 1, Set.of("hours"))) return 24;
      }
      if (words.get(at).startsSentence() && at > from) break;
    }
    return 1;
  }

  private void add(Dose dose) {
    var status = framing.of(dose.first, dose.end);
    if (status == AssertionStatus.ABSENT) return;
    boolean taken = isTaken(dose);
    // Flour is weighed in grams too.
    if (!taken && dose.grams && !dose.paracetamol) return;
    if (status == AssertionStatus.PRESENT && !taken) status = AssertionStatus.HYPOTHETICAL;
    found.add(
        new Measurement(
            dose.paracetamol ? Kind.PARACETAMOL : Kind.DOSE,
            Math.round(dose.mg * 1_000) / 1_000.0,
            dose.bound,
            text.said(dose.first, dose.end),
            Unit.MG,
            text.span(dose.first, dose.end),
            status));
  }

  /// A dose that is asked about, was bought or spread over weeks was not taken at once.
  private boolean isTaken(Dose dose) {
    boolean taken = dose.first == 0;
    boolean stock = false;
    boolean swallowed = false;
    int start = Math.max(text.sentenceStart(dose.first), dose.first - FAR);
    for (int at = dose.first - 1; at >= start; at--) {
      var word = words.get(at).text();
      taken |= TAKEN.contains(word);
      swallowed |= SWALLOWED.contains(word);
      stock |= STOCK.contains(word);
      if (NOT_TAKEN.contains(word)) return false;
      if (word.equals("but") || words.get(at).startsSentence()) break;
    }
    for (int at = dose.end; at < Math.min(words.size(), dose.end + 5); at++) {
      if (words.get(at).startsSentence()) break;
      if (Set.of("weeks", "months").contains(words.get(at).text())) return false;
    }
    if (stock && !swallowed) return false;
    return taken || dose.paracetamol || !dose.grams;
  }
}
