package poca.ai.interview;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import poca.ai.reading.AnswerOpening;
import poca.ai.reading.Finding;
import poca.ai.reading.QuestionReading;
import poca.ai.reading.Reading;

/// Puts what is to be asked into one short question.
final class QuestionText {

  private static final String PASSED_ON = "Your question goes to the doctor. ";

  /// Before a question that was put before and not answered.
  private static final String ONCE_MORE = "Once more: ";

  private static final Pattern BOTH =
      Pattern.compile("\\W*(?:yes )?(?:both|all)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /// "Blue lips", "signs of skin infection", but not "numbness" or "loss of vision".
  private static final Pattern PLURAL =
      Pattern.compile("^(?:(?!of |in |from ).)*?(?<![sui])s(?= of | in | from |$)");

  private QuestionText() {}

  /// @param signs which of its signs to ask for, if it is about signs
  static AssistantTurn.Question of(
      QuestionTopic topic, Voice voice, Complaint complaint, List<Finding> signs) {
    return switch (topic) {
      case QuestionTopic.About t -> about(t, voice, complaint);
      case QuestionTopic.Whether t -> whether(t, voice, complaint);
      case QuestionTopic.AnyOf _ -> signs(signs, voice);
    };
  }

  static AssistantTurn.Question about(QuestionTopic.About topic, Voice voice, Complaint complaint) {
    return new AssistantTurn.Question(
        voice.speak(topic.template().replace("{it}", complaint.it())),
        new QuestionReading(Set.of(), Set.of(topic.ask()), false));
  }

  static AssistantTurn.Question whether(
      QuestionTopic.Whether topic, Voice voice, Complaint complaint) {
    return new AssistantTurn.Question(
        voice.speak(topic.template().replace("{it}", complaint.it())), asked(topic.finding()));
  }

  /// One sign, in a sentence of its own if it has one, or two of the same emergency.
  static AssistantTurn.Question signs(List<Finding> signs, Voice voice) {
    var sentence = signs.size() == 1 ? Complaints.sentence(signs.getFirst()) : null;
    if (sentence != null) return whether(sentence, voice, Complaints.GENERAL);
    var labels = signs.stream().map(Finding::label).toList();
    return new AssistantTurn.Question(
        lead(labels.getFirst()) + joined(labels, "or") + "?", asked(signs.toArray(Finding[]::new)));
  }

  /// "Is there any no urine passed or ..." asks for nothing.
  static boolean canBeListed(Finding sign) {
    return !sign.label().startsWith("no ");
  }

  private static String lead(String label) {
    if (label.startsWith("a ") || label.startsWith("an ")) return "Is there ";
    return PLURAL.matcher(label).find() ? "Are there any " : "Is there any ";
  }

  private static QuestionReading asked(Finding... findings) {
    return new QuestionReading(Set.of(findings), Set.of(), false);
  }

  static AssistantTurn.Question concern(QuestionTopic topic, Voice voice) {
    return about((QuestionTopic.About) topic, voice, Complaints.GENERAL);
  }

  /// The answer to a question of the patient, which is the doctor's to answer.
  static AssistantTurn.Question passingOn(AssistantTurn.Question question) {
    return new AssistantTurn.Question(PASSED_ON + question.text(), question.asked());
  }

  static AssistantTurn.Question onceMore(AssistantTurn.Question question) {
    var text = question.text();
    return new AssistantTurn.Question(
        ONCE_MORE + text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1),
        question.asked());
  }

  /// A bare "yes" to two signs leaves open which of them there is.
  static boolean needsWhich(Reading reading) {
    return reading.reply() == AnswerOpening.YES
        && reading.asked().findings().size() > 1
        && !reading.asked().clarifying()
        && !affirmsAll(reading)
        && reading.mentions().stream().anyMatch(m -> m.present() && m.answer());
  }

  /// "Both", "all of them".
  static boolean affirmsAll(Reading reading) {
    return BOTH.matcher(reading.message()).matches();
  }

  static AssistantTurn.Question which(Reading reading) {
    var findings = reading.asked().findings();
    return new AssistantTurn.Question(
        "Which of these: " + joined(findings.stream().map(Finding::label).toList(), "or") + "?",
        new QuestionReading(findings, Set.of(), true));
  }

  static String joined(List<String> items, String word) {
    if (items.size() < 2) return String.join("", items);
    return String.join(", ", items.subList(0, items.size() - 1))
        + " "
        + word
        + " "
        + items.getLast();
  }
}
