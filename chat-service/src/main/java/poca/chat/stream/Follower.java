package poca.chat.stream;

import java.util.concurrent.atomic.AtomicInteger;
import poca.chat.stream.EventStore.Bounds;
import poca.chat.stream.EventStore.Place;
import poca.platform.socket.Connection;

/// Follows one account's stream on one connection: knows how far the connection has been told of
/// it. The store is its buffer: no more is handed to the connection than it may hold, and the rest
/// comes when that has gone out.
final class Follower {

  /// How many events a connection is handed before those it has go out.
  static final int ROOM = 128;

  private final Connection connection;
  private final EventFollower who;
  private final EventFrames frames;
  private final Runnable roomAgain;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile long wroteAt = System.nanoTime();

  /// The place up to which the connection was handed events; -1 until it is known where it begins.
  /// Set by the stream's pass only.
  private volatile long filledTo = -1;

  /// @param roomAgain told when there is room again in a connection that may have been full
  Follower(Connection connection, EventFollower who, EventFrames frames, Runnable roomAgain) {
    this.connection = connection;
    this.who = who;
    this.frames = frames;
    this.roomAgain = roomAgain;
  }

  Connection connection() {
    return connection;
  }

  boolean hasBegun() {
    return filledTo >= 0;
  }

  /// Begins where the client stopped, or with what is kept if that is not known any more.
  void begin(Bounds bounds) {
    var after = who.after();
    if (after == null) {
      filledTo = bounds.last();
      if (who.byEventSource()) {
        connection.send(frames.place(filledTo));
      }
    } else if (after < bounds.goneTo() || after > bounds.last()) {
      connection.send(frames.reset(who));
      filledTo = bounds.goneTo();
    } else {
      filledTo = after;
    }
  }

  long filledTo() {
    return filledTo;
  }

  /// Whether it may be handed events now.
  boolean isListening() {
    return hasBegun()
        && waiting.get() < ROOM
        && !connection.isSuspended()
        && !connection.isClosing();
  }

  /// Takes the next place, and no other. What its account may not see is passed over.
  void push(Place place) {
    // one that was passed over a moment ago must not be followed by the next
    if (place.id() != filledTo + 1 || !isListening()) {
      return;
    }
    var event = place.event();
    if (event != null) {
      if (waiting.getAndIncrement() == 0) {
        wroteAt = System.nanoTime();
      }
      if (!connection.send(frames.event(event, who), this::written)) {
        return;
      }
    }
    filledTo = place.id();
  }

  private void written() {
    wroteAt = System.nanoTime();
    if (waiting.decrementAndGet() == ROOM / 2) {
      roomAgain.run();
    }
  }

  /// Whether something waits for it, and it has taken nothing for so long.
  boolean hasTakenNothingFor(long nanos) {
    return waiting.get() > 0 && System.nanoTime() - wroteAt > nanos;
  }
}
