package poca.ai.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.content.Content;
import poca.ai.content.Line;
import poca.ai.content.Problems;
import poca.ai.reading.ConceptFiles;
import poca.ai.reading.Finding;

/// The table of problems, read from `clinical/problems/`.
public final class ProblemTable {

  private static final String PROBLEM = "problem";
  private static final String MAIN = "main";
  private static final String FOR = "for";
  private static final String AGAINST = "against";
  private static final String FROM = "from years";
  private static final String TO = "to years";

  static final List<Row> ALL = read();

  private ProblemTable() {}

  /// @param main one of which has to be there
  /// @param signs each of which speaks for it, and whose denial speaks against it
  /// @param against each of which speaks against it
  /// @param from age in years; 0 for any
  /// @param to age in years, exclusive
  record Row(
      String name,
      Set<Finding> main,
      Set<Finding> signs,
      Set<Finding> against,
      double from,
      double to) {

    /// As rules are called.
    String id() {
      return "problem." + name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
  }

  /// How many there are; that they can be counted says that they could be read.
  public static int size() {
    return ALL.size();
  }

  private static List<Row> read() {
    var problems = new Problems();
    var all = new ArrayList<Row>();
    for (var file : Content.files("problems")) {
      for (var entry :
          Content.entries(file, Set.of(PROBLEM, MAIN, FOR, AGAINST, FROM, TO), problems)) {
        all.add(
            new Row(
                entry.text(PROBLEM).text(),
                findings(entry.text(MAIN), problems),
                findings(entry.optional(FOR), problems),
                findings(entry.optional(AGAINST), problems),
                years(entry.optional(FROM), 0, problems),
                years(entry.optional(TO), Double.MAX_VALUE, problems)));
      }
    }
    problems.refuse();
    return List.copyOf(all);
  }

  private static Set<Finding> findings(@Nullable Line line, Problems problems) {
    return line == null ? Set.of() : Set.copyOf(ConceptFiles.named(line, line.text(), problems));
  }

  private static double years(@Nullable Line line, double otherwise, Problems problems) {
    if (line == null) return otherwise;
    try {
      return Double.parseDouble(line.text());
    } catch (NumberFormatException wrong) {
      problems.add(line, "is no number of years");
      return otherwise;
    }
  }
}
