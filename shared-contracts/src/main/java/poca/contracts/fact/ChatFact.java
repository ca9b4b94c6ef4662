package poca.contracts.fact;

import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;

/// A conversation's life, told by chat-service: who its two sides are and whether it is still
/// there.
public sealed interface ChatFact extends Fact {

  Topic<ChatFact> TOPIC =
      new Topic<>("chat.chats.v1", ChatFact.class, "chat-service", Topic.Keeping.NEWEST_PER_KEY);

  ChatId chat();

  /// Grows by one with every change told here.
  long version();

  @Override
  default String key() {
    return chat().toString();
  }

  /// The chat was opened, or one of its flags changed.
  ///
  /// @param active false while the chat is explicitly deactivated
  record ChatOpened(ChatId chat, DoctorId doctor, PatientId patient, boolean active, long version)
      implements ChatFact {}

  record ChatDeleted(ChatId chat, DoctorId doctor, PatientId patient, long version)
      implements ChatFact {}
}
