package poca.chat.live;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import poca.platform.socket.Connection;

/// Follows one chat on one connection: knows how far the connection has been told of it.
final class Subscriber {

  private final Connection connection;
  private final LongConsumer handed;
  private final CountDownLatch welcomed = new CountDownLatch(1);

  /// The seq up to which the connection was given messages; -1 until it was given the history. Set
  /// by the fan-out's pass only.
  private volatile long filledTo = -1;

  /// @param handed told the seq of every message that was written out
  Subscriber(Connection connection, LongConsumer handed) {
    this.connection = connection;
    this.handed = handed;
  }

  Connection connection() {
    return connection;
  }

  /// The first frame of the fan-out's pass: what the client knows from here on.
  ///
  /// @param history null without messages
  void welcome(@Nullable String history, long lastSeq) {
    if (history != null) {
      give(history, lastSeq);
    }
    filledTo = lastSeq;
    welcomed.countDown();
  }

  boolean isWelcomed() {
    return filledTo >= 0;
  }

  /// @return false if it did not come to it in time
  boolean awaitWelcome(long seconds) throws InterruptedException {
    return welcomed.await(seconds, TimeUnit.SECONDS);
  }

  /// Whether messages may be given to it now.
  boolean isListening() {
    return isWelcomed() && !connection.isSuspended() && !connection.isClosing();
  }

  long filledTo() {
    return filledTo;
  }

  /// Passes over what it has had.
  void push(String frame, long seq) {
    if (seq > filledTo && give(frame, seq)) {
      filledTo = seq;
    }
  }

  private boolean give(String frame, long seq) {
    return connection.send(frame, () -> handed.accept(seq));
  }
}
