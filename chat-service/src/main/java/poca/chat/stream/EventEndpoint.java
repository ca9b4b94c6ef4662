package poca.chat.stream;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import poca.access.security.ConnectionLogins;
import poca.access.session.SessionClosed;
import poca.platform.socket.ClientFrame;
import poca.platform.socket.Connection;
import poca.platform.socket.ConnectionHandler;
import poca.platform.socket.Connections;
import poca.platform.socket.SocketEndpoint;

/// Serves the event stream (contract 9.2), to WebSockets and to clients of Server-Sent Events
/// alike. Nothing is written down in the audit: events hold ids, and who reads what they name is
/// audited there.
@Component
class EventEndpoint implements SocketEndpoint<EventFollower> {

  private final ConnectionLogins logins;
  private final Connections connections;
  private final LiveStreams streams;
  private final EventFrames frames;

  EventEndpoint(
      ConnectionLogins logins, Connections connections, LiveStreams streams, EventFrames frames) {
    this.logins = logins;
    this.connections = connections;
    this.streams = streams;
    this.frames = frames;
  }

  @Override
  public String path() {
    return "/api/v1/events/ws";
  }

  /// More than the events that may wait: pings and errors stand there, too.
  @Override
  public int outgoingBuffer() {
    return 2 * Follower.ROOM;
  }

  @Override
  public EventFollower authorize(HttpServletRequest handshake) {
    return new EventFollower(
        logins.ofHandshake(handshake), EventFollower.place(handshake.getParameter("after")), false);
  }

  @Override
  public void accepted(EventFollower follower) {}

  @Override
  public void review(EventFollower follower) {
    logins.review(follower.login());
  }

  @EventListener
  void on(SessionClosed over) {
    connections.review(EventFollower.class, follower -> follower.login().isConcernedBy(over));
  }

  @Override
  public ConnectionHandler connect(Connection connection, EventFollower who) {
    return new Handler(connection, who);
  }

  private final class Handler implements ConnectionHandler {

    private final EventFollower who;
    private final Follower follower;

    private Handler(Connection connection, EventFollower who) {
      this.who = who;
      this.follower = new Follower(connection, who, frames, () -> streams.catchUp(who.caller()));
    }

    @Override
    public void opened() {
      streams.join(who.caller(), follower);
    }

    /// There is nothing to say.
    @Override
    public void received(ClientFrame frame) {
      throw ClientFrame.malformed();
    }

    @Override
    public void resumed() {
      streams.catchUp(who.caller());
    }

    @Override
    public void closed() {
      streams.leave(who.caller(), follower);
    }
  }
}
