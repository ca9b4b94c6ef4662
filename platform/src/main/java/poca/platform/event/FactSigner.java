package poca.platform.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import poca.contracts.fact.SignedFact;

/// Signs what this service tells, with the key pair that [SigningPairs] keeps.
final class FactSigner {

  /// Another instance may have made a newer pair.
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final SigningPairs pairs;
  private final Clock clock;
  private SigningPairs.@Nullable Pair held;
  private Instant lookAgainAt = Instant.EPOCH;

  FactSigner(SigningPairs pairs, Clock clock) {
    this.pairs = pairs;
    this.clock = clock;
  }

  /// The headers with the signature and the key's id.
  ///
  /// @throws KeysOutOfReach if there is no registered key yet and the register does not answer
  Map<String, String> signed(String topic, String key, Map<String, String> headers, byte[] body) {
    var pair = pair();
    var signed = new LinkedHashMap<>(headers);
    signed.put(SignedFact.KEY_ID, pair.id());
    signed.put(
        SignedFact.SIGNATURE,
        Ed25519.sign(pair.privateKey(), SignedFact.bytes(topic, key, headers, body)));
    return signed;
  }

  private synchronized SigningPairs.Pair pair() {
    var now = clock.instant();
    var current = held;
    if (current == null || !now.isBefore(lookAgainAt)) {
      current = pairs.current();
      held = current;
      lookAgainAt = now.plus(LOOK_AGAIN);
    }
    return current;
  }
}
