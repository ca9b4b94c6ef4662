package poca.chat.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import poca.chat.attachment.FileDetails;
import poca.chat.attachment.NewAttachment;
import poca.chat.careteam.Side;
import poca.chat.live.Receipts.Receipt;
import poca.chat.message.Message;
import poca.chat.message.MessageType;
import poca.chat.message.NewMessage;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;
import poca.contracts.Uuids;
import poca.platform.socket.ClientFrame;
import poca.platform.text.Texts;
import poca.platform.web.Refusal;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The frames of the chat's WebSocket, read and written (contract 5.3).
@Component
class ChatFrames {

  private final JsonMapper json;
  private final FileDetails files;

  ChatFrames(JsonMapper json, FileDetails files) {
    this.json = json.rebuild().addMixIn(Message.class, InFrame.class).build();
    this.files = files;
  }

  /// The message that a client's frame wants sent.
  ///
  /// @return null for blank content without a file
  /// @throws Refusal for a malformed frame
  @Nullable NewMessage message(ClientFrame frame) {
    return frame.read(this::read);
  }

  private @Nullable NewMessage read(ClientFrame frame) {
    var content = frame.text("content");
    var type = frame.text("message_type");
    var clientMessageId = frame.text("client_message_id");
    var sender = frame.text("sender_id");
    var receiver = frame.text("receiver_id");
    var frameType = frame.text("type");
    var summaryOf = frame.text("ai_session_id");
    var details = frame.field("file_details");
    if (!details.isMissingNode() && !details.isObject()) {
      throw ClientFrame.malformed();
    }
    var attachment = files.sent(details instanceof ObjectNode object ? object : null);
    if (Texts.isBlank(content) && attachment instanceof NewAttachment.Nothing) {
      if (frameType != null) {
        // no frame of this socket has a type of its own
        throw ClientFrame.malformed();
      }
      return null;
    }
    return NewMessage.of(
        "content",
        content,
        type == null ? null : MessageType.ofWire(type),
        sender == null ? null : Uuids.parse(sender),
        receiver == null ? null : Uuids.parse(receiver),
        clientMessageId,
        summaryOf == null ? null : AiSessionId.of(summaryOf),
        attachment);
  }

  /// What a frame of `v=2` wants that is no message.
  sealed interface Wish {
    record Typing() implements Wish {}

    /// @param seq up to where, from 1
    record Read(long seq) implements Wish {}
  }

  /// @return null for a frame that is a message
  /// @throws Refusal for a malformed frame
  @Nullable Wish wish(ClientFrame frame) {
    return frame.read(ChatFrames::readWish);
  }

  private static @Nullable Wish readWish(ClientFrame frame) {
    return switch (frame.text("type")) {
      case "typing" -> new Wish.Typing();
      case "read" -> new Wish.Read(seq(frame));
      case null, default -> null;
    };
  }

  private static long seq(ClientFrame frame) {
    var seq = frame.field("seq");
    if (!seq.isIntegralNumber() || !seq.canConvertToLong() || seq.asLong() < 1) {
      throw ClientFrame.malformed();
    }
    return seq.asLong();
  }

  String receipt(Receipt receipt) {
    return json.writeValueAsString(
        new ReceiptFrame(
            "receipt", side(receipt.side()), receipt.deliveredSeq(), receipt.readSeq()));
  }

  String typing(Side side, Instant until) {
    return json.writeValueAsString(new TypingFrame("typing", side(side), until));
  }

  private static String side(Side side) {
    return side.isDoctor() ? "doctor" : "patient";
  }

  private record ReceiptFrame(String type, String side, long deliveredSeq, long readSeq) {}

  private record TypingFrame(String type, String side, Instant until) {}

  String system(ChatId chat) {
    return json.writeValueAsString(
        new SystemFrame("system", "Connected to chat " + chat + ". You can start chatting now."));
  }

  String history(List<Message> messages) {
    return json.writeValueAsString(new HistoryFrame("history", messages));
  }

  String message(Message message) {
    return json.writeValueAsString(new MessageFrame("message", message));
  }

  private record SystemFrame(String type, String content) {}

  private record HistoryFrame(String type, List<Message> messages) {}

  private record MessageFrame(String type, Message message) {}

  /// How a message differs in a frame: its chat goes without saying, and its text is the content.
  private interface InFrame {
    @JsonIgnore
    ChatId chatId();

    @JsonProperty("content")
    String message();
  }
}
