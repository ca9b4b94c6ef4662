package poca.platform.socket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.socket.WebSocketSession;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;
import tools.jackson.databind.json.JsonMapper;

/// Sends to one client. Everything that goes out stands in a bounded queue and is written by a
/// virtual thread of its own, so that a slow reader delays nobody and in the end is given up.
public final class Connection {

  private static final Logger log = LoggerFactory.getLogger(Connection.class);
  private static final int MISSED_PONGS = 2;
  private static final Runnable NOTHING = () -> {};

  private final Wire wire;
  private final BlockingQueue<Outgoing> queue;
  private final JsonMapper json;
  private final AtomicReference<@Nullable CloseReason> reason = new AtomicReference<>();
  private final CountDownLatch written = new CountDownLatch(1);
  private final AtomicInteger unansweredPings = new AtomicInteger();
  private volatile boolean suspended;

  /// @param buffer how many frames may wait
  public Connection(WebSocketSession session, int buffer, JsonMapper json) {
    this(new SocketWire(session), buffer, json);
  }

  Connection(Wire wire, int buffer, JsonMapper json) {
    this.wire = wire;
    this.queue = new LinkedBlockingQueue<>(buffer);
    this.json = json;
  }

  /// @param frame null for a ping
  private record Outgoing(@Nullable String frame, Runnable afterwards) {
    /// Wakes the writer to the end.
    static final Outgoing END = new Outgoing("", NOTHING);
  }

  private record ErrorFrame(
      String type,
      String content,
      ErrorCode errorCode,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String clientMessageId) {}

  /// Begins to write; what was sent before waits for it.
  public void start() {
    Thread.ofVirtual().name("socket-" + wire.name()).start(this::write);
  }

  private void write() {
    try {
      while (reason.get() == null) {
        var next = queue.take();
        if (reason.get() == null) {
          handOver(next.frame());
          next.afterwards().run();
        }
      }
      finish();
    } catch (IOException | RuntimeException gone) {
      log.debug("socket {} is gone: {}", wire.name(), gone.toString());
      close(CloseReason.SERVER_ERROR);
      finish();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      written.countDown();
    }
  }

  private void handOver(@Nullable String frame) throws IOException {
    if (frame == null) {
      wire.ping();
    } else {
      wire.write(frame);
    }
  }

  private void finish() {
    var why = reason.get();
    try {
      wire.close(why == null ? CloseReason.SERVER_ERROR : why);
    } catch (IOException | RuntimeException gone) {
      log.debug("socket {} was gone: {}", wire.name(), gone.toString());
    }
  }

  /// Never waits: a reader that is too far behind is closed.
  public void send(String frame) {
    send(frame, NOTHING);
  }

  /// As [#send(String)].
  ///
  /// @param afterwards run by the writer when the frame has gone out
  /// @return false if it is closing, or closes now since there was no room
  public boolean send(String frame, Runnable afterwards) {
    return put(frame, afterwards);
  }

  private boolean put(@Nullable String frame, Runnable afterwards) {
    if (isClosing()) {
      return false;
    }
    if (queue.offer(new Outgoing(frame, afterwards))) {
      return true;
    }
    close(CloseReason.TOO_SLOW);
    return false;
  }

  /// Sends an error frame; the connection stays open.
  ///
  /// @param clientMessageId of the frame that is answered
  public void refuse(Refusal refusal, @Nullable String clientMessageId) {
    error(refusal.code(), String.valueOf(refusal.getMessage()), clientMessageId);
  }

  private void error(ErrorCode code, String text, @Nullable String clientMessageId) {
    send(json.writeValueAsString(new ErrorFrame("error", text, code, clientMessageId)));
  }

  /// Does what a frame asks for. What is thrown becomes an error frame, which shows nothing of the
  /// inside.
  ///
  /// @param clientMessageId of the frame
  public void handle(@Nullable String clientMessageId, Runnable work) {
    try {
      work.run();
    } catch (Refusal refusal) {
      refuse(refusal, clientMessageId);
    } catch (DataAccessException | TransactionException away) {
      // the class only: a message may quote what was sent
      log.warn("frame not handled: {}", away.getClass().getSimpleName());
      refuse(Refusal.unavailable(), clientMessageId);
    } catch (Throwable bug) {
      log.error("unexpected", bug);
      error(ErrorCode.SRV_001, "Internal server error", clientMessageId);
    }
  }

  /// Pings, or gives up a client that left too many pings unanswered.
  void ping() {
    if (unansweredPings.getAndIncrement() >= MISSED_PONGS) {
      close(CloseReason.NO_PONG);
    } else {
      put(null, wire.answersPings() ? NOTHING : this::pong);
    }
  }

  void pong() {
    unansweredPings.set(0);
  }

  void suspend(boolean suspend) {
    suspended = suspend;
  }

  /// Whether nobody can say at the moment if the client may be here. Until somebody can, nothing is
  /// taken from it and none of the service's data sent to it.
  public boolean isSuspended() {
    return suspended;
  }

  /// Closes; what waits in the queue is dropped. The first reason counts. The writer closes: it is
  /// never interrupted, which would tear the connection before the code is out.
  public void close(CloseReason why) {
    if (reason.compareAndSet(null, why)) {
      queue.clear();
      queue.offer(Outgoing.END);
    }
  }

  public boolean isClosing() {
    return reason.get() != null;
  }

  /// @return null while it is open
  public @Nullable CloseReason closeReason() {
    return reason.get();
  }

  boolean awaitWritten(long millis) throws InterruptedException {
    return written.await(millis, TimeUnit.MILLISECONDS);
  }
}
