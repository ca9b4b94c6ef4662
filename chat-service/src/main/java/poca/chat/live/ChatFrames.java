package poca.chat.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import poca.chat.attachment.Attached;
import poca.chat.attachment.FileDetails;
import poca.chat.conversation.Chat;
import poca.chat.conversation.Message;
import poca.chat.conversation.MessageType;
import poca.chat.conversation.NewMessage;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;
import poca.contracts.ErrorCode;
import poca.contracts.MessageId;
import poca.contracts.Uuids;
import poca.platform.text.Texts;
import poca.platform.web.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The frames of the chat's WebSocket, read and written (contract 5.3).
@Component
class ChatFrames {

  private final JsonMapper json;
  private final FileDetails files;

  ChatFrames(JsonMapper json, FileDetails files) {
    this.json = json;
    this.files = files;
  }

  /// What a client's frame asks for.
  sealed interface Asked {
    record ToSend(NewMessage message) implements Asked {}

    /// Blank content without a file.
    record Nothing() implements Asked {}

    record Malformed() implements Asked {}
  }

  Asked read(String text) {
    try {
      return json.readTree(text) instanceof ObjectNode frame ? read(frame) : new Asked.Malformed();
    } catch (JacksonException | Refusal | IllegalArgumentException malformed) {
      return new Asked.Malformed();
    }
  }

  private Asked read(ObjectNode frame) {
    var content = text(frame, "content");
    var type = text(frame, "message_type");
    var clientMessageId = text(frame, "client_message_id");
    var sender = text(frame, "sender_id");
    var receiver = text(frame, "receiver_id");
    var frameType = text(frame, "type");
    var summaryOf = text(frame, "ai_session_id");
    var details = frame.path("file_details");
    if (!isAbsent(details) && !details.isObject()) {
      return new Asked.Malformed();
    }
    var attached = files.sent(details.isObject() ? (ObjectNode) details : null);
    if (Texts.isBlank(content) && attached instanceof Attached.Nothing) {
      // no frame of this socket has a type of its own
      return frameType != null ? new Asked.Malformed() : new Asked.Nothing();
    }
    return new Asked.ToSend(
        NewMessage.of(
            "content",
            content,
            type == null ? null : MessageType.ofWire(type),
            sender == null ? null : Uuids.parse(sender),
            receiver == null ? null : Uuids.parse(receiver),
            clientMessageId,
            summaryOf == null ? null : AiSessionId.of(summaryOf),
            attached));
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

  String system(ChatId chat) {
    return json.writeValueAsString(
        new SystemFrame("system", "Connected to chat " + chat + ". You can start chatting now."));
  }

  String history(Chat chat, List<Message> messages) {
    return json.writeValueAsString(
        new HistoryFrame("history", messages.stream().map(m -> LiveMessage.of(chat, m)).toList()));
  }

  String message(Chat chat, Message message) {
    return json.writeValueAsString(new MessageFrame("message", LiveMessage.of(chat, message)));
  }

  /// @param frame what the client sent; the answer names its client message id, if it has one
  String error(ErrorCode code, String text, String frame) {
    return json.writeValueAsString(new ErrorFrame("error", text, code, clientMessageId(frame)));
  }

  private @Nullable String clientMessageId(String frame) {
    try {
      var id = json.readTree(frame).path("client_message_id");
      var key = id.isString() ? Texts.key(id.asString()) : null;
      return key == null || Texts.length(key) > NewMessage.LONGEST_CLIENT_ID ? null : key;
    } catch (JacksonException malformed) {
      return null;
    }
  }

  private record SystemFrame(String type, String content) {}

  private record HistoryFrame(String type, List<LiveMessage> messages) {}

  private record MessageFrame(String type, LiveMessage message) {}

  private record ErrorFrame(
      String type,
      String content,
      ErrorCode errorCode,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String clientMessageId) {}

  private record LiveMessage(
      MessageId id,
      long seq,
      @Nullable String clientMessageId,
      @Nullable AiSessionId aiSessionId,
      UUID senderId,
      UUID receiverId,
      String content,
      MessageType messageType,
      @Nullable ObjectNode fileDetails,
      Instant timestamp,
      boolean isRead) {

    static LiveMessage of(Chat chat, Message message) {
      return new LiveMessage(
          message.id(),
          message.seq(),
          message.clientMessageId(),
          message.summaryOf(),
          chat.idOf(message.from()),
          chat.idOf(message.from().other()),
          message.text(),
          message.type(),
          message.fileDetails(),
          message.sentAt(),
          message.read());
    }
  }
}
