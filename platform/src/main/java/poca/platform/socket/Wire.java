package poca.platform.socket;

import java.io.IOException;

/// Carries what a connection sends to its client. Only the connection's writer uses it, one call at
/// a time, and a call may block for as long as the client takes nothing.
interface Wire {

  /// For logs.
  String name();

  void write(String frame) throws IOException;

  /// Sends something that means nothing, to learn whether the client is there.
  void ping() throws IOException;

  /// Whether clients answer pings. Where they do not, one that went out counts as answered.
  boolean answersPings();

  /// Ends it, with the reason if the client can be told one.
  void close(CloseReason reason) throws IOException;
}
