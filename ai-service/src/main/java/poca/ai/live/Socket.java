package poca.ai.live;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/// One connection. Everything that goes out stands in a bounded queue and is written by a virtual
/// thread of its own, so that a slow one delays nobody and in the end is given up.
final class Socket {

  static final int WAITING = 512;

  private static final Logger log = LoggerFactory.getLogger(Socket.class);
  private static final int MISSED_PONGS = 2;

  private final WebSocketSession session;
  private final SessionParticipant guest;
  private final BlockingQueue<Outgoing> queue = new LinkedBlockingQueue<>(WAITING);
  private final AtomicReference<@Nullable CloseStatus> ending = new AtomicReference<>();
  private final CountDownLatch written = new CountDownLatch(1);
  private final AtomicInteger unanswered = new AtomicInteger();

  /// Only one review at a time.
  final AtomicBoolean underReview = new AtomicBoolean();

  /// The client's frame so far, for the thread that reads.
  final Incoming incoming = new Incoming();

  private volatile boolean held;

  Socket(WebSocketSession session, SessionParticipant guest) {
    this.session = session;
    this.guest = guest;
  }

  private record Outgoing(@Nullable WebSocketMessage<?> message) {
    /// Wakes the writer to the ending.
    static final Outgoing END = new Outgoing(null);
  }

  SessionParticipant guest() {
    return guest;
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

  void say(String text) {
    put(new Outgoing(new TextMessage(text)));
  }

  private void put(Outgoing outgoing) {
    if (!queue.offer(outgoing)) {
      end(Endings.TOO_SLOW);
    }
  }

  /// Pings, or gives up a client that left too many unanswered.
  void ping() {
    if (unanswered.getAndIncrement() >= MISSED_PONGS) {
      end(Endings.NO_PONG);
    } else {
      put(new Outgoing(new PingMessage()));
    }
  }

  void pong() {
    unanswered.set(0);
  }

  /// While nobody can say whether the session or the access still stands, no message is taken.
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
    }
  }

  boolean isEnding() {
    return ending.get() != null;
  }

  /// Whether it ended because its guest may not be there.
  boolean isBarred() {
    var status = ending.get();
    return Endings.SESSION_OVER.equals(status) || Endings.NO_ACCESS.equals(status);
  }

  boolean awaitWritten(long millis) throws InterruptedException {
    return written.await(millis, TimeUnit.MILLISECONDS);
  }
}
