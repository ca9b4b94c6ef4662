package poca.chat.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import poca.chat.chat.Chat;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;
import poca.contracts.MessageId;
import tools.jackson.databind.node.ObjectNode;

/// A message as lists show it (contract 3).
public record MessageItem(
    MessageId id,
    ChatId chatId,
    long seq,
    @Nullable String clientMessageId,
    @Nullable AiSessionId aiSessionId,
    UUID senderId,
    UUID receiverId,
    String message,
    MessageType messageType,
    @Nullable ObjectNode fileDetails,
    Instant timestamp,
    boolean isRead) {

  public static MessageItem of(Chat chat, Message message) {
    return new MessageItem(
        message.id(),
        message.chat(),
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
