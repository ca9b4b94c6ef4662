package poca.ai.live;

import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import poca.ai.session.Retelling;
import poca.ai.session.Turns;
import poca.contracts.ErrorCode;
import poca.platform.audit.Audit;

/// The assistant's WebSocket (contract 5.2): what clients send is a turn like one that came over
/// HTTP.
@Component
class AiSocket extends AbstractWebSocketHandler {

  private static final Logger log = LoggerFactory.getLogger(AiSocket.class);

  private static final String TALK = Talk.class.getName();

  /// How long a write may block before the connection counts as dead; Tomcat's own name.
  private static final String SEND_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

  private static final Long SEND_MILLIS = 10_000L;

  private final TurnsUnderWay live;
  private final AiFrames frames;
  private final Turns turns;
  private final Retelling retelling;
  private final Audit audit;

  AiSocket(TurnsUnderWay live, AiFrames frames, Turns turns, Retelling retelling, Audit audit) {
    this.live = live;
    this.frames = frames;
    this.turns = turns;
    this.retelling = retelling;
    this.audit = audit;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    if (session instanceof StandardWebSocketSession standard
        && standard.getNativeSession() instanceof Session tomcat) {
      tomcat.getUserProperties().put(SEND_TIMEOUT, SEND_MILLIS);
    }
    var socket = new Socket(session, SessionParticipant.of(session));
    session.getAttributes().put(TALK, new Talk(socket, turns, retelling, frames, live, audit));
    socket.startWriting();
    socket.say(frames.system());
    live.join(socket);
  }

  @Override
  public boolean supportsPartialMessages() {
    return true;
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage piece) {
    var talk = talk(session);
    if (talk == null || talk.socket().isEnding()) {
      return;
    }
    var socket = talk.socket();
    if (!socket.incoming.add(piece.getPayload())) {
      socket.end(Endings.FRAME_TOO_LARGE);
    } else if (piece.isLast()) {
      frame(talk, socket.incoming.complete());
    }
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession session, BinaryMessage piece) {
    var talk = talk(session);
    if (talk == null || talk.socket().isEnding()) {
      return;
    }
    var socket = talk.socket();
    if (!socket.incoming.add(piece.getPayloadLength())) {
      socket.end(Endings.FRAME_TOO_LARGE);
    } else if (piece.isLast()) {
      socket.incoming.complete();
      frame(talk, "");
    }
  }

  @Override
  protected void handlePongMessage(WebSocketSession session, PongMessage message) {
    var talk = talk(session);
    if (talk != null) {
      talk.socket().pong();
    }
  }

  @Override
  public void handleTransportError(WebSocketSession session, Throwable cause) {
    log.debug("socket {}: {}", session.getId(), cause.toString());
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    var talk = talk(session);
    if (talk != null) {
      talk.socket().end(status);
      live.leave(talk.socket());
    }
  }

  private static @Nullable Talk talk(WebSocketSession session) {
    return (Talk) session.getAttributes().get(TALK);
  }

  private void frame(Talk talk, String text) {
    var socket = talk.socket();
    if (!socket.incoming.isInRate()) {
      socket.say(
          frames.error(ErrorCode.SRV_003, "Too many requests", frames.clientMessageId(text)));
      return;
    }
    switch (frames.read(text)) {
      case AiFrames.Asked.Nothing _ -> {}
      case AiFrames.Asked.Malformed _ -> talk.malformed(frames.clientMessageId(text));
      case AiFrames.Asked.Message asked -> talk.say(asked.said());
      case AiFrames.Asked.Cancel _ -> talk.cancel();
      case AiFrames.Asked.Resume asked -> talk.resume(asked.message(), asked.offset());
    }
  }
}
