package poca.chat.live;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import poca.chat.careteam.Side;
import poca.chat.live.Receipts.Receipt;
import poca.platform.socket.Connection;

/// Follows one chat on one connection: knows how far the connection has been told of it.
final class Subscriber {

  private final UUID id;
  private final Connection connection;
  private final boolean receipts;
  private final LongConsumer handed;
  private final CountDownLatch welcomed = new CountDownLatch(1);

  /// The seq up to which the connection was given messages; -1 until it was given the history. Set
  /// by the fan-out's pass only.
  private volatile long filledTo = -1;

  /// What it was told of either side. Used by the fan-out's pass only.
  private final Map<Side, Receipt> told = new EnumMap<>(Side.class);

  /// @param id of the connection, unlike any other on any instance
  /// @param receipts whether the client asked for receipts and typing
  /// @param handed told the seq of every message that was written out
  Subscriber(UUID id, Connection connection, boolean receipts, LongConsumer handed) {
    this.id = id;
    this.connection = connection;
    this.receipts = receipts;
    this.handed = handed;
  }

  UUID id() {
    return id;
  }

  boolean wantsReceipts() {
    return receipts;
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

  /// Passes over what it was told already.
  void push(Receipt receipt, String frame) {
    if (!receipt.equals(told.get(receipt.side())) && connection.send(frame, () -> {})) {
      told.put(receipt.side(), receipt);
    }
  }

  private boolean give(String frame, long seq) {
    return connection.send(frame, () -> handed.accept(seq));
  }
}
