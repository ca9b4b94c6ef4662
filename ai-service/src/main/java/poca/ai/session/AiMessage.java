package poca.ai.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import poca.ai.interview.Choices;
import poca.ai.reading.QuestionReading;
import poca.ai.reading.Reading;
import poca.ai.source.KeptStatement;
import poca.contracts.AiMessageId;
import poca.contracts.AiSessionId;

/// One exchange: what the patient side wrote and what the assistant answered.
///
/// @param seq its place in the session
/// @param clientId the client's own id of the message
/// @param response null while it is not answered
/// @param engine who answered; null without an answer of an engine
/// @param asked what the response asks for, null where that has to be read from its text
/// @param statements of a summary: what it says of the patient and what that rests on
/// @param textVersion of a summary: grows with each edit
/// @param reading how the message was read in its turn, null if that has to be done again
public record AiMessage(
    AiMessageId id,
    AiSessionId session,
    int seq,
    @Nullable String clientId,
    String message,
    @Nullable String response,
    boolean isSummary,
    @Nullable String engine,
    Instant at,
    @Nullable QuestionReading asked,
    @Nullable Reading reading,
    List<KeptStatement> statements,
    int textVersion) {

  /// Answers for a tap, if the response is a question that has a short set of them.
  public List<String> choices() {
    return isSummary || response == null ? List.of() : Choices.of(asked);
  }

  /// A message that has just come.
  static AiMessage said(
      AiMessageId id, AiSessionId session, int seq, PatientMessage patientMessage, Instant at) {
    return new AiMessage(
        id,
        session,
        seq,
        patientMessage.clientId(),
        patientMessage.text(),
        null,
        false,
        null,
        at,
        null,
        null,
        List.of(),
        1);
  }

  /// A summary that somebody put where there was none.
  static AiMessage summary(
      AiMessageId id, AiSessionId session, int seq, String summary, Instant at) {
    return new AiMessage(
        id, session, seq, null, "", summary, true, null, at, null, null, List.of(), 1);
  }
}
