package poca.platform.socket;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import poca.platform.web.Refusal;
import tools.jackson.databind.json.JsonMapper;

/// Joins what belongs to one client from its handshake to its end: the connection, the service's
/// handler, and the limits of what it may send.
final class Client<P> {

  private static final Logger log = LoggerFactory.getLogger(Client.class);
  private static final Duration ONE_FRAME = Duration.ofMillis(100);

  private final P principal;
  private final Connections connections;
  private final Connection connection;
  private final ConnectionHandler handler;
  private final AccessMonitor access;
  private final JsonMapper json;
  private final FrameAssembler assembler = new FrameAssembler();
  private final FrameRateLimit rate = new FrameRateLimit(System::nanoTime);
  private final AtomicBoolean left = new AtomicBoolean();
  private volatile boolean opened;

  Client(
      SocketEndpoint<P> endpoint,
      P principal,
      Connections connections,
      Wire wire,
      JsonMapper json) {
    this.principal = principal;
    this.connections = connections;
    this.connection = new Connection(wire, endpoint.outgoingBuffer(), json);
    this.handler = endpoint.connect(connection, principal);
    this.access = new AccessMonitor(connection, handler, () -> endpoint.review(principal));
    this.json = json;
  }

  P principal() {
    return principal;
  }

  Connection connection() {
    return connection;
  }

  void open() {
    connection.start();
    connections.join(this);
    try {
      handler.opened();
    } catch (RuntimeException bug) {
      log.error("unexpected", bug);
      connection.close(CloseReason.SERVER_ERROR);
    }
    opened = true;
    // its end may have come before, and found nobody to tell
    if (connection.isClosing()) {
      leave();
    }
  }

  /// The connection is no more.
  void closed() {
    connection.close(CloseReason.CLOSED_BY_CLIENT);
    if (opened) {
      leave();
    }
  }

  private void leave() {
    if (left.compareAndSet(false, true)) {
      connections.leave(this);
      handler.closed();
    }
  }

  void text(String piece, boolean last) {
    if (!connection.isClosing()) {
      take(assembler.add(piece), last);
    }
  }

  /// No frame of the contract is binary: it counts, and is malformed.
  void binary(int length, boolean last) {
    if (!connection.isClosing()) {
      take(assembler.add(length), last);
    }
  }

  private void take(boolean fits, boolean last) {
    if (!fits) {
      connection.close(CloseReason.FRAME_TOO_LARGE);
    } else if (last) {
      frame(assembler.complete());
    }
  }

  private void frame(String text) {
    var frame = ClientFrame.parse(json, text);
    var id = frame == null ? null : frame.clientMessageId();
    if (!rate.take()) {
      connection.refuse(Refusal.tooMany(ONE_FRAME), id);
    } else if (frame == null) {
      connection.refuse(ClientFrame.malformed(), id);
    } else {
      connection.handle(id, () -> handler.received(frame));
    }
  }

  void pong() {
    connection.pong();
  }

  void ping() {
    connection.ping();
  }

  void review() {
    access.review();
  }
}
