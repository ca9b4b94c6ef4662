package poca.chattest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import poca.testkit.agreement.SocketFrames;
import poca.testkit.world.Person;
import poca.testkit.world.Response;
import poca.testkit.world.SocketClient;

/// Somebody who follows its events on a WebSocket.
public final class EventClient extends SocketClient {

  private static final SocketFrames DOCUMENTED = new SocketFrames("event-socket");

  private EventClient() {
    super(DOCUMENTED);
  }

  /// @param after null for what happens from now on
  public static EventClient connect(int port, Person person, @Nullable Long after) {
    var client = new EventClient();
    client.open(port, person, "/events/ws" + (after == null ? "" : "?after=" + after));
    return client;
  }

  public static Response refused(int port, @Nullable Person person) {
    return refusal(port, person, "/events/ws");
  }

  public List<String> types() {
    return frames().stream().map(frame -> frame.path("type").asString()).toList();
  }
}
