package poca.ai.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.springframework.stereotype.Component;
import poca.ai.engine.EngineChange;
import poca.ai.session.AiMessage;
import poca.ai.session.PatientMessage;
import poca.ai.triage.Urgency;
import poca.contracts.AiMessageId;
import poca.platform.socket.ClientFrame;
import poca.platform.text.Texts;
import tools.jackson.databind.json.JsonMapper;

/// The frames of the assistant's WebSocket, read and written (contract 5.2).
@Component
class AiFrames {

  private final JsonMapper json;

  AiFrames(JsonMapper json) {
    this.json = json;
  }

  /// What a client's frame asks for.
  sealed interface Request {
    record Message(PatientMessage said) implements Request {}

    record Cancel() implements Request {}

    record Resume(AiMessageId message, int offset) implements Request {}

    /// An empty text.
    record Nothing() implements Request {}
  }

  /// @throws poca.platform.web.Refusal for a malformed frame
  Request read(ClientFrame frame) {
    return frame.read(AiFrames::asked);
  }

  private static Request asked(ClientFrame frame) {
    var type = frame.text("type");
    var message = frame.text("message");
    if ("cancel".equals(type)) {
      return new Request.Cancel();
    }
    if ("resume".equals(type)) {
      return resume(frame);
    }
    if (message == null || Texts.isBlank(message)) {
      if (type != null) {
        throw ClientFrame.malformed();
      }
      return new Request.Nothing();
    }
    return new Request.Message(PatientMessage.of(message, frame.text("client_message_id")));
  }

  private static Request resume(ClientFrame frame) {
    var id = frame.text("message_id");
    var offset = frame.field("offset");
    if (id == null || !(offset.isMissingNode() || offset.isInt()) || offset.asInt(0) < 0) {
      throw ClientFrame.malformed();
    }
    return new Request.Resume(AiMessageId.of(id), offset.asInt(0));
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

  private record SystemFrame(String type, String content) {}

  private record Content(
      String message, @JsonProperty("isSummary") boolean isSummary, List<String> choices) {}

  private record AnswerFrame(
      String type, AiMessageId messageId, Content content, int questionCount) {}

  private record TokenFrame(String type, AiMessageId messageId, int offset, String content) {}

  private record ChangedFrame(String type, String from, String to, String reason) {}

  private record Evidence(String messageId, int start, int end) {}

  private record UrgencyFrame(String type, String level, String ruleId, List<Evidence> evidence) {}
}
