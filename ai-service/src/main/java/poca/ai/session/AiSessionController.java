package poca.ai.session;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;
import static poca.contracts.Role.PATIENT;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.ActingAs;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.ai.session.Turns.Outcome;
import poca.ai.source.KeptStatement;
import poca.contracts.AiMessageId;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;
import poca.platform.web.Paging;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;

/// The interview's routes (contract 4.14), under both of their spellings.
@RestController
@ActingAs
@OnlyFor({ADMIN, DOCTOR, PATIENT})
@Audited("ai_session")
class AiSessionController {

  private final AiSessions sessions;
  private final Turns turns;
  private final Transcripts transcripts;
  private final Summaries summaries;

  AiSessionController(
      AiSessions sessions, Turns turns, Transcripts transcripts, Summaries summaries) {
    this.sessions = sessions;
    this.turns = turns;
    this.transcripts = transcripts;
    this.summaries = summaries;
  }

  record NewSession(@NotNull ChatId chatId) {}

  record NewMessage(
      @NotNull AiSessionId sessionId, @Nullable String message, @Nullable String clientMessageId) {}

  /// The aliases' spelling.
  record NewContent(
      @Nullable String message, @Nullable String content, @Nullable String clientMessageId) {
    PatientMessage said() {
      return PatientMessage.of(message == null ? content : message, clientMessageId);
    }
  }

  record MessageBody(
      AiMessageId id,
      AiSessionId sessionId,
      @Nullable String clientMessageId,
      String message,
      @Nullable String response,
      List<String> choices,
      boolean isSummary,
      @Nullable String engine,
      Instant timestamp,
      List<KeptStatement> statements) {

    static MessageBody of(AiMessage message) {
      return new MessageBody(
          message.id(),
          message.session(),
          message.clientId(),
          message.message(),
          message.response(),
          message.choices(),
          message.isSummary(),
          message.engine(),
          message.at(),
          message.statements());
    }
  }

  record MessageList(
      List<MessageBody> messages, @Nullable Long total, @Nullable String nextCursor) {}

  record NewSummary(@Nullable String summary, @Nullable AiSessionId sessionId) {}

  record SummaryBody(AiMessageId id, AiSessionId sessionId, String summary, Instant timestamp) {}

  record Granted(AiSessionId sessionId) {}

  @PostMapping({"/api/v1/ai/sessions", "/api/v1/ai-assistant/sessions"})
  Reply<SessionBody> start(Caller caller, @Valid @RequestBody NewSession session) {
    return Reply.ok(SessionBody.of(sessions.start(caller, session.chatId())));
  }

  @GetMapping("/api/v1/ai/sessions/{session_id}")
  Reply<SessionBody> read(
      Caller caller, @PathVariable("session_id") AiSessionId id, HttpMethod method) {
    return Reply.ok(SessionBody.of(sessions.read(caller, id, method != HttpMethod.HEAD)));
  }

  @PostMapping("/api/v1/ai/messages")
  @Audited("ai_message")
  Reply<MessageBody> say(Caller caller, @Valid @RequestBody NewMessage message) {
    return Reply.ok(
        take(
            caller,
            message.sessionId(),
            PatientMessage.of(message.message(), message.clientMessageId())));
  }

  @PostMapping({
    "/api/v1/ai/sessions/{session_id}/messages",
    "/api/v1/ai-assistant/sessions/{session_id}/messages"
  })
  @Audited("ai_message")
  Reply<MessageBody> sayIn(
      Caller caller, @PathVariable("session_id") AiSessionId id, @RequestBody NewContent content) {
    return Reply.ok(take(caller, id, content.said()));
  }

  private MessageBody take(Caller caller, AiSessionId id, PatientMessage patientMessage) {
    return switch (turns.take(caller, id, patientMessage, AnswerInProgress.whole())) {
      case Outcome.Answered answered -> MessageBody.of(answered.message());
      case Outcome.Cancelled _ -> throw new IllegalStateException("nobody cancels here");
    };
  }

  @GetMapping("/api/v1/ai/sessions/{session_id}/messages")
  @Audited("ai_message")
  Reply<MessageList> messages(
      Caller caller, @PathVariable("session_id") AiSessionId id, Paging paging, HttpMethod method) {
    var page = transcripts.list(caller, id, paging, method != HttpMethod.HEAD).map(MessageBody::of);
    return Reply.ok(new MessageList(page.items(), page.total(), page.nextCursor()));
  }

  @PutMapping("/api/v1/ai/sessions/{session_id}/end")
  Reply<SessionBody> end(Caller caller, @PathVariable("session_id") AiSessionId id) {
    return Reply.ok(SessionBody.of(sessions.end(caller, id)));
  }

  @PutMapping({
    "/api/v1/ai/sessions/{session_id}/summary",
    "/api/v1/ai-assistant/sessions/{session_id}/summary"
  })
  @Audited("summary")
  Reply<SummaryBody> summary(
      Caller caller, @PathVariable("session_id") AiSessionId id, @RequestBody NewSummary body) {
    if (body.sessionId() != null && !body.sessionId().equals(id)) {
      throw Refusal.invalid("body", "session_id", "value_error", "not the session of the path");
    }
    var summary = TextRules.summary(body.summary());
    var message = summaries.put(caller, id, summary);
    return Reply.ok(new SummaryBody(message.id(), id, summary, message.at()));
  }

  /// Whether the caller's WebSocket would be let in: the gateway asks before it accepts the
  /// handshake, and hands on whatever else than 200 it hears.
  @GetMapping("/access/ai-sessions/{session_id}")
  @Audited(value = "ai_session", refusedOnly = true)
  Reply<Granted> access(Caller caller, @PathVariable("session_id") String id) {
    return Reply.ok(new Granted(sessions.enter(caller, sessionId(id)).session().id()));
  }

  private static AiSessionId sessionId(String text) {
    try {
      return AiSessionId.of(text);
    } catch (IllegalArgumentException malformed) {
      throw AiSessions.unknown();
    }
  }
}
