package poca.platform.socket;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/// Answers requests with Server-Sent Events. To its endpoint such a client is a connection like
/// another, which says nothing: reviewed each second, pinged by comments, bounded, and taken leave
/// of when the instance ends.
public final class EventStreams {

  private final Connections connections;
  private final JsonMapper json;

  EventStreams(Connections connections, JsonMapper json) {
    this.connections = connections;
    this.json = json;
  }

  /// Begins the answer and returns; it goes on until either side ends it.
  ///
  /// @param principal whom the service has let in
  public <P> void serve(
      SocketEndpoint<P> endpoint,
      P principal,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    response.setContentType("text/event-stream;charset=UTF-8");
    // for proxies that would collect the answer before they hand it on
    response.setHeader("X-Accel-Buffering", "no");
    var answer = response.getOutputStream();
    answer.flush();
    var async = request.startAsync(request, response);
    async.setTimeout(0);
    var wire = new EventSourceWire(async, answer);
    var client = new Client<>(endpoint, principal, connections, wire, json);
    async.addListener(new Ending(client));
    client.open();
  }

  private record Ending(Client<?> client) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
      client.closed();
    }

    @Override
    public void onError(AsyncEvent event) {
      client.closed();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      client.closed();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
