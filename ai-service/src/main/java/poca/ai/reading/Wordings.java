package poca.ai.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import poca.ai.content.ContentErrors;
import poca.ai.content.Line;

/// Phrases that a table looks for beside the concepts, each under what it is called there: what
/// only a second opinion asks for is no concept of the triage.
public final class Wordings {

  private static final Set<String> NOT =
      Set.of("no", "not", "never", "without", "isnt", "dont", "doesnt", "didnt", "nor", "denies");

  /// How far a "no" reaches, in words.
  private static final int REACH = 3;

  private final Phrases<String> phrases = new Phrases<>();

  /// A place where it is said.
  public record Found(String label, Span span) {}

  /// @param lines by label, phrases separated by `;`
  public static Wordings of(Map<String, Line> lines, ContentErrors contentErrors) {
    var wordings = new Wordings();
    lines.forEach((label, line) -> {
      for (var phrase : line.text().split(";", -1)) {
        try {
          wordings.phrases.add(label, Phrase.of(phrase));
        } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
          contentErrors.add(line, String.valueOf(wrong.getMessage()));
        }
      }
    });
    return wordings;
  }

  /// Where a message says it; what it denies is left out.
  public List<Found> in(String messageId, String message) {
    var text = TokenisedText.of(messageId, message);
    var all = new ArrayList<Found>();
    for (var hit : phrases.find(text.words()))
      if (!hit.negatedInside() && !isDenied(text.words(), hit.first()))
        all.add(new Found(hit.key(), text.span(hit.first(), hit.end())));
    return all;
  }

  private static boolean isDenied(List<Word> words, int first) {
    for (int at = first; at > Math.max(0, first - REACH) && !words.get(at).startsClause(); at--)
      if (NOT.contains(words.get(at - 1).text())) return true;
    return false;
  }
}
