package poca.contracts.fact;

import java.util.List;
import poca.contracts.UserId;

/// That there is something new in the event streams of accounts, told by chat-service to its own
/// instances. The events themselves stay in its database.
public sealed interface EventFact extends Fact {

  Topic<EventFact> TOPIC =
      new Topic<>("chat.events.v1", EventFact.class, "chat-service", Topic.Keeping.A_DAY);

  /// How far the stream of an account has come.
  record Reached(UserId account, long id) {}

  /// @param reached never empty
  record EventsStored(List<Reached> reached) implements EventFact {
    @Override
    public String key() {
      return reached.getFirst().account().toString();
    }
  }
}
