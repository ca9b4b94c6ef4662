package poca.chat.stream;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import poca.chat.live.Passes;
import poca.contracts.Role;
import poca.contracts.UserId;

/// Delivers one account's events to its followers on this instance, from the store, in order, from
/// where each stands. Whoever wakes it only says how far the stream has come.
final class AccountStream {

  private static final int AT_ONCE = 100;

  private final UserId account;
  private final Role role;
  private final EventStore store;
  private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
  private final AtomicLong reached = new AtomicLong();
  private final Passes passes;

  AccountStream(UserId account, Role role, EventStore store) {
    this.account = account;
    this.role = role;
    this.store = store;
    this.passes = new Passes("events-" + account, this::pass);
  }

  void add(Follower follower) {
    followers.add(follower);
    wake();
  }

  void remove(Follower follower) {
    followers.remove(follower);
  }

  Set<Follower> followers() {
    return followers;
  }

  /// The stream has come as far as this place.
  void reach(long id) {
    var furthest = reached.accumulateAndGet(id, Math::max);
    if (followers.stream().anyMatch(follower -> follower.filledTo() < furthest)) {
      wake();
    }
  }

  void wake() {
    passes.wake();
  }

  private void pass() {
    begin();
    while (true) {
      var standing = followers.stream().filter(Follower::isListening).toList();
      var from = standing.stream().mapToLong(Follower::filledTo).min();
      if (from.isEmpty() || from.getAsLong() >= reached.get()) {
        return;
      }
      var next = store.after(account, role, from.getAsLong(), AT_ONCE);
      if (next.isEmpty()) {
        return;
      }
      for (var place : next) {
        standing.forEach(follower -> follower.push(place));
      }
    }
  }

  /// Newcomers share one look at the store. What is stored after it is told to this stream, which
  /// they are in.
  private void begin() {
    var newcomers = followers.stream().filter(follower -> !follower.hasBegun()).toList();
    if (!newcomers.isEmpty()) {
      var bounds = store.bounds(account);
      reached.accumulateAndGet(bounds.last(), Math::max);
      newcomers.forEach(follower -> follower.begin(bounds));
    }
  }
}
