package poca.ai.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import poca.ai.reading.AssertionStatus;
import poca.ai.reading.Finding;
import poca.ai.reading.Measurement;
import poca.ai.reading.Medicines;
import poca.ai.reading.Mention;
import poca.ai.reading.Reading;
import poca.ai.reading.Span;
import poca.ai.reading.Story;
import poca.ai.reading.Temperature;

/// What can be checked about a piece of text. Offsets are those of the whole text.
///
/// @param mentions findings, and how they are meant; how something runs is left to its words
/// @param doses numbers with the medicine they stand beside
record Facts(
    List<Mention> mentions,
    List<Temperature> temperatures,
    List<Measurement> measurements,
    List<StatedQuantity> figures,
    Set<Dose> doses,
    Set<String> medicines,
    List<Terms.Term> terms) {

  /// An amount of a medicine.
  record Dose(String medicine, StatedQuantity figure) {}

  /// Units in which medicines are counted.
  private static final Set<String> OF_MEDICINES =
      Set.of("mg", "mcg", "g", "ml", "tablet", "capsule", "puff", "drop", "unit", "teaspoon");

  /// How far an amount may stand from its medicine, in UTF-16 units.
  private static final int NEAR = 40;

  private static final Pattern CLAUSE =
      Pattern.compile(
          "[,;]\\s+|\\s(?:and|but|(?<or>or))\\s|(?<=[.!?])\\s+|\\s[–-]\\s",
          Pattern.CASE_INSENSITIVE);

  /// The clauses of a text that stands alone. One that only counts belongs to the one before it.
  static List<Facts> clauses(String text) {
    var reading = read(text);
    var whole = of(reading);
    var clauses = new ArrayList<Facts>();
    int start = 0;
    boolean behindOr = false;
    var ends = CLAUSE.matcher(whole(text));
    while (start < text.length()) {
      boolean more = ends.find();
      int end = more ? ends.end() : text.length();
      var next = labelled(whole.within(text, start, end), text, start, end, behindOr);
      behindOr = more && ends.group("or") != null;
      if (!clauses.isEmpty() && next.onlyCounts())
        clauses.set(clauses.size() - 1, clauses.getLast().and(next));
      else if (!next.isEmpty()) clauses.add(next);
      start = end;
    }
    return clauses;
  }

  private static final Map<String, Finding> LABELS =
      Finding.all().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  f -> f.label().toLowerCase(Locale.ROOT), f -> f, (first, _) -> first));

  /// Names of findings that hold a word between clauses.
  private static final List<String> JOINED =
      LABELS.keySet().stream().filter(label -> label.matches(".*(?: and | or |, ).*")).toList();

  /// The text with the names of findings in one piece.
  private static String whole(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    var whole = new StringBuilder(text);
    for (var label : JOINED)
      for (int at = lower.indexOf(label); at >= 0; at = lower.indexOf(label, at + 1))
        for (int i = at; i < at + label.length(); i++) whole.setCharAt(i, '_');
    return whole.toString();
  }

  /// A clause that is, or begins with, the name of a finding as the rules write it is that finding.
  ///
  /// @param behindOr whether it shares the "no" of the one before it: "no cough or fever"
  private static Facts labelled(Facts clause, String text, int start, int end, boolean behindOr) {
    var said =
        text.substring(start, end).stripTrailing().replaceAll("[,;.]$|\\s(?:and|but|or)$", "");
    var lower = said.toLowerCase(Locale.ROOT);
    int from = label(lower, 0) > 0 || !lower.startsWith("no ") ? 0 : 3;
    int length = label(lower, from);
    if (length == 0) return clause;
    var finding = Objects.requireNonNull(LABELS.get(lower.substring(from, from + length)));
    int to = start + from + length;
    boolean denied =
        from > 0
            || (behindOr && clause.terms.stream().anyMatch(t -> t.start() < to && t.denied()))
            || clause.mentions.stream()
                .anyMatch(m -> m.sense() == AssertionStatus.ABSENT && m.finding() == finding);
    var mentions = new ArrayList<Mention>();
    mentions.add(
        new Mention(
            finding,
            denied ? AssertionStatus.ABSENT : AssertionStatus.PRESENT,
            new Span("text", start + from, to),
            false));
    clause.mentions.stream().filter(m -> m.span().start() >= to).forEach(mentions::add);
    return new Facts(
        mentions,
        clause.temperatures,
        clause.measurements,
        clause.figures.stream().filter(f -> f.start() >= to).toList(),
        clause.doses,
        clause.medicines,
        ofLabel(clause.terms, text.substring(start + from, to), start + from, denied));
  }

  /// A name says on which side it is; the side of the name before it does not reach into it.
  private static List<Terms.Term> ofLabel(
      List<Terms.Term> terms, String label, int start, boolean denied) {
    var own = new ArrayList<Terms.Term>();
    Terms.in(label).forEach(t -> own.add(t.under(denied).from(start)));
    terms.stream().filter(t -> t.start() >= start + label.length()).forEach(own::add);
    return own;
  }

  /// How long the longest name is that stands there; 0 for none.
  private static int label(String lower, int from) {
    for (int end = lower.length(); end > from; end = lower.lastIndexOf(' ', end - 1)) {
      if (LABELS.containsKey(lower.substring(from, end))) return end - from;
    }
    return 0;
  }

  private static Reading read(String text) {
    return Story.of(List.of(new Story.Exchange("text", text, null, false)), Set.of())
        .readings()
        .getFirst();
  }

  static Facts of(String text) {
    return of(read(text));
  }

  /// Of a text that has been read.
  static Facts of(Reading reading) {
    var text = reading.message();
    var whole =
        new Facts(
            reading.mentions().stream()
                .filter(m -> !m.finding().isNone() && !m.finding().isCourse())
                .toList(),
            reading.temperatures(),
            reading.measurements(),
            StatedQuantity.in(text),
            Set.of(),
            Set.of(),
            Terms.in(text));
    return whole.within(text, 0, text.length());
  }

  private static boolean isWithin(Span span, int start, int end) {
    return span.start() < end && span.end() > start;
  }

  /// Of a piece of the text: what a medicine is taken in stands in the same piece.
  Facts within(String text, int start, int end) {
    var piece = text.substring(start, end);
    var counted = figures.stream().filter(f -> f.start() < end && f.end() > start).toList();
    var named = Medicines.in(piece);
    return new Facts(
        mentions.stream().filter(m -> isWithin(m.span(), start, end)).toList(),
        temperatures.stream().filter(t -> isWithin(t.span(), start, end)).toList(),
        measurements.stream().filter(m -> isWithin(m.span(), start, end)).toList(),
        counted,
        doses(piece.toLowerCase(Locale.ROOT), start, counted, named),
        named,
        terms.stream().filter(t -> t.start() >= start && t.end() <= end).toList());
  }

  private Facts and(Facts more) {
    return new Facts(
        joined(mentions, more.mentions),
        joined(temperatures, more.temperatures),
        joined(measurements, more.measurements),
        joined(figures, more.figures),
        new LinkedHashSet<>(joined(List.copyOf(doses), List.copyOf(more.doses))),
        new LinkedHashSet<>(joined(List.copyOf(medicines), List.copyOf(more.medicines))),
        joined(terms, more.terms));
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /// Each amount belongs to the medicine that stands nearest to it.
  ///
  /// @param offset of the piece in the text
  private static Set<Dose> doses(
      String lower, int offset, List<StatedQuantity> figures, Set<String> medicines) {
    var doses = new LinkedHashSet<Dose>();
    for (var quantity : figures) {
      var unit = quantity.unit();
      if (unit == null || !OF_MEDICINES.contains(unit)) continue;
      int from = quantity.start() - offset;
      int to = quantity.end() - offset;
      String nearest = null;
      int least = NEAR + 1;
      for (var medicine : medicines) {
        for (int at = lower.indexOf(medicine); at >= 0; at = lower.indexOf(medicine, at + 1)) {
          int away = at >= to ? at - to : from - at - medicine.length();
          if (away >= 0 && away < least) {
            least = away;
            nearest = medicine;
          }
        }
      }
      if (nearest != null) doses.add(new Dose(nearest, quantity));
    }
    return doses;
  }

  boolean isEmpty() {
    return mentions.isEmpty() && figures.isEmpty() && medicines.isEmpty() && terms.isEmpty();
  }

  /// Whether there is nothing but numbers in it.
  private boolean onlyCounts() {
    return medicines.isEmpty()
        && terms.stream()
            .allMatch(
                t -> figures.stream().anyMatch(f -> f.start() <= t.start() && t.end() <= f.end()));
  }

  boolean says(Finding finding, AssertionStatus status) {
    return mentions.stream().anyMatch(m -> m.finding() == finding && m.sense() == status);
  }

  boolean hasTerm(Terms.Term wanted) {
    return terms.stream()
        .anyMatch(t -> t.stem().equals(wanted.stem()) && t.denied() == wanted.denied());
  }

  /// On the side that is wanted; of what is on both it is on each.
  boolean hasOnSide(Terms.Term wanted) {
    return terms.stream()
        .anyMatch(t ->
            t.stem().equals(wanted.stem())
                && (t.side() == wanted.side()
                    || (t.side() == Terms.Side.BOTH && wanted.side() != Terms.Side.BOTH)));
  }

  Set<Finding> findings() {
    var findings = new LinkedHashSet<Finding>();
    mentions.forEach(m -> findings.add(m.finding()));
    return findings;
  }

  /// The same as if all of it had been denied.
  Facts denied() {
    return new Facts(
        mentions.stream()
            .map(m -> new Mention(m.finding(), AssertionStatus.ABSENT, m.span(), m.answer()))
            .toList(),
        temperatures,
        measurements,
        figures,
        doses,
        medicines,
        terms.stream().map(t -> t.under(true)).toList());
  }
}
