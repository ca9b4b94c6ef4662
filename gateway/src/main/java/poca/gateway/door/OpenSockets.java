package poca.gateway.door;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.netty.util.concurrent.GlobalEventExecutor;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Tells the clients on WebSockets that the gateway goes (1001), before the server waits for what
/// is under way: they come back through another instance and resume.
@Component
final class OpenSockets implements SmartLifecycle {

  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private volatile boolean running;

  OpenSockets() {}

  /// Forgets the connection by itself when it ends.
  void watch(Channel connection) {
    connections.add(connection);
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
