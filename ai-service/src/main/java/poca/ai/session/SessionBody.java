package poca.ai.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.MessageId;
import poca.contracts.PatientId;

/// A session as clients see it (contract 3).
public record SessionBody(
    AiSessionId id,
    ChatId chatId,
    DoctorId doctorId,
    PatientId patientId,
    Instant startTimestamp,
    @Nullable Instant endTimestamp,
    String engine,
    @Nullable String urgency,
    @Nullable String ruleId,
    List<EvidenceBody> evidence,
    @Nullable Instant urgencyAt,
    @Nullable Instant attendedAt,
    boolean understood,
    @Nullable String language,
    boolean summaryReady,
    @Nullable MessageId summaryMessageId,
    int questionCount) {

  /// @param start UTF-16 offset in the message
  public record EvidenceBody(String messageId, int start, int end) {}

  public static SessionBody of(AiSession session) {
    var rating = session.rating();
    return new SessionBody(
        session.id(),
        session.party().chat(),
        session.party().doctor(),
        session.party().patient(),
        session.startedAt(),
        session.endedAt(),
        session.engine(),
        rating == null ? null : rating.level().wire(),
        rating == null ? null : rating.ruleId(),
        rating == null
            ? List.of()
            : rating.evidence().stream()
                .map(span -> new EvidenceBody(span.messageId(), span.start(), span.end()))
                .toList(),
        session.ratedAt(),
        session.attendedAt(),
        session.understood(),
        session.language(),
        session.summaryReady(),
        session.summaryMessage(),
        session.questions());
  }
}
