package poca.contracts.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;

/// Where an interview stands, told by ai-service whole with every change: read models of others
/// build themselves from the newest one of each. [AiSessionFact] tells what sets something going.
public sealed interface AiSessionStateFact extends Fact {

  Topic<AiSessionStateFact> TOPIC =
      new Topic<>(
          "ai.session-states.v1",
          AiSessionStateFact.class,
          "ai-service",
          Topic.Keeping.NEWEST_PER_KEY);

  AiSessionId session();

  /// Grows by one with every change told here.
  long version();

  @Override
  default String key() {
    return session().toString();
  }

  /// @param doctor the chat's, if it was known when this was told
  /// @param patient the chat's, if it was known when this was told
  /// @param urgency `red`, `yellow` or `green`; null before the first message
  /// @param ruleId what set the urgency
  /// @param urgencyAt when it became as urgent as it is
  /// @param understood false while the patient's words are not, and nothing is called harmless
  /// @param summaryReady whether there is a summary for the doctor
  /// @param attendedAt when the doctor's side took note; null while the session waits for it
  /// @param updatedAt when the session last changed
  /// @param deleted it is gone, with its chat
  record AiSessionChanged(
      AiSessionId session,
      ChatId chat,
      @Nullable DoctorId doctor,
      @Nullable PatientId patient,
      Instant startedAt,
      @Nullable String urgency,
      @Nullable String ruleId,
      @Nullable Instant urgencyAt,
      boolean understood,
      boolean summaryReady,
      boolean ended,
      @Nullable Instant attendedAt,
      Instant updatedAt,
      boolean deleted,
      long version)
      implements AiSessionStateFact {}
}
