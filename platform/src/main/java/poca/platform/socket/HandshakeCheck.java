package poca.platform.socket;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.transaction.TransactionException;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.server.HandshakeInterceptor;
import poca.platform.web.ErrorWriter;
import poca.platform.web.Refusal;
import tools.jackson.databind.json.JsonMapper;

/// Decides on a handshake before it is accepted; refusals go out as HTTP, in the error envelope.
final class HandshakeCheck<P> implements HandshakeInterceptor {

  private static final Logger log = LoggerFactory.getLogger(HandshakeCheck.class);
  private static final String ACCEPTED = Accepted.class.getName();

  private final SocketEndpoint<P> endpoint;
  private final Connections connections;
  private final ErrorWriter errors;
  private final JsonMapper json;

  HandshakeCheck(
      SocketEndpoint<P> endpoint, Connections connections, ErrorWriter errors, JsonMapper json) {
    this.endpoint = endpoint;
    this.connections = connections;
    this.errors = errors;
    this.json = json;
  }

  /// Makes the client of a handshake that was accepted.
  interface Accepted {
    Client<?> connect(WebSocketSession session);

    static Accepted of(WebSocketSession session) {
      return (Accepted) Objects.requireNonNull(session.getAttributes().get(ACCEPTED));
    }
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes)
      throws IOException {
    var http = ((ServletServerHttpRequest) request).getServletRequest();
    try {
      attributes.put(ACCEPTED, accepted(http));
      return true;
    } catch (Refusal refusal) {
      refuse(http, response, refusal);
    } catch (DataAccessException | TransactionException away) {
      log.warn("handshake not judged: {}", away.toString());
      refuse(http, response, Refusal.unavailable());
    }
    return false;
  }

  private Accepted accepted(HttpServletRequest request) {
    var principal = endpoint.authorize(request);
    if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      throw Refusal.breaksRule("Not a WebSocket handshake");
    }
    endpoint.accepted(principal);
    return session -> new Client<>(endpoint, principal, connections, new SocketWire(session), json);
  }

  private void refuse(HttpServletRequest request, ServerHttpResponse response, Refusal refusal)
      throws IOException {
    errors.write(request, ((ServletServerHttpResponse) response).getServletResponse(), refusal);
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception failure) {}
}
