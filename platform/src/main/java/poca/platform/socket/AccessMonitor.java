package poca.platform.socket;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import poca.platform.web.Refusal;

/// Keeps one connection's right to be there under review. What cannot be judged is suspended,
/// neither served nor closed.
final class AccessMonitor {

  private static final Logger log = LoggerFactory.getLogger(AccessMonitor.class);

  private final Connection connection;
  private final ConnectionHandler handler;
  private final Runnable question;
  private final AtomicBoolean asking = new AtomicBoolean();

  /// @param question throws what [SocketEndpoint#review] does
  AccessMonitor(Connection connection, ConnectionHandler handler, Runnable question) {
    this.connection = connection;
    this.handler = handler;
    this.question = question;
  }

  /// Asks on a thread of its own, since a question to another service may take its time, and only
  /// one question at a time.
  void review() {
    if (!connection.isClosing() && asking.compareAndSet(false, true)) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              ask();
            } finally {
              asking.set(false);
            }
          });
    }
  }

  void ask() {
    try {
      question.run();
    } catch (Refusal refusal) {
      switch (refusal.status()) {
        case 401 -> connection.close(CloseReason.SESSION_ENDED);
        case 403, 404 -> connection.close(CloseReason.ACCESS_LOST);
        default -> connection.suspend(true);
      }
      return;
    } catch (RuntimeException unjudged) {
      log.warn("access not reviewed: {}", unjudged.toString());
      connection.suspend(true);
      return;
    }
    if (connection.isSuspended()) {
      connection.suspend(false);
      handler.resumed();
    }
  }
}
