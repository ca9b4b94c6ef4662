package poca.contracts.fact;

import java.util.List;
import java.util.Optional;

/// Lists the topics of the house.
public final class Topics {

  public static final List<Topic<?>> ALL =
      List.of(
          RelationFact.TOPIC,
          AccountFact.TOPIC,
          SessionFact.TOPIC,
          ChatFact.TOPIC,
          MessageFact.TOPIC,
          AiSessionFact.TOPIC,
          AiSessionStateFact.TOPIC,
          AppointmentFact.TOPIC,
          WaitlistFact.TOPIC,
          RecordFact.TOPIC,
          EventFact.TOPIC,
          AuditFact.TOPIC);

  private Topics() {}

  public static Optional<Topic<?>> named(String name) {
    return ALL.stream().filter(topic -> topic.name().equals(name)).findFirst();
  }
}
