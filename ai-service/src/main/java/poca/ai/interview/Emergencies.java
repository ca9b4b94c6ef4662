package poca.ai.interview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import poca.ai.content.Content;
import poca.ai.content.ContentErrors;
import poca.ai.content.Line;

/// Says what helps emergency care once a rule has made a session red, read from
/// `clinical/emergencies/`: the first entry that fits the rule counts.
public final class Emergencies {

  private static final String FOLDER = "emergencies";
  private static final String NAME = "name";
  private static final String RULES = "rules";
  private static final String ASK = "ask";
  private static final Set<String> KEYS = Set.of(NAME, RULES, ASK);

  /// @param rules beginnings of the ids of the rules that it is for
  record Emergency(String name, List<String> rules, List<QuestionTopic> topics) {}

  private static final List<Emergency> ALL = read();

  private Emergencies() {}

  /// How many there are; that they can be counted says that they could be read.
  public static int size() {
    return ALL.size();
  }

  static List<Emergency> all() {
    return ALL;
  }

  static Emergency of(String ruleId) {
    return ALL.stream()
        .filter(e -> e.rules.stream().anyMatch(ruleId::startsWith))
        .findFirst()
        .orElseThrow();
  }

  private static List<Emergency> read() {
    var contentErrors = new ContentErrors();
    var all = new ArrayList<Emergency>();
    for (var file : Content.files(FOLDER)) {
      for (var entry : Content.entries(file, KEYS, contentErrors)) {
        var topics = new ArrayList<QuestionTopic>();
        for (var line : entry.lines(ASK)) {
          var topic = Complaints.topic(line, contentErrors);
          if (topic != null) topics.add(topic);
        }
        if (topics.isEmpty()) contentErrors.add(entry.start(), "lacks `" + ASK + "`");
        all.add(new Emergency(entry.text(NAME).text(), rules(entry.text(RULES)), topics));
      }
    }
    contentErrors.refuse();
    if (all.isEmpty() || !all.getLast().rules.contains(""))
      throw new IllegalStateException("the last emergency is to be for `any` rule");
    return List.copyOf(all);
  }

  private static List<String> rules(Line line) {
    if (line.text().equals("any")) return List.of("");
    return Arrays.stream(line.text().split(",", -1)).map(String::strip).toList();
  }
}
