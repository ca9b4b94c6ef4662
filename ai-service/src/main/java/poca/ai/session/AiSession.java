package poca.ai.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import poca.ai.careteam.ChatParties;
import poca.ai.triage.StoredUrgency;
import poca.contracts.AiSessionId;
import poca.contracts.MessageId;

/// One interview.
///
/// @param party the chat it belongs to and its two sides
/// @param engine who answers
/// @param rating null before the first message
/// @param ratedAt since when it is as urgent as it is
/// @param understood contract 6.2.6; true before the first message
/// @param language BCP 47 tag of the patient's words, null before the first message
/// @param summaryReady whether it holds a summary for the doctor
/// @param summaryMessage the newest message of the chat as which the summary was sent
/// @param attendedAt when the doctor's side took note; null while the session waits for it
/// @param questions how many messages the patient side has written
/// @param version grows with every change that is told of it
public record AiSession(
    AiSessionId id,
    ChatParties party,
    Instant startedAt,
    @Nullable Instant endedAt,
    String engine,
    @Nullable StoredUrgency rating,
    @Nullable Instant ratedAt,
    boolean understood,
    @Nullable String language,
    boolean summaryReady,
    @Nullable MessageId summaryMessage,
    @Nullable Instant attendedAt,
    int questions,
    Instant updatedAt,
    long version) {

  /// One that nothing has been said in.
  public static AiSession begun(AiSessionId id, ChatParties parties, Instant at, String engine) {
    return new AiSession(
        id, parties, at, null, engine, null, null, true, null, false, null, null, 0, at, 1);
  }
}
