package poca.ai.triage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import poca.ai.content.Content;
import poca.ai.content.Entry;
import poca.ai.content.Line;
import poca.ai.content.Problems;

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
  private static final String FIRES = "fires";
  private static final String NOT = "not";
  private static final Set<String> KEYS = Set.of(ID, REASON, SOURCE, WHEN, CONFIRM, FIRES, NOT);

  private RuleFiles() {}

  /// All rules in the order of the files; refuses them when anything is wrong with one.
  static List<Rule> read() {
    var problems = new Problems();
    var entries = new ArrayList<Entry>();
    Content.files("rules").forEach(f -> entries.addAll(Content.entries(f, KEYS, problems)));
    var rules = rules(entries, problems);
    problems.refuse();
    return rules;
  }

  static List<Rule> rules(List<Entry> entries, Problems problems) {
    var rules = new ArrayList<Rule>();
    var ids = new HashSet<String>();
    for (var entry : entries) {
      var id = entry.text(ID);
      if (!ids.add(id.text())) problems.add(id, "another rule has this id");
      var confirm = entry.optional(CONFIRM);
      if (confirm != null && !confirm.text().endsWith("?"))
        problems.add(confirm, "what confirms a rule is a question");
      rules.add(
          new Rule(
              id.text(),
              level(id, problems),
              entry.text(REASON).text(),
              source(entry, problems),
              confirm == null ? null : confirm.text(),
              signs(entry, problems),
              examples(entry, FIRES, LEAST_FIRES, problems),
              examples(entry, NOT, LEAST_NOT, problems)));
    }
    return List.copyOf(rules);
  }

  private static String source(Entry entry, Problems problems) {
    if (entry.lines(SOURCE).isEmpty()) problems.add(entry.start(), "lacks `" + SOURCE + "`");
    return entry.lines(SOURCE).stream().map(Line::text).collect(Collectors.joining("; "));
  }

  private static Level level(Line id, Problems problems) {
    for (var level : List.of(Level.RED, Level.YELLOW))
      if (id.text().matches(level.name().toLowerCase(Locale.ROOT) + "(\\.[a-z0-9-]+)+"))
        return level;
    problems.add(id, "an id is a colour and words: `red.stroke.eyes`, `yellow.cough.long`");
    return Level.YELLOW;
  }

  private static List<Sign> signs(Entry entry, Problems problems) {
    var lines = entry.lines(WHEN);
    if (lines.isEmpty()) problems.add(entry.start(), "lacks `" + WHEN + "`");
    var signs = new ArrayList<Sign>();
    for (var line : lines) {
      var sign = Criteria.of(line, problems);
      if (sign != null) signs.add(sign);
    }
    return List.copyOf(signs);
  }

  private static List<Example> examples(Entry entry, String key, int least, Problems problems) {
    var lines = entry.lines(key);
    if (lines.size() < least)
      problems.add(
          entry.start(), "`%s` has %d lines, at least %d".formatted(key, lines.size(), least));
    return lines.stream().map(line -> Example.of(line, problems)).toList();
  }
}
