package poca.platform.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import poca.contracts.fact.WriterKey;
import poca.contracts.fact.WriterKeys;

/// Finds the key that a fact was signed with: in memory, in this service's database, at the
/// register. What the register does not know is not asked for again for a while; a key is
/// registered before anything is signed with it, so nothing rightful is missed.
final class KnownWriters {

  private static final Duration UNKNOWN_FOR = Duration.ofSeconds(30);
  private static final int MOST_UNKNOWN = 1_000;

  private final @Nullable WriterKeyStore store;
  private final WriterKeys register;
  private final Clock clock;
  private final Map<String, WriterKey> known = new ConcurrentHashMap<>();
  private final Map<String, Instant> unknown =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST_UNKNOWN;
        }
      };

  /// @param store null where there is no database
  KnownWriters(@Nullable WriterKeyStore store, WriterKeys register, Clock clock) {
    this.store = store;
    this.register = register;
    this.clock = clock;
  }

  /// @return empty if nobody registered it
  /// @throws KeysOutOfReach if it is new here and the register does not answer
  Optional<WriterKey> find(String id) {
    var key = known.get(id);
    if (key != null) {
      return Optional.of(key);
    }
    if (!WriterKey.isId(id) || isUnknown(id)) {
      return Optional.empty();
    }
    var keys = ask(id);
    keys.forEach(each -> known.put(each.id(), each));
    if (!known.containsKey(id)) {
      remember(id);
    }
    return Optional.ofNullable(known.get(id));
  }

  private List<WriterKey> ask(String id) {
    var kept = store == null ? List.<WriterKey>of() : store.besides(id);
    if (!kept.isEmpty()) {
      return kept;
    }
    var told = register.besides(id);
    if (store != null) {
      store.keep(told);
    }
    return told;
  }

  private synchronized boolean isUnknown(String id) {
    var until = unknown.get(id);
    return until != null && clock.instant().isBefore(until);
  }

  private synchronized void remember(String id) {
    unknown.remove(id);
    unknown.put(id, clock.instant().plus(UNKNOWN_FOR));
  }
}
