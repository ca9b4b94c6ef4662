package poca.contracts.fact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.DocumentId;
import poca.contracts.MessageId;
import poca.contracts.PatientId;

/// What happens in a conversation, told by chat-service without a word of it.
public sealed interface MessageFact extends Fact {

  Topic<MessageFact> TOPIC =
      new Topic<>("chat.messages.v1", MessageFact.class, "chat-service", Topic.Keeping.A_WEEK);

  ChatId chat();

  @Override
  default String key() {
    return chat().toString();
  }

  /// @param seq the message's place in the chat, from 1 without gaps
  /// @param fromDoctor which side wrote it
  /// @param document a stored file that came with it
  /// @param summaryOf the AI session whose summary it is
  /// @param sentAt null in facts of before there was this field
  record MessageSent(
      ChatId chat,
      DoctorId doctor,
      PatientId patient,
      MessageId message,
      long seq,
      boolean fromDoctor,
      @Nullable DocumentId document,
      @Nullable AiSessionId summaryOf,
      @Nullable Instant sentAt)
      implements MessageFact {}

  /// @param byDoctor which side read, or took back that it had
  /// @param read false when the messages were marked unread
  /// @param newestSentAt when the newest of the messages was sent; null in facts of before there
  ///   was this field
  record MessagesMarked(
      ChatId chat,
      List<MessageId> messages,
      boolean byDoctor,
      boolean read,
      @Nullable Instant newestSentAt)
      implements MessageFact {}
}
