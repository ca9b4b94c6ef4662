package poca.ai.engine.provider;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One call that is under way, between the thread that makes it and the one that watches the
/// clocks.
final class Call {

  enum Stage {
    CONNECTING,
    /// The provider has answered, without a word yet.
    OPENED,
    SPEAKING
  }

  private final Consumer<String> ear;
  private final StringBuilder text = new StringBuilder();
  private Stage stage = Stage.CONNECTING;
  private long since = System.nanoTime();
  private boolean cancelled;
  private @Nullable Runnable hangUp;
  private volatile @Nullable Duration retryAfter;

  /// Nobody listens.
  Call() {
    this(_ -> {});
  }

  /// @param ear hears each piece, in the thread that makes the call
  Call(Consumer<String> ear) {
    this.ear = ear;
  }

  /// How the connection is torn down, from any thread. Runs at once if it is too late for the call.
  void hangUpBy(Runnable hangUp) {
    boolean late;
    synchronized (this) {
      this.hangUp = hangUp;
      late = cancelled;
    }
    if (late) hangUp.run();
  }

  synchronized void opened() {
    if (stage == Stage.CONNECTING) move(Stage.OPENED);
  }

  /// The next piece of the answer; an empty one is no sign of life.
  void piece(String piece) {
    if (piece.isEmpty()) return;
    synchronized (this) {
      // What comes after we hung up is nobody's.
      if (cancelled) return;
      text.append(piece);
      move(Stage.SPEAKING);
    }
    ear.accept(piece);
  }

  private void move(Stage next) {
    stage = next;
    since = System.nanoTime();
  }

  synchronized String text() {
    return text.toString();
  }

  /// Where it is and since when.
  synchronized Progress progress() {
    return new Progress(stage, since, text.length());
  }

  record Progress(Stage stage, long since, int length) {}

  void retryAfter(@Nullable Duration wait) {
    this.retryAfter = wait;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  void cancel() {
    Runnable tear;
    synchronized (this) {
      cancelled = true;
      tear = hangUp;
    }
    if (tear != null) tear.run();
  }

  synchronized boolean isCancelled() {
    return cancelled;
  }
}
