package poca.ai.interview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.content.Content;
import poca.ai.content.ContentErrors;
import poca.ai.content.Entry;
import poca.ai.content.Line;
import poca.ai.reading.ConceptFiles;
import poca.ai.reading.Finding;

/// The table of complaints, read from `clinical/complaints/`: for each, what to ask, the most
/// important first.
///
/// The contents follow the usual history taking for each presenting complaint; what must not be
/// missed is asked early.
public final class Complaints {

  private static final String FOLDER = "complaints";
  private static final String NAME = "name";
  private static final String IT = "it";
  private static final String WHO = "who";
  private static final String ON = "on";
  private static final String ALSO_ON = "also";
  private static final String ASK = "ask";
  private static final String DECIDE = "decide";
  private static final Set<String> KEYS = Set.of(NAME, IT, WHO, ON, ALSO_ON, ASK, DECIDE);
  private static final String BABIES = "babies";
  private static final String ELSE = "general";

  private static final Map<String, QuestionTopic> QUESTIONS = new HashMap<>();
  private static final List<Complaint> READ = read();

  /// What is in no table.
  static final Complaint GENERAL = READ.getLast();

  /// In the order in which they win when a message holds several at one place.
  static final List<Complaint> ALL = READ.subList(0, READ.size() - 1);

  static final QuestionTopic DURATION = question("duration");
  static final QuestionTopic COURSE = question("course");
  static final QuestionTopic TEMPERATURE = question("temperature");
  static final QuestionTopic CONCERN = question("concern");
  static final QuestionTopic CONCERN_AGAIN = question("concern-again");

  private Complaints() {}

  /// How many there are; that they can be counted says that they could be read.
  public static int size() {
    return ALL.size();
  }

  /// Whether it is what somebody comes with and would call so, rather than a sign that only rules
  /// look for.
  public static boolean isConcern(Finding finding) {
    return ALL.stream().anyMatch(c -> c.asksAfterIllness() && c.named().contains(finding));
  }

  /// What a line of another file asks, which may name a shared question.
  static @Nullable QuestionTopic topic(Line line, ContentErrors contentErrors) {
    return TopicLine.of(line, QUESTIONS, contentErrors);
  }

  /// The sentence that asks for a sign whose name alone makes none; null when its name does.
  static QuestionTopic.@Nullable Whether sentence(Finding sign) {
    return QUESTIONS.get(sign.id()) instanceof QuestionTopic.Whether whether ? whether : null;
  }

  private static QuestionTopic question(String name) {
    var topic = QUESTIONS.get(name);
    if (topic == null)
      throw new IllegalStateException("complaints/questions.txt lacks `" + name + "`");
    return topic;
  }

  private static List<Complaint> read() {
    var contentErrors = new ContentErrors();
    for (var line : Content.lines(FOLDER + "/questions.txt")) {
      int equals = line.text().indexOf(" = ");
      if (equals < 0) {
        contentErrors.add(line, "is no `name = question`");
        continue;
      }
      var topic =
          TopicLine.of(line.with(line.text().substring(equals + 3)), QUESTIONS, contentErrors);
      if (topic != null && QUESTIONS.put(line.text().substring(0, equals), topic) != null)
        contentErrors.add(line, "another question has this name");
    }
    var complaints = new ArrayList<Complaint>();
    for (var file : Content.files(FOLDER)) {
      if (!file.endsWith(".yaml")) continue;
      for (var entry : Content.entries(file, KEYS, contentErrors))
        complaints.add(complaint(entry, contentErrors));
    }
    contentErrors.refuse();
    if (complaints.isEmpty() || !complaints.getLast().name().equals(ELSE))
      throw new IllegalStateException("the last complaint is to be `" + ELSE + "`");
    return List.copyOf(complaints);
  }

  private static Complaint complaint(Entry entry, ContentErrors contentErrors) {
    var who = entry.optional(WHO);
    if (who != null && !who.text().equals(BABIES))
      contentErrors.add(who, "`who` is `babies` or left out");
    var named = findings(entry.optional(ON), contentErrors);
    var triggers = new LinkedHashSet<>(named);
    triggers.addAll(findings(entry.optional(ALSO_ON), contentErrors));
    var topics = new ArrayList<QuestionTopic>();
    for (var line : entry.lines(ASK)) {
      var topic = TopicLine.of(line, QUESTIONS, contentErrors);
      if (topic != null) topics.add(topic);
    }
    if (topics.isEmpty()) contentErrors.add(entry.start(), "lacks `" + ASK + "`");
    return new Complaint(
        entry.text(NAME).text(),
        entry.text(IT).text(),
        triggers,
        named,
        who != null,
        List.copyOf(topics),
        entry.lines(DECIDE).stream().map(Line::text).toList());
  }

  private static Set<Finding> findings(@Nullable Line line, ContentErrors contentErrors) {
    return line == null
        ? Set.of()
        : new LinkedHashSet<>(ConceptFiles.named(line, line.text(), contentErrors));
  }
}
