package poca.platform.socket;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// An answer of Server-Sent Events. A frame is a block of lines as that format has them, without
/// the empty line behind it.
final class EventSourceWire implements Wire {

  /// A comment: clients pass over it.
  private static final String PING = ":";

  private final AsyncContext request;
  private final OutputStream answer;

  EventSourceWire(AsyncContext request, OutputStream answer) {
    this.request = request;
    this.answer = answer;
  }

  @Override
  public String name() {
    return Integer.toHexString(System.identityHashCode(request));
  }

  @Override
  public void write(String frame) throws IOException {
    answer.write((frame + "\n\n").getBytes(StandardCharsets.UTF_8));
    answer.flush();
  }

  @Override
  public void ping() throws IOException {
    write(PING);
  }

  @Override
  public boolean answersPings() {
    return false;
  }

  /// The stream ends; a client that comes again hears why it may not.
  @Override
  public void close(CloseReason reason) {
    request.complete();
  }
}
