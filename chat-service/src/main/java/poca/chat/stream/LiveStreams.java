package poca.chat.stream;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import poca.access.security.Caller;
import poca.contracts.UserId;
import poca.contracts.fact.EventFact.Reached;
import poca.platform.socket.CloseReason;

/// Keeps the streams that are followed on this instance.
@Component
class LiveStreams {

  private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);

  /// After so long without taking anything a reader is given up.
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(8);

  private final EventStore store;
  private final Map<UserId, AccountStream> streams = new ConcurrentHashMap<>();

  LiveStreams(EventStore store) {
    this.store = store;
  }

  void join(Caller caller, Follower follower) {
    streams.compute(
        caller.user(),
        (account, stream) -> {
          var joined = stream == null ? new AccountStream(account, caller.role(), store) : stream;
          joined.add(follower);
          return joined;
        });
  }

  void leave(Caller caller, Follower follower) {
    streams.computeIfPresent(
        caller.user(),
        (_, stream) -> {
          stream.remove(follower);
          return stream.followers().isEmpty() ? null : stream;
        });
  }

  /// Streams have come as far as this; whoever follows them here gets what is missing.
  void reached(List<Reached> places) {
    for (var place : places) {
      var stream = streams.get(place.account());
      if (stream != null) {
        stream.reach(place.id());
      }
    }
  }

  /// A follower that was held back, or full, is let go on.
  void catchUp(Caller caller) {
    var stream = streams.get(caller.user());
    if (stream != null) {
      stream.wake();
    }
  }

  /// Asks the store how far the streams have come, in one statement, for what was not heard of; and
  /// gives up whoever takes nothing.
  @Scheduled(fixedRate = 2, timeUnit = TimeUnit.SECONDS)
  void look() {
    for (var stream : streams.values()) {
      stream.followers().stream()
          .filter(follower -> follower.hasTakenNothingFor(PATIENCE))
          .forEach(follower -> follower.connection().close(CloseReason.TOO_SLOW));
    }
    var accounts = List.copyOf(streams.keySet());
    if (accounts.isEmpty()) {
      return;
    }
    try {
      reached(store.reached(accounts));
    } catch (DataAccessException away) {
      log.warn("store not looked at: {}", away.toString());
    }
  }
}
