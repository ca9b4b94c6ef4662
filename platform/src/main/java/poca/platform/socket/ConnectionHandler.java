package poca.platform.socket;

/// Serves one connection of a service. Frames come one at a time, after [#opened()] has returned.
public interface ConnectionHandler {

  /// Greets. From here on the connection is under review.
  default void opened() {}

  /// Takes a frame that is a JSON object, and in the rate.
  ///
  /// @throws poca.platform.web.Refusal answered with an error frame; the connection stays open
  void received(ClientFrame frame);

  /// Goes on after access was in doubt for a while: what was held back may be sent.
  default void resumed() {}

  /// Lets the connection go. Called once, never before [#opened()] has returned.
  default void closed() {}
}
