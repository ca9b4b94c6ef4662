package poca.ai.live;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.relation.RelationEnded;
import poca.access.security.Callers;
import poca.access.security.ConnectionLogins;
import poca.access.session.SessionClosed;
import poca.ai.session.AiSessions;
import poca.ai.session.AnswerReplay;
import poca.ai.session.Turns;
import poca.contracts.AiSessionId;
import poca.platform.socket.Connection;
import poca.platform.socket.ConnectionHandler;
import poca.platform.socket.Connections;
import poca.platform.socket.SocketEndpoint;
import poca.platform.web.Refusal;

/// Serves the assistant's WebSocket (contract 5.2): what clients send is a turn like one that came
/// over HTTP.
@Component
class AiSocket implements SocketEndpoint<SessionParticipant> {

  static final int OUTGOING_BUFFER = 512;

  private final ConnectionLogins logins;
  private final AiSessions sessions;
  private final Connections connections;
  private final AiFrames frames;
  private final Turns turns;
  private final AnswerReplay answerReplay;
  private final TurnsUnderWay underWay;
  private final Audit audit;

  AiSocket(
      ConnectionLogins logins,
      AiSessions sessions,
      Connections connections,
      AiFrames frames,
      Turns turns,
      AnswerReplay answerReplay,
      TurnsUnderWay underWay,
      Audit audit) {
    this.logins = logins;
    this.sessions = sessions;
    this.connections = connections;
    this.frames = frames;
    this.turns = turns;
    this.answerReplay = answerReplay;
    this.underWay = underWay;
    this.audit = audit;
  }

  @Override
  public String path() {
    return "/api/v1/ai-assistant/ws/{session_id}";
  }

  /// Holds the longest answer in its pieces.
  @Override
  public int outgoingBuffer() {
    return OUTGOING_BUFFER;
  }

  @Override
  public SessionParticipant authorize(HttpServletRequest handshake) {
    var session = named(handshake);
    try {
      var login = logins.ofHandshake(handshake);
      var id = session.orElseThrow(() -> Refusal.notFound("AI session"));
      return new SessionParticipant(
          login,
          sessions.enter(login.caller(), id),
          "true".equalsIgnoreCase(handshake.getParameter("stream")));
    } catch (Refusal refusal) {
      var caller = Callers.of(handshake);
      if (caller != null) {
        audit.refused(Actor.of(caller), read(session.orElse(null)), refusal);
      }
      throw refusal;
    }
  }

  private static Optional<AiSessionId> named(HttpServletRequest request) {
    var path = request.getRequestURI();
    try {
      return Optional.of(AiSessionId.of(path.substring(path.lastIndexOf('/') + 1)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static AuditedAction read(@Nullable AiSessionId session) {
    return AuditedAction.read("ai_session", session == null ? null : session.value());
  }

  @Override
  public void accepted(SessionParticipant participant) {
    var access = participant.entry();
    audit.granted(
        participant.caller(),
        read(participant.session()).of(access.party().patient()),
        access.basis());
  }

  /// An interview that is gone went with its chat: 404 is lost access, too.
  @Override
  public void review(SessionParticipant participant) {
    logins.review(participant.login());
    sessions.enter(participant.caller(), participant.session());
  }

  @EventListener
  void on(SessionClosed over) {
    connections.review(
        SessionParticipant.class, participant -> participant.login().isConcernedBy(over));
  }

  @EventListener
  void on(RelationEnded ended) {
    var relation = ended.relation();
    connections.review(
        SessionParticipant.class,
        participant ->
            participant.caller().user().value().equals(relation.left())
                && participant.entry().party().patient().value().equals(relation.right()));
  }

  @Override
  public ConnectionHandler connect(Connection connection, SessionParticipant participant) {
    return new SocketTurns(connection, participant, turns, answerReplay, frames, underWay, audit);
  }

  @Override
  public void start() {
    underWay.start();
  }

  @Override
  public void drain() throws InterruptedException {
    underWay.drain();
  }
}
