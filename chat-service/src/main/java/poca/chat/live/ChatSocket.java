package poca.chat.live;

import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import poca.chat.message.Sending;
import poca.chat.receipt.Deliveries;
import poca.contracts.ErrorCode;
import poca.contracts.fact.AuditFact.Action;
import poca.platform.audit.Actor;
import poca.platform.audit.Audit;
import poca.platform.audit.Deed;
import poca.platform.web.Refusal;

/// The chat's WebSocket (contract 5.3): what clients send is stored like a message that came over
/// HTTP, and comes back to everybody by the same way.
@Component
class ChatSocket extends AbstractWebSocketHandler {

  private static final Logger log = LoggerFactory.getLogger(ChatSocket.class);

  private static final String SOCKET = Socket.class.getName();
  private static final long WELCOME_SECONDS = 5;

  /// How long a write may block before the connection counts as dead; Tomcat's own name.
  private static final String SEND_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

  private static final Long SEND_MILLIS = 10_000L;

  private final LiveChats live;
  private final ChatFrames frames;
  private final Sending sending;
  private final Deliveries deliveries;
  private final Audit audit;

  ChatSocket(LiveChats live, ChatFrames frames, Sending sending, Deliveries deliveries, Audit audit) {
    this.live = live;
    this.frames = frames;
    this.sending = sending;
    this.deliveries = deliveries;
    this.audit = audit;
  }

  /// Returns when the history stands in the queue: a client's first message then comes behind it.
  @Override
  public void afterConnectionEstablished(WebSocketSession session) throws Exception {
    if (session instanceof StandardWebSocketSession standard
        && standard.getNativeSession() instanceof Session tomcat) {
      tomcat.getUserProperties().put(SEND_TIMEOUT, SEND_MILLIS);
    }
    var guest = ChatParticipant.of(session);
    var chat = guest.seat().chat().id();
    var side = guest.seat().side();
    var socket =
        new Socket(
            session, guest, side == null ? _ -> {} : seq -> deliveries.handed(chat, side, seq));
    session.getAttributes().put(SOCKET, socket);
    socket.startWriting();
    socket.say(frames.system(chat));
    live.join(socket);
    if (!socket.awaitWelcome(WELCOME_SECONDS)) {
      socket.end(Endings.FAILED);
    }
  }

  @Override
  public boolean supportsPartialMessages() {
    return true;
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage piece) {
    var socket = socket(session);
    if (socket == null || socket.isEnding()) {
      return;
    }
    if (!socket.incoming.add(piece.getPayload())) {
      socket.end(Endings.FRAME_TOO_LARGE);
    } else if (piece.isLast()) {
      frame(socket, socket.incoming.complete());
    }
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession session, BinaryMessage piece) {
    var socket = socket(session);
    if (socket == null || socket.isEnding()) {
      return;
    }
    if (!socket.incoming.add(piece.getPayloadLength())) {
      socket.end(Endings.FRAME_TOO_LARGE);
    } else if (piece.isLast()) {
      socket.incoming.complete();
      frame(socket, "");
    }
  }

  @Override
  protected void handlePongMessage(WebSocketSession session, PongMessage message) {
    var socket = socket(session);
    if (socket != null) {
      socket.pong();
    }
  }

  @Override
  public void handleTransportError(WebSocketSession session, Throwable cause) {
    log.debug("socket {}: {}", session.getId(), cause.toString());
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    var socket = socket(session);
    if (socket != null) {
      socket.end(status);
      live.leave(socket);
    }
  }

  private static @Nullable Socket socket(WebSocketSession session) {
    return (Socket) session.getAttributes().get(SOCKET);
  }

  private void frame(Socket socket, String text) {
    if (!socket.incoming.isInRate()) {
      socket.say(frames.error(ErrorCode.SRV_003, "Too many requests", text));
      return;
    }
    switch (frames.read(text)) {
      case ChatFrames.Asked.Nothing _ -> {}
      case ChatFrames.Asked.Malformed _ ->
          socket.say(frames.error(ErrorCode.VAL_001, "Invalid message", text));
      case ChatFrames.Asked.ToSend asked -> {
        if (socket.isHeld()) {
          refuse(socket, Refusal.unavailable(), text);
        } else {
          send(socket, asked, text);
        }
      }
    }
  }

  private void send(Socket socket, ChatFrames.Asked.ToSend asked, String frame) {
    try {
      var sent = sending.send(socket.guest().caller(), socket.chat(), asked.message());
      if (sent.repeated()) {
        socket.say(frames.message(sent.chat(), sent.message()));
      }
    } catch (Refusal refusal) {
      var guest = socket.guest();
      audit.refused(
          Actor.of(guest.caller()),
          new Deed(Action.CREATE, "message", null, guest.seat().chat().patient()),
          refusal);
      refuse(socket, refusal, frame);
    } catch (DataAccessException | TransactionException away) {
      // the class only: a message may quote what was sent
      log.warn("message not stored: {}", away.getClass().getSimpleName());
      refuse(socket, Refusal.unavailable(), frame);
    } catch (RuntimeException bug) {
      log.error("unexpected", bug);
      socket.say(frames.error(ErrorCode.SRV_001, "Internal server error", frame));
    }
  }

  private void refuse(Socket socket, Refusal refusal, String frame) {
    socket.say(frames.error(refusal.code(), String.valueOf(refusal.getMessage()), frame));
  }
}
