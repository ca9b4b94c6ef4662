package poca.ai.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.content.Content;
import poca.ai.content.ContentErrors;
import poca.ai.content.Line;
import poca.ai.triage.Triage;

/// The table of problems, read from `clinical/problems/`.
public final class ProblemTable {

  private static final String PROBLEM = "problem";
  private static final String GRAVE = "grave";
  private static final String CERTAIN = "certain";
  private static final String MAIN = "main";
  private static final String EXCLUDE = "exclude";
  private static final String KNOWN = "known";
  private static final String FOR = "for";
  private static final String AGAINST = "against";
  private static final String NEEDS = "needs";
  private static final String WITHOUT = "without";
  private static final String RULES = "rules";
  private static final String SEX = "sex";
  private static final String FROM = "from years";
  private static final String TO = "to years";

  private static final Set<String> KEYS =
      Set.of(
          PROBLEM, GRAVE, CERTAIN, MAIN, EXCLUDE, KNOWN, FOR, AGAINST, NEEDS, WITHOUT, RULES, SEX,
          FROM, TO);

  static final List<Row> ALL = read();

  private ProblemTable() {}

  /// @param isGrave whether it has to be excluded where it is only possible
  /// @param isFirst whether it comes before everything else
  /// @param isCertain whether it is a fact if it is there
  /// @param main one of which has to be there
  /// @param exclude one of which makes it only possible, and something to be excluded
  /// @param known which on record say that it is no new illness
  /// @param signs each of which speaks for it, and whose denial speaks against it
  /// @param against each of which speaks against it
  /// @param needs one of which has to be there or on record, besides
  /// @param without none of which may be there or on record
  /// @param rules ids of the rules that see it, or what several ids begin with
  /// @param sex `female` or `male`; null for both
  /// @param from age in years; 0 for any
  /// @param to age in years, exclusive
  record Row(
      String name,
      boolean isGrave,
      boolean isFirst,
      boolean isCertain,
      List<Clue> main,
      List<Clue> exclude,
      List<Clue> known,
      List<Clue> signs,
      List<Clue> against,
      List<Clue> needs,
      List<Clue> without,
      List<String> rules,
      @Nullable String sex,
      double from,
      double to) {

    /// As rules are called.
    String id() {
      return "problem." + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    boolean isNamedBy(String rule) {
      return rules.stream()
          .anyMatch(r -> r.endsWith("*") ? rule.startsWith(cut(r)) : rule.equals(r));
    }

    private static String cut(String rule) {
      return rule.substring(0, rule.length() - 1);
    }
  }

  /// How many there are; that they can be counted says that they could be read.
  public static int size() {
    return ALL.size();
  }

  private static List<Row> read() {
    var contentErrors = new ContentErrors();
    var all = new ArrayList<Row>();
    for (var file : Content.files("problems")) {
      if (!file.endsWith(".yaml")) continue;
      for (var entry : Content.entries(file, KEYS, contentErrors)) {
        all.add(
            new Row(
                entry.text(PROBLEM).text(),
                entry.optional(GRAVE) != null,
                isFirst(entry.optional(GRAVE)),
                entry.optional(CERTAIN) != null,
                Clue.read(entry.optional(MAIN), contentErrors),
                Clue.read(entry.optional(EXCLUDE), contentErrors),
                Clue.read(entry.optional(KNOWN), contentErrors),
                Clue.read(entry.optional(FOR), contentErrors),
                Clue.read(entry.optional(AGAINST), contentErrors),
                Clue.read(entry.optional(NEEDS), contentErrors),
                Clue.read(entry.optional(WITHOUT), contentErrors),
                rules(entry.optional(RULES), contentErrors),
                sex(entry.optional(SEX), contentErrors),
                years(entry.optional(FROM), 0, contentErrors),
                years(entry.optional(TO), Double.MAX_VALUE, contentErrors)));
      }
    }
    contentErrors.refuse();
    return List.copyOf(all);
  }

  private static boolean isFirst(@Nullable Line line) {
    return line != null && line.text().equals("first");
  }

  private static List<String> rules(@Nullable Line line, ContentErrors contentErrors) {
    if (line == null) return List.of();
    var rules = List.of(line.text().split(", *", -1));
    for (var rule : rules) {
      boolean known =
          Triage.ids().stream()
              .anyMatch(id -> rule.endsWith("*") ? id.startsWith(Row.cut(rule)) : id.equals(rule));
      if (!known) contentErrors.add(line, "no rule `" + rule + "`");
    }
    return rules;
  }

  private static @Nullable String sex(@Nullable Line line, ContentErrors contentErrors) {
    if (line == null) return null;
    if (!Set.of("female", "male").contains(line.text()))
      contentErrors.add(line, "is female or male");
    return line.text();
  }

  private static double years(@Nullable Line line, double otherwise, ContentErrors contentErrors) {
    if (line == null) return otherwise;
    try {
      return Double.parseDouble(line.text());
    } catch (NumberFormatException wrong) {
      contentErrors.add(line, "is no number of years");
      return otherwise;
    }
  }
}
