package poca.ai.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import poca.ai.content.Content;
import poca.ai.content.ContentErrors;
import poca.ai.content.Entry;
import poca.ai.content.Line;

/// Reads the files of `clinical/concepts/`.
public final class ConceptFiles {

  private static final String FOLDER = "concepts";
  private static final String ID = "id";
  private static final String LABEL = "label";
  private static final String KIND = "kind";
  private static final String OPPOSITE = "opposite";
  private static final String MORE_EXACTLY = "said more exactly by";
  private static final String ANSWERS = "answers";
  private static final String PHRASES = "phrases";
  private static final String ALONE = "alone";
  private static final Set<String> KEYS =
      Set.of(ID, LABEL, KIND, OPPOSITE, MORE_EXACTLY, ANSWERS, PHRASES, ALONE);

  private ConceptFiles() {}

  /// All concepts; refuses them when anything is wrong with one.
  static ConceptTable read() {
    var contentErrors = new ContentErrors();
    var entries = new ArrayList<Entry>();
    for (var file : Content.files(FOLDER)) {
      if (file.endsWith(".yaml")) entries.addAll(Content.entries(file, KEYS, contentErrors));
    }
    var table = table(entries, contentErrors);
    contentErrors.refuse();
    return table;
  }

  static ConceptTable table(List<Entry> entries, ContentErrors contentErrors) {
    var byId = new LinkedHashMap<String, Finding>();
    var written = new LinkedHashMap<Finding, Entry>();
    var labels = new LinkedHashMap<Finding, Line>();
    var said = new HashSet<String>();
    for (var entry : entries) {
      var id = entry.text(ID);
      var label = entry.text(LABEL);
      var finding = new Finding(id.text(), label.text(), kind(entry, contentErrors), byId.size());
      if (!id.text().matches("[a-z][a-z0-9-]*"))
        contentErrors.add(id, "an id is lower-case words with hyphens: `" + id.text() + "`");
      if (!said.add(label.text())) contentErrors.add(label, "another concept has this label");
      if (byId.putIfAbsent(id.text(), finding) != null) {
        contentErrors.add(id, "another concept has this id");
        continue;
      }
      written.put(finding, entry);
      labels.put(finding, label);
    }
    var phrases = new Phrases<Finding>();
    var alone = new Phrases<Finding>();
    var moreExactly = new LinkedHashMap<Finding, Set<Finding>>();
    var answers = new LinkedHashMap<Finding, Set<Finding>>();
    written.forEach((finding, entry) -> {
      addPhrases(phrases, finding, entry.lines(PHRASES), contentErrors);
      addPhrases(alone, finding, entry.lines(ALONE), contentErrors);
      if (entry.lines(PHRASES).isEmpty())
        contentErrors.add(entry.start(), "lacks `" + PHRASES + "`");
      var more = entry.optional(MORE_EXACTLY);
      if (more != null) moreExactly.put(finding, Set.copyOf(named(more, byId, contentErrors)));
      var answered = entry.optional(ANSWERS);
      if (answered != null) answers.put(finding, Set.copyOf(named(answered, byId, contentErrors)));
      opposite(finding, entry.optional(OPPOSITE), byId, contentErrors);
    });
    return new ConceptTable(
        Collections.unmodifiableMap(byId),
        phrases,
        alone,
        Map.copyOf(moreExactly),
        Map.copyOf(answers),
        labels);
  }

  private static Finding.Kind kind(Entry entry, ContentErrors contentErrors) {
    var kind = entry.optional(KIND);
    if (kind == null) return Finding.Kind.SYMPTOM;
    for (var known : Finding.Kind.values())
      if (known.name().toLowerCase(Locale.ROOT).equals(kind.text())) return known;
    contentErrors.add(
        kind,
        "unknown kind `"
            + kind.text()
            + "`; known: "
            + Arrays.stream(Finding.Kind.values())
                .map(k -> k.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")));
    return Finding.Kind.SYMPTOM;
  }

  private static void addPhrases(
      Phrases<Finding> phrases, Finding finding, List<Line> lines, ContentErrors contentErrors) {
    for (var line : lines) {
      try {
        phrases.add(finding, Phrase.of(line.text()));
        checkForms(line, contentErrors);
      } catch (IllegalArgumentException wrong) {
        contentErrors.add(line, String.valueOf(wrong.getMessage()));
      }
    }
  }

  /// A word that is brought to another form before any phrase sees it would never be found.
  static void checkForms(Line line, ContentErrors contentErrors) {
    for (var piece : line.text().split("[ |?]+", -1)) {
      var form = Variants.formOf(piece);
      if (!form.equals(piece))
        contentErrors.add(line, "`" + piece + "` is read as `" + form + "`: write that");
    }
  }

  private static void opposite(
      Finding finding,
      @Nullable Line line,
      Map<String, Finding> byId,
      ContentErrors contentErrors) {
    if (line != null) named(line, byId, contentErrors).forEach(finding::opposite);
    else if (finding.kind() == Finding.Kind.WELL)
      contentErrors.add(new Line("concepts", 0, ""), "`" + finding.id() + "` lacks `opposite`");
  }

  private static Set<Finding> named(
      Line line, Map<String, Finding> byId, ContentErrors contentErrors) {
    var named = new LinkedHashSet<Finding>();
    for (var id : line.text().split(",", -1)) {
      var finding = byId.get(id.strip());
      if (finding == null) contentErrors.add(line, "no concept `" + id.strip() + "`");
      else named.add(finding);
    }
    return named;
  }

  /// The findings of a line of ids with commas between them, in the order written; what is no id is
  /// a problem.
  public static List<Finding> named(Line line, String ids, ContentErrors contentErrors) {
    return List.copyOf(named(line.with(ids), Finding.CONCEPTS.byId(), contentErrors));
  }

  /// A label that is not read as its own finding would make a question that lists it be understood
  /// as another one.
  public static void check(ContentErrors contentErrors) {
    Finding.CONCEPTS
        .labels()
        .forEach((finding, label) -> {
          var read = Reading.findings(Word.of(finding.label()));
          if (!finding.isNone() && read.stream().noneMatch(hit -> hit.key() == finding))
            contentErrors.add(label, "this label is not read as `" + finding.id() + "`");
        });
  }
}
