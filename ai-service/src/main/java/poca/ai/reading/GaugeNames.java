package poca.ai.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names of what is measured, where they stand in a text.
final class GaugeNames {

  enum Name {
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
    /// Something else that has numbers.
    OTHER
  }

  private static final Phrases<Name> TABLE =
      Phrases.read(
          """
          PRESSURE: blood pressure ; blood pressures ; pressure ; pressure|bp reading|machine|monitor
          SYSTOLIC: systolic ; sys ; top|upper|higher number|reading|figure|value ; systolic ~1 pressure|blood
          DIASTOLIC: diastolic ; dia ; bottom|lower number|reading|figure|value ; diastolic ~1 pressure|blood
          PULSE: pulse ; pul ; pulse rate ; heart rate ; heartbeat|heartbeats|heartrate ; heart beat|beats|beating|going|racing|pounding|pumping|was|is ; heart rate monitor
          OXYGEN: oxygen ; oxygen saturation|saturations|level|levels|reading ; saturation|saturations ; oximeter ; pulse ox|oximeter ; sp02 ; oxymeter ; satting|sating|saturating|desatting ; finger ~1 thing|clip|probe|monitor|device|reader ; clip|probe|thing|device on ~1 finger
          RATE: breathing|respiratory|respiration|resp|breath rate ; respirations ; resps|resp ; rate of breathing
          BREATHING: breathing ; breath
          GLUCOSE: glucose ; sugar|sugars ; blood sugar|sugars|glucose ; bowel movement|movements ; bm|bms ; bsl ; bgl ; bg|bgs ; cbg ; glucometer ; hypo ; the|my|his|her|dads|mums meter ; meter said|says|reads|read|shows|showed|reading ; libre ; dexcom ; sugar|sugars|glucose level|levels|reading|readings|count
          KETONES: ketone|ketones ; blood ketone|ketones ; ketone|ketones level|levels|reading
          INR: inr
          PEAK_FLOW: peak flow|flows ; pef ; pefr ; pf ; peakflow ; flow reading ; blow|blew|blowing
          OTHER: temperature ; fever ; hba1c ; a1c ; weight ; weigh* ; height ; bmi ; cholesterol ; age ; aged ; score ; creatinine ; haemoglobin ; hemoglobin ; potassium ; sodium ; crp ; pain ; chest|eye|head|sinus|ear|peer pressure ; pressure washer|cooker|group ; pressure on|in ~2 chest|head|ear|ears|eye|eyes|sinus|sinuses|face|bladder|back|neck|nose|pelvis|stomach|legs|temples ; sugar daddy|cane|snap|cube|cubes ; free ; sugar free ; tablet|tablets ; pill|pills ; medicine ; metformin ; insulin ; spoon* ; type ; heart rate app
          """,
          Name::valueOf);

  /// Longer sentences are read in pieces of this many words.
  private static final int SENTENCE = 25;

  private final List<Word> words;
  private final List<Phrases.Hit<Name>> all = new ArrayList<>();
  private final Phrases.@Nullable Hit<Name>[] endingAt;

  @SuppressWarnings({"unchecked", "rawtypes"})
  GaugeNames(List<Word> words) {
    this.words = words;
    this.endingAt = new Phrases.Hit[words.size() + 1];
    for (var hit : TABLE.find(words)) {
      if (hit.key() == Name.GLUCOSE && isBowel(hit)) continue;
      // The longer of two names at one place says more: "pulse oximeter", "chest pressure".
      if (!all.isEmpty() && all.getLast().end() >= hit.end()) continue;
      while (!all.isEmpty() && all.getLast().first() >= hit.first()) all.removeLast();
      all.add(hit);
    }
    for (var name : all) endingAt[name.end()] = name;
  }

  /// "BM 28" is a blood test; only the abbreviation is, which is written out as something else.
  private boolean isBowel(Phrases.Hit<Name> hit) {
    var word = words.get(hit.first());
    return word.text().equals("bowel") && word.end() - word.start() > 4;
  }

  List<Phrases.Hit<Name>> all() {
    return all;
  }

  /// The last name that ends before a word, in the same sentence.
  Phrases.@Nullable Hit<Name> nearest(int first) {
    for (int at = first; at >= 0 && first - at <= SENTENCE; at--) {
      var name = endingAt[at];
      if (name != null) return name;
      if (at < words.size() && words.get(at).startsSentence()) return null;
    }
    return null;
  }

  /// Whether a name begins at most `far` words after a place, in the same clause.
  boolean follows(int end, Name wanted, int far) {
    for (int at = end; at <= Math.min(words.size(), end + far + 3); at++) {
      var name = endingAt[at];
      if (name != null && name.first() >= end)
        return name.key() == wanted
            && name.first() <= end + far
            && !words.get(name.first()).startsClause();
      if (at < words.size() && words.get(at).startsClause()) return false;
    }
    return false;
  }

  /// The words among these that are misspelled often.
  static Set<String> words() {
    return Set.of(
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
