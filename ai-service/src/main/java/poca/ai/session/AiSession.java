package poca.ai.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import poca.ai.careteam.Party;
import poca.ai.triage.Rating;
import poca.contracts.AiSessionId;

/// One interview.
///
/// @param party the chat it belongs to and its two sides
/// @param engine who answers
/// @param rating null before the first message
/// @param ratedAt since when it is as urgent as it is
/// @param understood contract 6.2.6; true before the first message
/// @param language BCP 47 tag of the patient's words, null before the first message
/// @param questions how many messages the patient side has written
public record AiSession(
    AiSessionId id,
    Party party,
    Instant startedAt,
    @Nullable Instant endedAt,
    String engine,
    @Nullable Rating rating,
    @Nullable Instant ratedAt,
    boolean understood,
    @Nullable String language,
    int questions) {

  /// One that nothing has been said in.
  public static AiSession begun(AiSessionId id, Party party, Instant at, String engine) {
    return new AiSession(id, party, at, null, engine, null, null, true, null, 0);
  }
}
