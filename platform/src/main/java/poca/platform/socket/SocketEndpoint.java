package poca.platform.socket;

import jakarta.servlet.http.HttpServletRequest;

/// Describes one WebSocket route of a service: who may connect and stay, and who serves them. Each
/// bean of this type is a route.
///
/// @param <P> the principal: what the service knows of who is connected
public interface SocketEndpoint<P> {

  /// The route, as a pattern of Spring's.
  String path();

  /// How many outgoing frames may wait for a slow reader before its connection is closed with 4408.
  int outgoingBuffer();

  /// Decides on a handshake.
  ///
  /// @throws poca.platform.web.Refusal answered as HTTP, in the error envelope
  P authorize(HttpServletRequest handshake);

  /// Notes, in the audit say, that a handshake is about to be accepted.
  ///
  /// @throws poca.platform.web.Refusal as [#authorize]
  void accepted(P principal);

  /// Makes the handler of an accepted connection; [ConnectionHandler#opened()] follows.
  ConnectionHandler connect(Connection connection, P principal);

  /// Decides whether an open connection may stay. It may ask over the network, and is asked every
  /// second.
  ///
  /// @throws poca.platform.web.Refusal 401 closes with 4401, 403 and 404 close with 4403; with
  ///   anything else nobody can say, and the connection is suspended
  void review(P principal);

  /// Takes up work again when connections are taken again after a stop.
  default void start() {}

  /// Waits at shutdown, when the connections are closed, until what they began is done.
  default void drain() throws InterruptedException {}
}
