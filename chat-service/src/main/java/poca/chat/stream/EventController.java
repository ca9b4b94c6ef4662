package poca.chat.stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import poca.access.security.ActingAs;
import poca.access.security.Caller;
import poca.access.security.ConnectionLogins;
import poca.contracts.UserId;
import poca.platform.socket.EventStreams;
import poca.platform.web.Reply;

/// The event stream as Server-Sent Events, and whether its WebSocket may be opened (contract 9.2).
@RestController
class EventController {

  private final ConnectionLogins logins;
  private final EventEndpoint endpoint;
  private final EventStreams streams;

  EventController(ConnectionLogins logins, EventEndpoint endpoint, EventStreams streams) {
    this.logins = logins;
    this.endpoint = endpoint;
    this.streams = streams;
  }

  /// A client that comes again names in its header where it stands, and keeps its URL: the header
  /// wins.
  @GetMapping("/api/v1/events")
  void events(
      Caller caller,
      @RequestParam(name = "after", required = false) @Min(0) @Nullable Long after,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var known = EventFollower.place(last);
    streams.serve(
        endpoint,
        new EventFollower(logins.of(caller), known == null ? after : known, true),
        request,
        response);
  }

  record Granted(UserId accountId) {}

  /// The gateway asks before it accepts the handshake.
  @GetMapping("/access/events")
  @ActingAs
  Reply<Granted> access(Caller caller) {
    return Reply.ok(new Granted(caller.user()));
  }
}
