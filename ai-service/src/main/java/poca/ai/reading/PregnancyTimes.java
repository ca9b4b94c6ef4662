package poca.ai.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import poca.ai.reading.Measurement.Bound;
import poca.ai.reading.Measurement.Kind;
import poca.ai.reading.Measurement.Unit;

/// Finds how many weeks a pregnancy has lasted and how many days ago a birth was.
final class PregnancyTimes {

  private static final double WEEKS_A_MONTH = 365.25 / 12 / 7;
  private static final Set<String> BIRTHS =
      StatedClauses.words(
          """
          birth delivery delivered csection section caesarean cesarean born childbirth labour labor
          """);

  private static final Set<String> EXPECTING =
      StatedClauses.words(
          """
          kicks kick kicking bump midwife movements movement trimester contractions womb placenta
          antenatal labour labor unborn foetus fetus tightenings waters
          """);

  private static final int FAR = 9;

  private final TokenisedText text;
  private final List<Word> words;
  private final List<Quantity> figures;
  private final Framing framing;
  private final List<Measurement> found = new ArrayList<>();

  private PregnancyTimes(TokenisedText text, List<Quantity> figures, Framing framing) {
    this.text = text;
    this.words = text.words();
    this.figures = figures;
    this.framing = framing;
  }

  static List<Measurement> in(TokenisedText text, List<Quantity> figures, Framing framing) {
    var times = new PregnancyTimes(text, figures, framing);
    for (int i = 0; i < figures.size(); i++) {
      var quantity = figures.get(i);
      if (quantity.unit() == null) {
        times.gestation(i);
        continue;
      }
      switch (quantity.unit()) {
        case DAYS, WEEKS, MONTHS -> {
          if (!times.isDaysOfWeeks(i) && !times.pregnant(quantity)) times.afterBirth(quantity);
        }
        case HOURS -> times.afterBirth(quantity);
        default -> {}
      }
    }
    times.bornLately();
    return times.found;
  }

  private boolean pregnant(Quantity quantity) {
    if (quantity.has(Unit.DAYS) || quantity.value() > 45) return false;
    if (Quantity.is(words, quantity.end(), Set.of("ago", "old", "postpartum", "after")))
      return false;
    boolean after = false;
    for (int at = quantity.end(); at < Math.min(words.size(), quantity.end() + 3); at++) {
      if (words.get(at).startsSentence()) break;
      after |= isPregnant(words.get(at).text());
    }
    boolean before = false;
    for (int at = Math.max(0, quantity.first() - 4); at < quantity.first(); at++)
      before |= words.get(at).text().equals("pregnant") || words.get(at).text().equals("gestation");
    if (!after && !before) return expecting(quantity);
    if (!after && Quantity.is(words, quantity.first() - 1, Set.of("for", "last", "past", "since")))
      return false;
    double weeks = quantity.has(Unit.MONTHS) ? quantity.value() * WEEKS_A_MONTH : quantity.value();
    if (weeks < 2 || weeks > 44) return false;
    add(Kind.PREGNANCY_WEEKS, round(weeks), quantity, unit(quantity), quantity.end());
    return true;
  }

  /// "I'm 14 weeks and have not felt any kicks".
  private boolean expecting(Quantity quantity) {
    boolean oneself =
        Quantity.is(words, quantity.first() - 1, Set.of("im", "am", "only", "just", "now"));
    if (!oneself || !quantity.has(Unit.WEEKS) || quantity.value() < 4) return false;
    if (Quantity.is(words, quantity.end(), Set.of("post", "into", "sober", "off", "out", "late")))
      return false;
    for (var word : words) {
      if (!EXPECTING.contains(word.text())) continue;
      add(Kind.PREGNANCY_WEEKS, round(quantity.value()), quantity, unit(quantity), quantity.end());
      return true;
    }
    return false;
  }

  private static boolean isPregnant(String text) {
    return text.equals("pregnant")
        || text.equals("pregnancy")
        || text.equals("gestation")
        || text.equals("along")
        || text.equals("gone");
  }

  /// "32+4", "28/40" as midwives write it, with a pregnancy named near.
  private void gestation(int index) {
    if (index + 1 >= figures.size()) return;
    var weeks = figures.get(index);
    var rest = figures.get(index + 1);
    if (weeks.number() != rest.first() || weeks.value() < 4 || weeks.value() > 43) return;
    boolean plus = isPlusBetween(weeks, rest);
    boolean forty = words.get(rest.first()).before() == Word.Break.SLASH && rest.value() == 40;
    boolean days = plus && rest.value() < 7;
    if (!days && !forty) return;
    boolean named = false;
    int from = Math.max(0, weeks.first() - FAR);
    for (int at = from; at < Math.min(words.size(), rest.end() + FAR); at++)
      named |= isPregnant(words.get(at).text());
    if (!named) return;
    double value = forty ? weeks.value() : weeks.value() + rest.value() / 7;
    add(Kind.PREGNANCY_WEEKS, round(value), weeks.bound(), Unit.WEEKS, weeks.first(), rest.end());
  }

  private boolean isPlusBetween(Quantity weeks, Quantity days) {
    int from = words.get(weeks.first()).end();
    int to = words.get(days.first()).start();
    return from < to && text.message().substring(from, to).strip().equals("+");
  }

  /// The 4 of "32+4 weeks".
  private boolean isDaysOfWeeks(int index) {
    return index > 0 && isPlusBetween(figures.get(index - 1), figures.get(index));
  }

  private void afterBirth(Quantity quantity) {
    int end = quantity.end();
    boolean named = Quantity.is(words, end, Set.of("postpartum", "postnatal", "postnatally", "pp"));
    named |=
        Quantity.is(words, end, Set.of("post"))
            && Quantity.is(
                words, end + 1, Set.of("birth", "partum", "delivery", "natal", "csection"));
    boolean ago = Quantity.is(words, end, Set.of("ago", "back"));
    if (!named && ago) named = birthBetween(quantity.first() - FAR, quantity.first());
    if (!named && Quantity.is(words, end, Set.of("after", "since", "following")))
      named = birthBetween(end, end + 5);
    if (!named && Quantity.is(words, quantity.first() - 1, Set.of("since", "for"))) return;
    if (!named) return;
    double days =
        switch (unit(quantity)) {
          case HOURS -> quantity.value() / 24;
          case WEEKS -> quantity.value() * 7;
          case MONTHS -> quantity.value() * 365.25 / 12;
          default -> quantity.value();
        };
    if (days > 400) return;
    add(Kind.DAYS_AFTER_BIRTH, round(days), quantity, unit(quantity), ago ? end + 1 : end);
  }

  private boolean birthBetween(int from, int to) {
    for (int at = Math.max(0, from); at < Math.min(words.size(), to); at++) {
      if (BIRTHS.contains(words.get(at).text())) return true;
      if (words.get(at).text().equals("had")
          && (Quantity.is(words, at + 2, Set.of("baby", "son", "daughter", "twins"))
              || Quantity.is(words, at + 1, Set.of("baby", "twins")))) return true;
    }
    return false;
  }

  /// "Gave birth yesterday".
  private void bornLately() {
    for (int at = 0; at < words.size(); at++) {
      if (!BIRTHS.contains(words.get(at).text())) continue;
      for (int next = at + 1; next < Math.min(words.size(), at + 6); next++) {
        if (words.get(next).startsSentence()) break;
        var text = words.get(next).text();
        double days =
            switch (text) {
              case "yesterday" -> 1;
              case "today" -> 0;
              case "night" -> words.get(next - 1).text().equals("last") ? 1 : -1;
              case "weeks" -> words.get(next - 1).text().equals("last") ? 7 : -1;
              default -> -1;
            };
        if (days < 0) continue;
        boolean gave = Quantity.is(words, at - 1, Set.of("gave", "given")) || !text.equals("today");
        if (gave && !words.get(at).text().equals("born"))
          add(Kind.DAYS_AFTER_BIRTH, days, Bound.EXACTLY, Unit.DAYS, at, next + 1);
        break;
      }
    }
  }

  private static Unit unit(Quantity quantity) {
    return quantity.unit() == null ? Unit.NONE : quantity.unit();
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
    // The birth is past, the days since are not.
    boolean gone = kind == Kind.PREGNANCY_WEEKS && Quantity.is(words, end, Set.of("gone", "along"));
    if (status == AssertionStatus.PAST && (gone || kind == Kind.DAYS_AFTER_BIRTH))
      status = AssertionStatus.PRESENT;
    found.add(
        new Measurement(
            kind, value, bound, text.said(first, end), unit, text.span(first, end), status));
  }
}
