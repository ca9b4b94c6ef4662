package poca.chat.stream;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes events as the client of a stream reads them (contract 9.2).
@Component
class EventFrames {

  private final JsonMapper json;

  EventFrames(JsonMapper json) {
    this.json = json;
  }

  private record Reset(String type) {}

  String event(StreamEvent event, EventFollower follower) {
    var text = json.writeValueAsString(event);
    return follower.byEventSource() ? "id: " + event.id() + "\ndata: " + text : text;
  }

  /// What the client knows is not enough to go on.
  String reset(EventFollower follower) {
    var text = json.writeValueAsString(new Reset("reset_required"));
    return follower.byEventSource() ? "data: " + text : text;
  }

  /// Where a client of Server-Sent Events stands that has had no event yet: without data it is
  /// none, but whoever comes again names it.
  String place(long id) {
    return "id: " + id;
  }
}
