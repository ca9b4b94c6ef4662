package poca.ai.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import poca.ai.content.Content;
import poca.ai.content.ContentErrors;
import poca.ai.reading.ConceptFiles;

/// The table of advice, read from `clinical/advice/`.
public final class Advices {

  private static final String TO = "to";
  private static final String VISIT = "visit";
  private static final String DO = "do";
  private static final String COME_BACK = "come back when";

  /// In the order of `clinical/advice/`.
  static final List<Advice> ALL = read();

  private Advices() {}

  /// How many there are; that they can be counted says that they could be read.
  public static int size() {
    return ALL.size();
  }

  private static List<Advice> read() {
    var contentErrors = new ContentErrors();
    var all = new ArrayList<Advice>();
    for (var file : Content.files("advice")) {
      for (var entry : Content.entries(file, Set.of(TO, VISIT, DO, COME_BACK), contentErrors)) {
        var to = entry.text(TO);
        var visit = entry.optional(VISIT);
        if (visit != null && !Set.of("wanted", "today", "now").contains(visit.text()))
          contentErrors.add(visit, "`visit` is `wanted`, `today` or `now`, or left out");
        var until = entry.optional(COME_BACK);
        boolean now = visit != null && visit.text().equals("now");
        if (until == null && !now) contentErrors.add(entry.start(), "lacks `" + COME_BACK + "`");
        all.add(
            new Advice(
                Set.copyOf(ConceptFiles.named(to, to.text(), contentErrors)),
                entry.text(DO).text(),
                until == null ? "" : until.text(),
                visit == null
                    ? Advice.Visit.IF_NOT_BETTER
                    : Advice.Visit.valueOf(visit.text().toUpperCase(Locale.ROOT))));
      }
    }
    contentErrors.refuse();
    return List.copyOf(all);
  }
}
