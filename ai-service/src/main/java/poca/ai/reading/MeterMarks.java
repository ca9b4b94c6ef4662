package poca.ai.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import poca.ai.reading.GaugeNames.Name;
import poca.ai.reading.Measurement.Bound;
import poca.ai.reading.Measurement.Kind;
import poca.ai.reading.Measurement.Unit;

/// Finds what a meter or a strip shows instead of a number: "HI", "LO", "++".
final class MeterMarks {

  /// A meter shows "HI" above this many mmol/L, so a higher number is in mg/dL.
  static final double HIGHEST = 33.3;

  /// A meter shows "LO" below this many mmol/L.
  private static final double LOWEST = 1.1;

  private static final int MOST_PLUSES = 4;
  private static final int FAR = 8;

  private static final Set<String> SHOWS =
      StatedClauses.words(
          """
          says say said saying reads read reading shows show showed showing displays is was just only of
          """);

  private final TokenisedText text;
  private final List<Word> words;
  private final GaugeNames names;
  private final Framing framing;
  private final List<Measurement> found = new ArrayList<>();

  private MeterMarks(TokenisedText text, GaugeNames names, Framing framing) {
    this.text = text;
    this.words = text.words();
    this.names = names;
    this.framing = framing;
  }

  static List<Measurement> in(TokenisedText text, GaugeNames names, Framing framing) {
    var marks = new MeterMarks(text, names, framing);
    marks.limits();
    marks.strips();
    return marks.found;
  }

  /// "The meter says HI", "sugar reads LO".
  private void limits() {
    for (int at = 1; at < words.size(); at++) {
      var word = words.get(at);
      var raw = text.message().substring(word.start(), word.end());
      boolean high = raw.equalsIgnoreCase("hi");
      if (!high && !raw.equalsIgnoreCase("lo")) continue;
      if (!Quantity.is(words, at - 1, SHOWS) || !isMeter(at)) continue;
      if (high) add(Kind.GLUCOSE, HIGHEST, Bound.ABOVE, Unit.MMOL, at, word.end());
      else add(Kind.GLUCOSE, LOWEST, Bound.BELOW, Unit.MMOL, at, word.end());
    }
  }

  private boolean isMeter(int at) {
    var name = names.nearest(at);
    if (name != null && name.key() == Name.GLUCOSE && at - name.end() <= FAR) return true;
    for (int back = at - 2; back >= Math.max(0, at - FAR); back--)
      if (Set.of("meter", "glucometer", "monitor").contains(words.get(back).text())) return true;
    return false;
  }

  /// "Ketones 3+", "ketones +++", "3 plus ketones", "large ketones".
  private void strips() {
    for (var name : names.all()) {
      if (name.key() == Name.KETONES && !before(name)) behind(name);
    }
  }

  private boolean before(Phrases.Hit<Name> name) {
    for (int at = name.first() - 1; at >= Math.max(0, name.first() - 2); at--) {
      if (words.get(at + 1).startsClause()) return false;
      var word = words.get(at).text();
      int end = words.get(name.end() - 1).end();
      if (word.equals("large")) return strip(3, at, end);
      if (word.equals("moderate")) return strip(2, at, end);
      var number = Numbers.at(words, at);
      if (number != null && isPlus(text, words, number.end()))
        return strip((int) number.value(), at, end);
    }
    return false;
  }

  private boolean behind(Phrases.Hit<Name> name) {
    for (int at = name.end() - 1; at < Math.min(words.size(), name.end() + 5); at++) {
      if (at >= name.end() && words.get(at).startsSentence()) return false;
      var number = at < name.end() ? null : Numbers.at(words, at);
      if (number != null)
        return isPlus(text, words, number.end())
            && strip((int) number.value(), name.first(), afterPluses(number.end() - 1));
      int count = pluses(text, words.get(at).end());
      if (count > 0) return strip(count, name.first(), afterPluses(at));
    }
    return false;
  }

  private int afterPluses(int word) {
    int at = words.get(word).end();
    var message = text.message();
    while (at < message.length() && " :".indexOf(message.charAt(at)) >= 0) at++;
    while (at < message.length() && message.charAt(at) == '+') at++;
    return at;
  }

  private boolean strip(int count, int first, int end) {
    if (count > MOST_PLUSES) return false;
    add(Kind.URINE_KETONES, count, Bound.EXACTLY, Unit.PLUS, first, end);
    return true;
  }

  /// Whether "+" or "plus" stands behind a number.
  static boolean isPlus(TokenisedText text, List<Word> words, int next) {
    return pluses(text, words.get(next - 1).end()) > 0
        || Quantity.is(words, next, Set.of("plus", "pluses"));
  }

  private static int pluses(TokenisedText text, int from) {
    var message = text.message();
    int at = from;
    while (at < message.length() && " :".indexOf(message.charAt(at)) >= 0) at++;
    int count = 0;
    while (at + count < message.length() && message.charAt(at + count) == '+') count++;
    return count;
  }

  private void add(Kind kind, double value, Bound bound, Unit unit, int first, int end) {
    var status = framing.of(first, first + 1);
    if (status == AssertionStatus.ABSENT) return;
    var span = new Span(text.messageId(), words.get(first).start(), end);
    found.add(new Measurement(kind, value, bound, text.said(span), unit, span, status));
  }
}
