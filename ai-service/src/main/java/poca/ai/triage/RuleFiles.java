package poca.ai.triage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import poca.ai.content.Content;
import poca.ai.content.ContentErrors;
import poca.ai.content.Entry;
import poca.ai.content.Line;

/// Reads the files of `clinical/rules/`.
final class RuleFiles {

  /// A rule that was never seen to fire, or never seen to keep still, is a guess.
  private static final int LEAST_FIRES = 5;

  private static final int LEAST_NOT = 3;

  private static final String ID = "id";
  private static final String REASON = "reason";
  private static final String SOURCE = "source";
  private static final String WHEN = "when";
  private static final String CONFIRM = "confirm";
  private static final String HOWEVER_LONG = "however long";
  private static final String FIRES = "fires";
  private static final String NOT = "not";
  private static final Set<String> KEYS =
      Set.of(ID, REASON, SOURCE, WHEN, CONFIRM, HOWEVER_LONG, FIRES, NOT);

  private RuleFiles() {}

  /// All rules in the order of the files; refuses them when anything is wrong with one.
  static List<Rule> read() {
    var contentErrors = new ContentErrors();
    var entries = new ArrayList<Entry>();
    Content.files("rules").forEach(f -> entries.addAll(Content.entries(f, KEYS, contentErrors)));
    var rules = rules(entries, contentErrors);
    contentErrors.refuse();
    return rules;
  }

  static List<Rule> rules(List<Entry> entries, ContentErrors contentErrors) {
    var rules = new ArrayList<Rule>();
    var ids = new HashSet<String>();
    for (var entry : entries) {
      var id = entry.text(ID);
      if (!ids.add(id.text())) contentErrors.add(id, "another rule has this id");
      var confirm = entry.optional(CONFIRM);
      if (confirm != null && !confirm.text().endsWith("?"))
        contentErrors.add(confirm, "what confirms a rule is a question");
      rules.add(
          new Rule(
              id.text(),
              level(id, contentErrors),
              entry.text(REASON).text(),
              source(entry, contentErrors),
              confirm == null ? null : confirm.text(),
              signs(entry, contentErrors),
              isHoweverLong(entry, contentErrors),
              examples(entry, FIRES, LEAST_FIRES, contentErrors),
              examples(entry, NOT, LEAST_NOT, contentErrors)));
    }
    return List.copyOf(rules);
  }

  private static String source(Entry entry, ContentErrors contentErrors) {
    if (entry.lines(SOURCE).isEmpty()) contentErrors.add(entry.start(), "lacks `" + SOURCE + "`");
    return entry.lines(SOURCE).stream().map(Line::text).collect(Collectors.joining("; "));
  }

  private static UrgencyLevel level(Line id, ContentErrors contentErrors) {
    for (var level : List.of(UrgencyLevel.RED, UrgencyLevel.YELLOW))
      if (id.text().matches(level.name().toLowerCase(Locale.ROOT) + "(\\.[a-z0-9-]+)+"))
        return level;
    contentErrors.add(id, "an id is a colour and words: `red.stroke.eyes`, `yellow.cough.long`");
    return UrgencyLevel.YELLOW;
  }

  private static List<Criterion> signs(Entry entry, ContentErrors contentErrors) {
    var lines = entry.lines(WHEN);
    if (lines.isEmpty()) contentErrors.add(entry.start(), "lacks `" + WHEN + "`");
    var signs = new ArrayList<Criterion>();
    for (var line : lines) {
      var criterion = Criteria.of(line, contentErrors);
      if (criterion != null) signs.add(criterion);
    }
    return List.copyOf(signs);
  }

  private static boolean isHoweverLong(Entry entry, ContentErrors contentErrors) {
    var said = entry.optional(HOWEVER_LONG);
    if (said != null && !said.text().equals("yes"))
      contentErrors.add(said, "`" + HOWEVER_LONG + "` is `yes` or left out");
    return said != null;
  }

  private static List<Example> examples(
      Entry entry, String key, int least, ContentErrors contentErrors) {
    var lines = entry.lines(key);
    if (lines.size() < least)
      contentErrors.add(
          entry.start(), "`%s` has %d lines, at least %d".formatted(key, lines.size(), least));
    return lines.stream().map(line -> Example.of(line, contentErrors)).toList();
  }
}
