package poca.ai.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import poca.ai.engine.EngineChange;
import poca.ai.session.AiMessage;
import poca.ai.session.Said;
import poca.ai.triage.Urgency;
import poca.contracts.AiMessageId;
import poca.contracts.ErrorCode;
import poca.platform.text.Texts;
import poca.platform.web.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The frames of the assistant's WebSocket, read and written (contract 5.2).
@Component
class AiFrames {

  private final JsonMapper json;

  AiFrames(JsonMapper json) {
    this.json = json;
  }

  /// What a client's frame asks for.
  sealed interface Asked {
    record Message(Said said) implements Asked {}

    record Cancel() implements Asked {}

    record Resume(AiMessageId message, int offset) implements Asked {}

    /// An empty text.
    record Nothing() implements Asked {}

    record Malformed() implements Asked {}
  }

  Asked read(String text) {
    try {
      return json.readTree(text) instanceof ObjectNode frame ? read(frame) : new Asked.Malformed();
    } catch (JacksonException | IllegalArgumentException | Refusal malformed) {
      return new Asked.Malformed();
    }
  }

  /// The client's id of what it sent, whatever else is wrong with it.
  @Nullable String clientMessageId(String frame) {
    try {
      var id = json.readTree(frame).path("client_message_id");
      var key = id.isString() ? Texts.key(id.asString()) : null;
      return key == null || Texts.length(key) > Said.LONGEST_CLIENT_ID ? null : key;
    } catch (JacksonException malformed) {
      return null;
    }
  }

  private static Asked read(ObjectNode frame) {
    var type = text(frame, "type");
    var message = text(frame, "message");
    if ("cancel".equals(type)) {
      return new Asked.Cancel();
    }
    if ("resume".equals(type)) {
      return resume(frame);
    }
    if (message == null || Texts.isBlank(message)) {
      return type == null ? new Asked.Nothing() : new Asked.Malformed();
    }
    return new Asked.Message(Said.of(message, text(frame, "client_message_id")));
  }

  private static Asked resume(ObjectNode frame) {
    var id = text(frame, "message_id");
    var offset = frame.path("offset");
    if (id == null || !(isAbsent(offset) || offset.isInt()) || offset.asInt(0) < 0) {
      return new Asked.Malformed();
    }
    return new Asked.Resume(AiMessageId.of(id), offset.asInt(0));
  }

  private static @Nullable String text(ObjectNode frame, String field) {
    var node = frame.path(field);
    if (isAbsent(node)) {
      return null;
    }
    if (!node.isString()) {
      throw new IllegalArgumentException(field + " is no text");
    }
    return node.asString();
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  String system() {
    return json.writeValueAsString(
        new SystemFrame("system", "Connected to AI Assistant. You can start chatting now."));
  }

  String working() {
    return json.writeValueAsString(new SystemFrame("status", "Processing your message..."));
  }

  String cancelled() {
    return json.writeValueAsString(new SystemFrame("status", "Cancelled"));
  }

  String answer(AiMessage message, int questions) {
    return json.writeValueAsString(
        new AnswerFrame(
            "ai_response",
            message.id(),
            new Content(String.valueOf(message.response()), message.isSummary(), message.choices()),
            questions));
  }

  String token(AiMessageId message, Pieces.Piece piece) {
    return json.writeValueAsString(new TokenFrame("token", message, piece.offset(), piece.text()));
  }

  String urgency(Urgency urgency) {
    return json.writeValueAsString(
        new UrgencyFrame(
            "urgency",
            urgency.level().wire(),
            urgency.ruleId(),
            urgency.evidence().stream()
                .map(span -> new Evidence(span.messageId(), span.start(), span.end()))
                .toList()));
  }

  String changed(EngineChange change) {
    return json.writeValueAsString(
        new ChangedFrame("engine_changed", change.from(), change.to(), change.reason().wire()));
  }

  /// @param clientMessageId of the frame that is answered
  String error(ErrorCode code, String text, @Nullable String clientMessageId) {
    return json.writeValueAsString(new ErrorFrame("error", text, code, clientMessageId));
  }

  private record SystemFrame(String type, String content) {}

  private record Content(
      String message, @JsonProperty("isSummary") boolean isSummary, List<String> choices) {}

  private record AnswerFrame(
      String type, AiMessageId messageId, Content content, int questionCount) {}

  private record TokenFrame(String type, AiMessageId messageId, int offset, String content) {}

  private record ChangedFrame(String type, String from, String to, String reason) {}

  private record Evidence(String messageId, int start, int end) {}

  private record UrgencyFrame(String type, String level, String ruleId, List<Evidence> evidence) {}

  private record ErrorFrame(
      String type,
      String content,
      ErrorCode errorCode,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String clientMessageId) {}
}
