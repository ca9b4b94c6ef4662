package poca.chattest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import poca.testkit.agreement.SocketFrames;
import poca.testkit.world.Person;
import poca.testkit.world.Response;
import poca.testkit.world.SocketClient;

/// Somebody who talks in a chat.
public final class Client extends SocketClient {

  private static final SocketFrames DOCUMENTED = new SocketFrames("chat-socket");

  private Client() {
    super(DOCUMENTED);
  }

  public static Client connect(int port, Person person, UUID chat) {
    var client = new Client();
    client.open(port, person, path(chat.toString()));
    return client;
  }

  /// One that asks for receipts and typing.
  public static Client connectForReceipts(int port, Person person, UUID chat) {
    var client = new Client();
    client.open(port, person, path(chat.toString()) + "?v=2");
    return client;
  }

  /// The refusal of a handshake, as HTTP.
  public static Response refused(int port, @Nullable Person person, String chat) {
    return refusal(port, person, path(chat));
  }

  private static String path(String chat) {
    return "/chats/ws/" + chat;
  }

  public void say(String content) {
    send("content", content);
  }

  public List<Long> seqs() {
    return frames("message").stream().map(f -> f.path("message").path("seq").asLong()).toList();
  }
}
