package poca.chat.live;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import poca.contracts.ChatId;

/// One connection. Everything that goes out stands in a bounded queue and is written by a virtual
/// thread of its own, so that a slow one delays nobody and in the end is given up.
final class Socket {

  static final int WAITING = 256;

  private static final Logger log = LoggerFactory.getLogger(Socket.class);
  private static final int MISSED_PONGS = 2;

  private final WebSocketSession session;
  private final ChatParticipant guest;
  private final BlockingQueue<Outgoing> queue = new LinkedBlockingQueue<>(WAITING);
  private final AtomicReference<@Nullable CloseStatus> ending = new AtomicReference<>();
  private final CountDownLatch welcomed = new CountDownLatch(1);
  private final CountDownLatch written = new CountDownLatch(1);
  private final AtomicInteger unanswered = new AtomicInteger();
  private final LongConsumer handed;

  /// Only one review at a time.
  final AtomicBoolean underReview = new AtomicBoolean();

  /// The client's frame so far, for the thread that reads.
  final Incoming incoming = new Incoming();

  /// The seq up to which the queue was filled; -1 until the history was. Set by the room's pass
  /// only.
  private volatile long filledTo = -1;

  private volatile boolean held;

  /// @param handed told the seq of every message that was written out
  Socket(WebSocketSession session, ChatParticipant guest, LongConsumer handed) {
    this.session = session;
    this.guest = guest;
    this.handed = handed;
  }

  private record Outgoing(@Nullable WebSocketMessage<?> message, long seq) {
    /// Wakes the writer to the ending.
    static final Outgoing END = new Outgoing(null, 0);
  }

  ChatParticipant guest() {
    return guest;
  }

  ChatId chat() {
    return guest.seat().chat().id();
  }

  void startWriting() {
    Thread.ofVirtual().name("socket-" + session.getId()).start(this::write);
  }

  private void write() {
    try {
      while (ending.get() == null) {
        var next = queue.take();
        if (next.message() != null && ending.get() == null) {
          session.sendMessage(next.message());
          if (next.seq() > 0) {
            handed.accept(next.seq());
          }
        }
      }
      close();
    } catch (IOException | RuntimeException gone) {
      log.debug("socket {} is gone: {}", session.getId(), gone.toString());
      end(Endings.FAILED);
      close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      written.countDown();
    }
  }

  private void close() {
    var status = ending.get();
    try {
      session.close(status == null ? Endings.FAILED : status);
    } catch (IOException | RuntimeException gone) {
      log.debug("socket {} was gone: {}", session.getId(), gone.toString());
    }
  }

  /// A frame that is no new message of the chat.
  void say(String text) {
    put(new Outgoing(new TextMessage(text), 0));
  }

  /// The first frame of the room's pass: what the client knows from here on.
  ///
  /// @param history null without messages
  void welcome(@Nullable String history, long lastSeq) {
    if (history != null) {
      put(new Outgoing(new TextMessage(history), lastSeq));
    }
    filledTo = lastSeq;
    welcomed.countDown();
  }

  boolean isWelcomed() {
    return filledTo >= 0;
  }

  long filledTo() {
    return filledTo;
  }

  /// Passes over what it has had.
  void push(TextMessage frame, long seq) {
    if (seq > filledTo && put(new Outgoing(frame, seq))) {
      filledTo = seq;
    }
  }

  private boolean put(Outgoing outgoing) {
    if (queue.offer(outgoing)) {
      return true;
    }
    end(Endings.TOO_SLOW);
    return false;
  }

  /// @return false if it did not come to it in time
  boolean awaitWelcome(long seconds) throws InterruptedException {
    return welcomed.await(seconds, TimeUnit.SECONDS);
  }

  /// Pings, or gives up a client that left too many unanswered.
  void ping() {
    if (unanswered.getAndIncrement() >= MISSED_PONGS) {
      end(Endings.NO_PONG);
    } else {
      put(new Outgoing(new PingMessage(), 0));
    }
  }

  void pong() {
    unanswered.set(0);
  }

  /// While nobody can say whether the session or the access still stands, nothing is delivered.
  void hold(boolean hold) {
    held = hold;
  }

  boolean isHeld() {
    return held;
  }

  /// Ends the connection; what waits in the queue is dropped. The first reason counts. The writer
  /// closes: it is never interrupted, which would tear the connection before the code is out.
  void end(CloseStatus status) {
    if (ending.compareAndSet(null, status)) {
      queue.clear();
      queue.offer(Outgoing.END);
      welcomed.countDown();
    }
  }

  boolean isEnding() {
    return ending.get() != null;
  }

  boolean awaitWritten(long millis) throws InterruptedException {
    return written.await(millis, TimeUnit.MILLISECONDS);
  }
}
