package poca.ai.interview;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.QuestionReading;
import poca.ai.reading.Story;
import poca.ai.triage.UrgencyLevel;

/// Interviews a patient for a doctor: at most four short questions about what matters for the
/// complaint, then one summary.
///
/// A pure function of the assessment: nothing is remembered between two calls, so that any engine
/// may go on with any session.
public final class Interview {

  static final int MOST_QUESTIONS = 4;

  private static final String SELF_HARM = "red.mind.suicide";

  /// After a red warning sign the interview is kept short: what helps emergency care.
  private static final int MOST_QUESTIONS_ONCE_RED = 3;

  private Interview() {}

  /// What to say after the newest message.
  public static AssistantTurn next(Assessment assessment) {
    if (assessment.hasSummary()) return Addition.to(assessment);
    var history = new History(assessment);
    var question = question(history);
    if (question == null) return summary(history);
    if (AnswerFit.asksBack(assessment.newest())) return QuestionText.passingOn(question);
    return PatientRequests.answered(assessment.story(), question);
  }

  /// The summary at once, as far as the conversation has come.
  public static AssistantTurn summary(Assessment assessment) {
    return summary(new History(assessment));
  }

  private static AssistantTurn summary(History history) {
    return new AssistantTurn.Summary(new SummaryText(history).text());
  }

  /// The reply to a message that newly made the session red: the advice, then what the interviewer
  /// says next.
  ///
  /// After self-harm the crisis line is named too.
  public static String redReply(Assessment assessment, AssistantTurn next, Helplines lines) {
    var advice =
        new StringBuilder(
            "Seek emergency care now: call "
                + lines.emergency()
                + " or go to the nearest emergency department. Do not wait for an answer here.");
    UrgencyEvidence.of(assessment.story(), assessment.urgency())
        .ifPresent(reason -> advice.append(" The reason: ").append(reason).append('.'));
    if (assessment.urgency().ruleId().startsWith(SELF_HARM) && !lines.crisis().isEmpty())
      advice.append(" Crisis line, to talk to somebody now: ").append(lines.crisis()).append('.');
    var contact = assessment.intake().doctor().contact();
    if (contact != null && !contact.isBlank())
      advice.append(" Doctor's contact: ").append(contact.strip()).append('.');
    return advice.append("\n\n").append(next.text()).toString();
  }

  private static AssistantTurn.@Nullable Question question(History history) {
    var story = history.story();
    var concern = history.concern();
    int asked = questionsAsked(story, 0);
    if (asked >= MOST_QUESTIONS) return null;
    var confirm = history.assessment().confirm();
    if (confirm != null)
      return new AssistantTurn.Question(confirm.question(), QuestionReading.YES_OR_NO);
    if (!concern.isKnown()) return Opening.next(history);
    var urgency = history.urgency();
    if (urgency.level() == UrgencyLevel.RED
        && questionsAsked(story, indexOf(story, urgency.since())) >= MOST_QUESTIONS_ONCE_RED)
      return null;
    var unclear = story.readings().getLast();
    if (QuestionText.needsWhich(unclear)) return QuestionText.which(unclear);
    return urgency.level() == UrgencyLevel.RED
        ? Agenda.nextOnceRed(history)
        : Agenda.next(history, asked);
  }

  private static int questionsAsked(Story story, int from) {
    int asked = 0;
    for (int at = from; at < story.exchanges().size(); at++) {
      var exchange = story.exchanges().get(at);
      if (endsInQuestion(exchange) && !Opening.isCourtesy(story.readings().get(at), exchange))
        asked++;
    }
    return asked;
  }

  /// The notice about the language, the advice on its own and a fixed line are no questions.
  static boolean endsInQuestion(Story.Exchange exchange) {
    var response = exchange.response();
    return response != null && !exchange.isSummary() && response.contains("?");
  }

  private static int indexOf(Story story, String messageId) {
    for (int i = 0; i < story.exchanges().size(); i++) {
      if (Objects.equals(story.exchanges().get(i).messageId(), messageId)) return i;
    }
    return 0;
  }
}
