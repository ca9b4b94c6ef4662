package poca.ai.interview;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Ask;
import poca.ai.reading.Asked;
import poca.ai.reading.Story;
import poca.ai.triage.Level;

/// Interviews a patient for a doctor: at most four short questions about what matters for the
/// complaint, then one summary.
///
/// A pure function of the assessment: nothing is remembered between two calls, so that any engine
/// may go on with any session.
public final class Interview {

  static final int MOST_QUESTIONS = 4;

  /// After a red warning sign the interview is kept short: the question that goes with the warning
  /// and one more.
  private static final int MOST_QUESTIONS_ONCE_RED = 2;

  private Interview() {}

  /// What to say after the newest message.
  public static Turn next(Assessment assessment) {
    if (assessment.hasSummary()) return Addition.to(assessment);
    var history = new History(assessment);
    var question = question(history);
    return question != null ? question : summary(history);
  }

  /// The summary at once, as far as the conversation has come.
  public static Turn summary(Assessment assessment) {
    return summary(new History(assessment));
  }

  private static Turn summary(History history) {
    return new Turn.Summary(new SummaryText(history).text());
  }

  /// The reply to a message that newly made the session red: the advice, then what the interviewer
  /// says next.
  ///
  /// @param contact the doctor's, if there is one
  public static String redReply(Turn next, String emergencyNumber, @Nullable String contact) {
    var advice =
        new StringBuilder(
            "Seek emergency care now: call "
                + emergencyNumber
                + " or go to the nearest emergency department. Do not wait for an answer here.");
    if (contact != null && !contact.isBlank())
      advice.append(" Doctor's contact: ").append(contact.strip()).append('.');
    return advice.append("\n\n").append(next.text()).toString();
  }

  private static Turn.@Nullable Question question(History history) {
    var story = history.story();
    var concern = history.concern();
    var known = history.known();
    int asked = questionsAsked(story, 0);
    if (asked >= MOST_QUESTIONS) return null;
    var confirm = history.assessment().confirm();
    if (confirm != null) return new Turn.Question(confirm.question(), Asked.YES_OR_NO);
    if (!concern.isKnown()) {
      if (asked >= 2) return null;
      boolean again = known.wasAsked(Ask.CONCERN);
      return Questions.ask(
          again ? Complaints.CONCERN_AGAIN : Complaints.CONCERN,
          history.voice(),
          Complaints.GENERAL,
          known);
    }
    var urgency = history.urgency();
    if (urgency.level() == Level.RED
        && questionsAsked(story, indexOf(story, urgency.since())) >= MOST_QUESTIONS_ONCE_RED)
      return null;
    var unclear = story.readings().getLast();
    if (Questions.needsWhich(unclear)) return Questions.which(unclear);
    for (var topic : known.topics(concern.complaint())) {
      if (topic.optional() && asked >= 2) continue;
      if (known.open(topic, concern.complaint()))
        return Questions.ask(topic, history.voice(), concern.complaint(), known);
    }
    return null;
  }

  private static int questionsAsked(Story story, int from) {
    int asked = 0;
    for (var exchange : story.exchanges().subList(from, story.exchanges().size())) {
      if (endsInQuestion(exchange)) asked++;
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
