package poca.aitest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import poca.testkit.agreement.SocketFrames;
import poca.testkit.world.Person;
import poca.testkit.world.Response;
import poca.testkit.world.SocketClient;

/// Somebody who talks to the assistant.
public final class Client extends SocketClient {

  private static final SocketFrames DOCUMENTED = new SocketFrames("ai-socket");

  private Client() {
    super(DOCUMENTED);
  }

  public static Client connect(int port, Person person, String session) {
    var client = new Client();
    client.open(port, person, path(session));
    return client;
  }

  /// The refusal of a handshake, as HTTP.
  public static Response refused(int port, @Nullable Person person, String session) {
    return refusal(port, person, path(session));
  }

  private static String path(String session) {
    return "/ai-assistant/ws/" + session;
  }

  public void say(String content) {
    send("message", content);
  }

  public List<String> types() {
    return frames().stream().map(frame -> frame.path("type").asString()).toList();
  }
}
