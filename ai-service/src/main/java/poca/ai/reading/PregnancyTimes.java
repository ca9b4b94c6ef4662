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
      Statements.words(
          """
          birth delivery delivered csection section caesarean cesarean born childbirth labour labor
          """);

  private static final Set<String> EXPECTING =
      Statements.words(
          """
          kicks kick kicking bump midwife movements movement trimester contractions womb placenta
          antenatal labour labor unborn foetus fetus tightenings waters
          """);

  private static final int FAR = 9;

  private final Text text;
  private final List<Word> words;
  private final List<Figure> figures;
  private final Framing framing;
  private final List<Measurement> found = new ArrayList<>();

  private PregnancyTimes(Text text, List<Figure> figures, Framing framing) {
    this.text = text;
    this.words = text.words();
    this.figures = figures;
    this.framing = framing;
  }

  static List<Measurement> in(Text text, List<Figure> figures, Framing framing) {
    var times = new PregnancyTimes(text, figures, framing);
    for (int i = 0; i < figures.size(); i++) {
      var figure = figures.get(i);
      if (figure.unit() == null) {
        times.gestation(i);
        continue;
      }
      switch (figure.unit()) {
        case DAYS, WEEKS, MONTHS -> {
          if (!times.isDaysOfWeeks(i) && !times.pregnant(figure)) times.afterBirth(figure);
        }
        case HOURS -> times.afterBirth(figure);
        default -> {}
      }
    }
    times.bornLately();
    return times.found;
  }

  private boolean pregnant(Figure figure) {
    if (figure.has(Unit.DAYS) || figure.value() > 45) return false;
    if (Figure.is(words, figure.end(), Set.of("ago", "old", "postpartum", "after"))) return false;
    boolean after = false;
    for (int at = figure.end(); at < Math.min(words.size(), figure.end() + 3); at++) {
      if (words.get(at).startsSentence()) break;
      after |= isPregnant(words.get(at).text());
    }
    boolean before = false;
    for (int at = Math.max(0, figure.first() - 4); at < figure.first(); at++)
      before |= words.get(at).text().equals("pregnant") || words.get(at).text().equals("gestation");
    if (!after && !before) return expecting(figure);
    if (!after && Figure.is(words, figure.first() - 1, Set.of("for", "last", "past", "since")))
      return false;
    double weeks = figure.has(Unit.MONTHS) ? figure.value() * WEEKS_A_MONTH : figure.value();
    if (weeks < 2 || weeks > 44) return false;
    add(Kind.PREGNANCY_WEEKS, round(weeks), figure, unit(figure), figure.end());
    return true;
  }

  /// "I'm 14 weeks and have not felt any kicks".
  private boolean expecting(Figure figure) {
    boolean oneself =
        Figure.is(words, figure.first() - 1, Set.of("im", "am", "only", "just", "now"));
    if (!oneself || !figure.has(Unit.WEEKS) || figure.value() < 4) return false;
    if (Figure.is(words, figure.end(), Set.of("post", "into", "sober", "off", "out", "late")))
      return false;
    for (var word : words) {
      if (!EXPECTING.contains(word.text())) continue;
      add(Kind.PREGNANCY_WEEKS, round(figure.value()), figure, unit(figure), figure.end());
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

  private boolean isPlusBetween(Figure weeks, Figure days) {
    int from = words.get(weeks.first()).end();
    int to = words.get(days.first()).start();
    return from < to && text.message().substring(from, to).strip().equals("+");
  }

  /// The 4 of "32+4 weeks".
  private boolean isDaysOfWeeks(int index) {
    return index > 0 && isPlusBetween(figures.get(index - 1), figures.get(index));
  }

  private void afterBirth(Figure figure) {
    int end = figure.end();
    boolean named = Figure.is(words, end, Set.of("postpartum", "postnatal", "postnatally", "pp"));
    named |=
        Figure.is(words, end, Set.of("post"))
            && Figure.is(
                words, end + 1, Set.of("birth", "partum", "delivery", "natal", "csection"));
    boolean ago = Figure.is(words, end, Set.of("ago", "back"));
    if (!named && ago) named = birthBetween(figure.first() - FAR, figure.first());
    if (!named && Figure.is(words, end, Set.of("after", "since", "following")))
      named = birthBetween(end, end + 5);
    if (!named && Figure.is(words, figure.first() - 1, Set.of("since", "for"))) return;
    if (!named) return;
    double days =
        switch (unit(figure)) {
          case HOURS -> figure.value() / 24;
          case WEEKS -> figure.value() * 7;
          case MONTHS -> figure.value() * 365.25 / 12;
          default -> figure.value();
        };
    if (days > 400) return;
    add(Kind.DAYS_AFTER_BIRTH, round(days), figure, unit(figure), ago ? end + 1 : end);
  }

  private boolean birthBetween(int from, int to) {
    for (int at = Math.max(0, from); at < Math.min(words.size(), to); at++) {
      if (BIRTHS.contains(words.get(at).text())) return true;
      if (words.get(at).text().equals("had")
          && (Figure.is(words, at + 2, Set.of("baby", "son", "daughter", "twins"))
              || Figure.is(words, at + 1, Set.of("baby", "twins")))) return true;
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
        boolean gave = Figure.is(words, at - 1, Set.of("gave", "given")) || !text.equals("today");
        if (gave && !words.get(at).text().equals("born"))
          add(Kind.DAYS_AFTER_BIRTH, days, Bound.EXACTLY, Unit.DAYS, at, next + 1);
        break;
      }
    }
  }

  private static Unit unit(Figure figure) {
    return figure.unit() == null ? Unit.NONE : figure.unit();
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private void add(Kind kind, double value, Figure figure, Unit unit, int end) {
    add(kind, value, figure.bound(), unit, figure.first(), end);
  }

  private void add(Kind kind, double value, Bound bound, Unit unit, int first, int end) {
    var sense = framing.of(first, end);
    if (sense == Sense.ABSENT) return;
    // The birth is past, the days since are not.
    boolean gone = kind == Kind.PREGNANCY_WEEKS && Figure.is(words, end, Set.of("gone", "along"));
    if (sense == Sense.PAST && (gone || kind == Kind.DAYS_AFTER_BIRTH)) sense = Sense.PRESENT;
    found.add(
        new Measurement(
            kind, value, bound, text.said(first, end), unit, text.span(first, end), sense));
  }
}
