package poca.chat.live;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class LiveConfiguration implements WebSocketConfigurer {

  private final ChatSocket sockets;
  private final Door door;

  LiveConfiguration(ChatSocket sockets, Door door) {
    this.sockets = sockets;
    this.door = door;
  }

  /// Any origin: who may connect is decided by a token, never by a cookie.
  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    var handshakes = new Handshakes();
    handshakes.setSupportedProtocols("poca.bearer");
    registry
        .addHandler(sockets, "/api/v1/chats/ws/{chat_id}")
        .addInterceptors(door)
        .setHandshakeHandler(handshakes)
        .setAllowedOriginPatterns("*");
  }

  /// No compression: it costs some hundred kilobytes a connection, and a small frame may become a
  /// large one.
  private static final class Handshakes extends DefaultHandshakeHandler {
    @Override
    protected List<WebSocketExtension> filterRequestedExtensions(
        ServerHttpRequest request,
        List<WebSocketExtension> requested,
        List<WebSocketExtension> supported) {
      return List.of();
    }
  }
}
