package poca.gateway.door;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.Comparator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Keeps count of the connections of clients. There are as many as memory allows; when one more
/// comes, the one goes that has been without a request for the longest time. When the gateway ends
/// it tells those on WebSockets (1001), before the server waits for what is under way: they come
/// back through another instance and resume.
@Component
final class OpenConnections implements SmartLifecycle {

  /// What one may hold of the heap, without a body.
  private static final long BYTES = 32 << 10;

  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private volatile boolean running;

  private final long most;

  @Autowired
  OpenConnections() {
    this(Runtime.getRuntime().maxMemory() / BYTES);
  }

  OpenConnections(long most) {
    this.most = most;
  }

  /// Forgets the connection by itself when it ends.
  void watch(Channel connection) {
    connections.add(connection);
    if (connections.size() > most) {
      longestIdle(connection).close();
    }
  }

  /// @return the new one if all others have something to do
  private Channel longestIdle(Channel newest) {
    return connections.stream()
        .filter(connection -> connection != newest && isIdle(connection))
        .min(Comparator.comparingLong(OpenConnections::since))
        .orElse(newest);
  }

  private static boolean isIdle(Channel connection) {
    var head = connection.pipeline().get(RequestHeadTimeout.class);
    return head != null && head.isIdle();
  }

  private static long since(Channel connection) {
    var head = connection.pipeline().get(RequestHeadTimeout.class);
    return head == null ? Long.MAX_VALUE : head.since();
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    for (var connection : connections) {
      if (connection.pipeline().get(WebSocketFrameEncoder.class) != null) {
        connection.writeAndFlush(
            new CloseWebSocketFrame(WebSocketCloseStatus.ENDPOINT_UNAVAILABLE));
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// The highest phase stops first.
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
