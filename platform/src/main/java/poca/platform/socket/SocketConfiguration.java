package poca.platform.socket;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import poca.platform.web.ErrorWriter;
import tools.jackson.databind.json.JsonMapper;

/// Serves every [SocketEndpoint] of a service.
@AutoConfiguration(afterName = "poca.platform.web.WebConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(EnableWebSocket.class)
@ConditionalOnBean(SocketEndpoint.class)
@EnableWebSocket
class SocketConfiguration {

  @Bean
  Connections connections(MeterRegistry meters) {
    return new Connections(meters);
  }

  @Bean
  EventStreams eventStreams(Connections connections, JsonMapper json) {
    return new EventStreams(connections, json);
  }

  /// Any origin: who may connect is decided by a token, never by a cookie.
  @Bean
  WebSocketConfigurer socketRoutes(
      List<SocketEndpoint<?>> endpoints,
      Connections connections,
      ErrorWriter errors,
      JsonMapper json) {
    var handler = new SocketHandler();
    var handshakes = new Uncompressed();
    handshakes.setSupportedProtocols("poca.bearer");
    return registry -> {
      for (var endpoint : endpoints) {
        connections.serve(endpoint);
        registry
            .addHandler(handler, endpoint.path())
            .addInterceptors(new HandshakeCheck<>(endpoint, connections, errors, json))
            .setHandshakeHandler(handshakes)
            .setAllowedOriginPatterns("*");
      }
    };
  }

  /// No compression: it costs some hundred kilobytes a connection, and a small frame may become a
  /// large one.
  private static final class Uncompressed extends DefaultHandshakeHandler {
    @Override
    protected List<WebSocketExtension> filterRequestedExtensions(
        ServerHttpRequest request,
        List<WebSocketExtension> requested,
        List<WebSocketExtension> supported) {
      return List.of();
    }
  }
}
