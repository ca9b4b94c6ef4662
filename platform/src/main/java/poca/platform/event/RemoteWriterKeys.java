package poca.platform.event;

import java.util.List;
import java.util.Map;
import poca.contracts.fact.WriterKey;
import poca.contracts.fact.WriterKeys;
import poca.platform.peer.Peer;
import poca.platform.peer.Peers;
import poca.platform.web.Refusal;

/// Asks auth-service's register.
final class RemoteWriterKeys implements WriterKeys {

  private static final String ROUTE = "/internal/writer-keys/{id}";

  private final Peers peers;

  RemoteWriterKeys(Peers peers) {
    this.peers = peers;
  }

  private record Known(List<WriterKey> keys) {}

  /// @throws KeysOutOfReach if auth-service does not take it, which one that is older than this
  ///   route does not
  @Override
  public void register(WriterKey key) {
    try {
      auth().put(ROUTE, Map.of("public_key", key.publicKey()), Void.class, key.id());
    } catch (Refusal refused) {
      throw new KeysOutOfReach(refused);
    }
  }

  /// @throws KeysOutOfReach if auth-service does not say: a key that it does not know is an empty
  ///   list, and 404 an auth-service that has no such register yet
  @Override
  public List<WriterKey> besides(String id) {
    try {
      return auth()
          .get(ROUTE, Known.class, id)
          .orElseThrow(() -> new KeysOutOfReach(Refusal.unavailable()))
          .keys();
    } catch (Refusal refused) {
      throw new KeysOutOfReach(refused);
    }
  }

  private Peer auth() {
    return peers.of("auth-service");
  }
}
