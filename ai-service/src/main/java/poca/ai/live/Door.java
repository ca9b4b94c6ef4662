package poca.ai.live;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import poca.ai.session.Sessions;
import poca.contracts.AiSessionId;
import poca.platform.audit.Actor;
import poca.platform.audit.Audit;
import poca.platform.audit.Deed;
import poca.platform.security.Callers;
import poca.platform.security.Tokens;
import poca.platform.web.ErrorWriter;
import poca.platform.web.Refusal;

/// Judges a handshake before it is accepted; refusals go out as HTTP, with the error envelope.
@Component
class Door implements HandshakeInterceptor {

  private static final Logger log = LoggerFactory.getLogger(Door.class);

  private final Callers callers;
  private final Tokens tokens;
  private final Sessions sessions;
  private final Audit audit;
  private final ErrorWriter errors;

  Door(Callers callers, Tokens tokens, Sessions sessions, Audit audit, ErrorWriter errors) {
    this.callers = callers;
    this.tokens = tokens;
    this.sessions = sessions;
    this.audit = audit;
    this.errors = errors;
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
      attributes.put(SessionParticipant.ATTRIBUTE, guest(http));
      return true;
    } catch (Refusal refusal) {
      refuse(http, response, refusal);
    } catch (DataAccessException away) {
      log.warn("handshake not judged: {}", away.toString());
      refuse(http, response, Refusal.unavailable());
    }
    return false;
  }

  private SessionParticipant guest(HttpServletRequest request) {
    var caller = callers.ofHandshake(request);
    var entry = sessions.enter(caller, session(request));
    if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      throw Refusal.breaksRule("Not a WebSocket handshake");
    }
    audit.granted(caller, read(entry.session().id()).of(entry.party().patient()), entry.ground());
    return new SessionParticipant(
        caller,
        entry,
        tokens.access(caller.token()).expiresAt(),
        "true".equalsIgnoreCase(request.getParameter("stream")));
  }

  private static AiSessionId session(HttpServletRequest request) {
    return named(request).orElseThrow(() -> Refusal.notFound("AI session"));
  }

  private static Optional<AiSessionId> named(HttpServletRequest request) {
    var path = request.getRequestURI();
    try {
      return Optional.of(AiSessionId.of(path.substring(path.lastIndexOf('/') + 1)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Deed read(@Nullable AiSessionId session) {
    return Deed.read("ai_session", session == null ? null : session.value());
  }

  private void refuse(HttpServletRequest request, ServerHttpResponse response, Refusal refusal)
      throws IOException {
    var caller = Callers.of(request);
    if (caller != null) {
      audit.refused(Actor.of(caller), read(named(request).orElse(null)), refusal);
    }
    errors.write(request, ((ServletServerHttpResponse) response).getServletResponse(), refusal);
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception failure) {}
}
