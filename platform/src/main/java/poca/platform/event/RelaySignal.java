package poca.platform.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wakes the relay in charge when another instance has committed. It is sent behind the commit, on
/// the sender's own connection: a `notify` inside the transaction would make all commits of the
/// database queue for one lock. A signal that is lost costs the relay's next look, nothing else.
final class RelaySignal implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RelaySignal.class);

  private static final String CHANNEL = "poca_outbox";
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final DataSource connections;
  private final Runnable heard;
  private final Outage outage = new Outage(log, "signals of the outbox");
  private volatile boolean open = true;

  private RelaySignal(DataSource connections, Runnable heard) {
    this.connections = connections;
    this.heard = heard;
  }

  static void send(Connection connection) throws SQLException {
    try (var notification = connection.createStatement()) {
      notification.execute("notify " + CHANNEL);
    }
  }

  /// @param connections gives a connection that nobody else uses
  static RelaySignal listen(DataSource connections, Runnable heard) {
    var signal = new RelaySignal(connections, heard);
    Thread.ofPlatform().name("outbox-signal").daemon().start(signal::run);
    return signal;
  }

  private void run() {
    while (open) {
      try (var connection = connections.getConnection();
          var listening = connection.createStatement()) {
        listening.execute("listen " + CHANNEL);
        outage.ended();
        heard.run(); // what was said meanwhile was said to nobody
        var signals = connection.unwrap(PGConnection.class);
        while (open) {
          var said = signals.getNotifications((int) LOOK.toMillis());
          if (said != null && said.length > 0) {
            heard.run();
          }
        }
      } catch (SQLException e) {
        outage.began(e);
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Its thread ends within a second.
  @Override
  public void close() {
    open = false;
  }
}
