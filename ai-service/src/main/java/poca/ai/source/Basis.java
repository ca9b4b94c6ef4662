package poca.ai.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.interview.Intake;
import poca.ai.reading.AnswerOpening;
import poca.ai.reading.Reading;
import poca.ai.reading.Span;
import poca.ai.reading.Story;

/// Holds all that a text about a patient may rest on: the patient's words, the record, and the
/// profile.
public final class Basis {

  /// Of one text so much is read; all of it can be quoted.
  private static final int MOST_READ = 8_000;

  private static final int MOST_SENTENCES = 400;

  private final List<Source> sources = new ArrayList<>();
  private final Map<Source, Reading> readings = new LinkedHashMap<>();
  private final Map<Source, String> questions = new LinkedHashMap<>();
  private final List<Passage> passages = new ArrayList<>();

  /// @param story the conversation; a message is a source of its own
  public static Basis of(Story story) {
    var basis = new Basis();
    var question = "";
    for (int i = 0; i < story.exchanges().size(); i++) {
      var exchange = story.exchanges().get(i);
      var reading = story.readings().get(i);
      if (!reading.message().isBlank()) {
        var source =
            new Source(Source.Kind.MESSAGE, reading.messageId(), Source.ONLY, reading.message());
        basis.questions.put(source, question);
        basis.add(source, reading, Set.of(), asked(question, reading.reply()));
      }
      // A message without an answer keeps the question before it open.
      if (exchange.response() != null)
        question = exchange.isSummary() ? "" : String.valueOf(exchange.response());
    }
    return basis;
  }

  /// The words of a question under its answer: a plain "no" denies them.
  private static List<Terms.Term> asked(String question, AnswerOpening opening) {
    if (opening == AnswerOpening.UNKNOWN) return List.of();
    int last = question.lastIndexOf('.', Math.max(0, question.length() - 2));
    return Terms.in(question.substring(last + 1)).stream()
        .map(term -> term.under(opening == AnswerOpening.NO))
        .toList();
  }

  public Basis with(Source source) {
    return with(source, Set.of());
  }

  /// @param untold texts in it that it is no source for: what nothing supported where it comes from
  public Basis with(Source source, Collection<String> untold) {
    var head = source.text().substring(0, Math.min(source.text().length(), MOST_READ));
    if (head.isBlank()) return this;
    var story = Story.of(List.of(new Story.Exchange("text", head, null, false)), Set.of());
    add(source, story.readings().getFirst(), untold, List.of());
    return this;
  }

  private void add(
      Source source, Reading reading, Collection<String> untold, List<Terms.Term> asked) {
    sources.add(source);
    readings.put(source, reading);
    var text = reading.message();
    var whole = Facts.of(reading);
    int order = 0;
    for (int start = 0; start < text.length() && order < MOST_SENTENCES; order++) {
      int end = Sentences.end(text, start);
      var said = text.substring(start, end);
      if (!said.isBlank() && untold.stream().noneMatch(other -> overlaps(other, said)))
        passages.add(new Passage(source, order, start, end, whole.within(text, start, end), asked));
      start = end;
    }
  }

  private static boolean overlaps(String untold, String said) {
    return !untold.isBlank() && (said.contains(untold.strip()) || untold.contains(said.strip()));
  }

  /// The profile, which is read and not kept.
  public Basis with(Intake.PatientRecord patient) {
    for (var line : Profile.lines(patient))
      passages.add(new Passage(null, 0, 0, 0, Facts.of(line), List.of()));
    return this;
  }

  /// What is told at these places of messages.
  public Statement at(String text, List<Span> spans) {
    var cited = new ArrayList<Cited>();
    for (var span : spans) {
      for (var source : sources) {
        if (!source.id().equals(span.messageId()) || span.end() > source.text().length()) continue;
        var place = new Cited(source, span.start(), span.end());
        if (!cited.contains(place)) cited.add(place);
      }
    }
    return new Statement(text, !cited.isEmpty(), false, cited);
  }

  List<Source> sources() {
    return sources;
  }

  List<Passage> passages() {
    return passages;
  }

  /// That a message answers; empty for none.
  String question(Source source) {
    return questions.getOrDefault(source, "");
  }

  @Nullable Reading reading(Source source) {
    return readings.get(source);
  }
}
