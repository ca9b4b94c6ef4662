package poca.chat.stream;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What can happen (contract 9.2).
enum EventType {
  MESSAGE_CREATED("message.created", "message_id"),
  MESSAGE_RECEIPT("message.receipt", "message_id"),
  CHAT_CREATED("chat.created", null),
  APPOINTMENT_BOOKED("appointment.booked", "appointment_id"),
  APPOINTMENT_MOVED("appointment.moved", "appointment_id"),
  APPOINTMENT_CANCELLED("appointment.cancelled", "appointment_id"),
  WAITLIST_OFFER("waitlist.offer", "waitlist_id"),
  AI_SUMMARY_READY("ai.summary_ready", "session_id"),
  AI_URGENCY("ai.urgency", "session_id"),
  ACCESS_ENDED("access.ended", null);

  private static final Map<String, EventType> BY_WIRE =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::wire, Function.identity()));

  private final String wire;
  private final @Nullable String subject;

  EventType(String wire, @Nullable String subject) {
    this.wire = wire;
    this.subject = subject;
  }

  /// The spelling in frames and in the table.
  String wire() {
    return wire;
  }

  /// What its subject is called in frames; null if it is about nothing but the parties.
  @Nullable String subject() {
    return subject;
  }

  static EventType of(String wire) {
    var type = BY_WIRE.get(wire);
    if (type == null) {
      throw new IllegalArgumentException("no type of event");
    }
    return type;
  }
}
