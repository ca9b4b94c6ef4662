package poca.contracts.fact;

import java.time.Instant;
import java.util.UUID;
import poca.contracts.ChatId;

/// That somebody is writing, told by an instance of chat-service to all of them. Nothing is kept of
/// it, and it may be lost.
public sealed interface TypingFact extends Fact {

  Topic<TypingFact> TOPIC =
      new Topic<>("chat.typings.v1", TypingFact.class, "chat-service", Topic.Keeping.A_DAY);

  /// @param connection on which it was said: the others of the chat show it
  /// @param doctor which side types
  /// @param until how long it is shown
  record PartyTyped(ChatId chat, UUID connection, boolean doctor, Instant until)
      implements TypingFact {
    @Override
    public String key() {
      return chat.toString();
    }
  }
}
