package poca.ai.engine;

import java.util.LinkedHashSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.interview.Assessment;
import poca.ai.interview.Bounds;
import poca.ai.reading.Medicines;

/// What a model's answer has to look like. What breaks this is repaired once, by saying so.
final class AnswerForm {

  private static final int LONGEST_QUESTION = 300;
  private static final int SHORTEST_SUMMARY = 40;
  private static final int LONGEST_SUMMARY = 4000;
  private static final int LONGEST_DRAFT = 2500;

  /// Contract 6.4 wants 150 to 300; a few more or less are still of use.
  private static final int LEAST_WORDS = 120;

  private static final int MOST_WORDS = 330;

  private static final Pattern WORD = Pattern.compile("\\S+");

  private static final Pattern PLEASANTRY =
      Pattern.compile(
          "(?i)\\b(?:sorry|thank|thanks|i understand|i see|i hear|hello|hi there|dear|great|of course)\\b");

  private static final Pattern OTHER_SCRIPT =
      Pattern.compile("[\\p{L}&&[^\\p{IsLatin}\\p{IsGreek}]]");

  private AnswerForm() {}

  /// What is wrong, for the model to read; null if nothing is.
  static @Nullable String problem(Assessment assessment, InterviewerOutput interviewerOutput) {
    var message = interviewerOutput.message();
    if (message.isBlank()) return "message is empty.";
    if (OTHER_SCRIPT.matcher(message).find()) return "message is not in English.";
    if (interviewerOutput.isSummary()) {
      if (message.length() < SHORTEST_SUMMARY) return "the summary is too short.";
      if (message.length() > LONGEST_SUMMARY) return "the summary is too long.";
      if (message.startsWith("{")) return "message is not plain text.";
      return null;
    }
    if (!Bounds.hasQuestionsLeft(assessment)) return "no question is left, give the summary.";
    if (message.length() > LONGEST_QUESTION) return "the question is too long.";
    if (message.lines().count() > 1 || message.indexOf('?') != message.length() - 1)
      return "message must be one question of one sentence that ends with a question mark.";
    if (message.startsWith("{") || message.matches("(?s).*[.!;] .*"))
      return "message must be one question of one sentence and nothing else.";
    if (PLEASANTRY.matcher(message).find()) return "no pleasantries, only the question.";
    var built = QuestionForm.problem(message);
    return built != null ? built : strangeMedicine(assessment, message);
  }

  /// A medicine that a question names is taken for one that the doctor thinks of.
  private static @Nullable String strangeMedicine(Assessment assessment, String question) {
    var named = new LinkedHashSet<>(Medicines.in(question));
    if (named.isEmpty()) return null;
    named.removeAll(Medicines.in(Judgement.sources(assessment)));
    return named.isEmpty()
        ? null
        : "name no medicine that neither the patient nor the record names: "
            + String.join(", ", named)
            + ".";
  }

  /// Whether a summary may begin like this.
  static boolean maySoFar(String summary) {
    return summary.length() <= LONGEST_SUMMARY
        && !summary.startsWith("{")
        && !OTHER_SCRIPT.matcher(summary).find();
  }

  static @Nullable String draftProblem(String text) {
    if (text.isBlank()) return "the reply is empty.";
    if (text.length() > LONGEST_DRAFT) return "the reply is too long.";
    if (text.strip().startsWith("{")) return "the reply must be plain text.";
    return null;
  }

  /// Contract 6.4; of less than so many words a text cannot have as many.
  static @Nullable String caseHistoryProblem(Engine.Summarising summarising, String text) {
    if (text.isBlank()) return "the text is empty.";
    if (text.strip().startsWith("{")) return "the text must be plain text.";
    if (OTHER_SCRIPT.matcher(text).find()) return "the text is not in English.";
    var told = words(summarising.summary());
    for (var document : summarising.documents()) told += words(document);
    var words = words(text);
    return words > MOST_WORDS || words < Math.min(LEAST_WORDS, told / 2)
        ? "the text must have 150 to 300 words."
        : null;
  }

  static @Nullable String problemsProblem(String text) {
    return text.strip().startsWith("{") ? null : "it must be one JSON object.";
  }

  private static long words(String text) {
    return WORD.matcher(text).results().count();
  }
}
