package poca.chat.live;

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
import poca.chat.chat.Chats;
import poca.chat.live.ChatFrames.Wish;
import poca.chat.message.Deliveries;
import poca.chat.message.NewMessage;
import poca.chat.message.ReadMarks;
import poca.chat.message.Sending;
import poca.contracts.ChatId;
import poca.contracts.fact.AuditFact.Action;
import poca.platform.IdSource;
import poca.platform.socket.ClientFrame;
import poca.platform.socket.CloseReason;
import poca.platform.socket.Connection;
import poca.platform.socket.ConnectionHandler;
import poca.platform.socket.Connections;
import poca.platform.socket.SocketEndpoint;
import poca.platform.web.Refusal;

/// Serves the chat's WebSocket (contract 5.3): what clients send is stored like a message that came
/// over HTTP, and comes back to everybody by the same way.
@Component
class ChatSocket implements SocketEndpoint<ChatParticipant> {

  private static final long WELCOME_SECONDS = 5;

  /// Of the query `v`: whoever names it knows receipts and typing.
  private static final String SECOND_VERSION = "2";

  private final ConnectionLogins logins;
  private final Chats chats;
  private final Connections connections;
  private final LiveChats live;
  private final ChatFrames frames;
  private final Sending sending;
  private final ReadMarks marks;
  private final Deliveries deliveries;
  private final Audit audit;
  private final IdSource ids;

  ChatSocket(
      ConnectionLogins logins,
      Chats chats,
      Connections connections,
      LiveChats live,
      ChatFrames frames,
      Sending sending,
      ReadMarks marks,
      Deliveries deliveries,
      Audit audit,
      IdSource ids) {
    this.logins = logins;
    this.chats = chats;
    this.connections = connections;
    this.live = live;
    this.frames = frames;
    this.sending = sending;
    this.marks = marks;
    this.deliveries = deliveries;
    this.audit = audit;
    this.ids = ids;
  }

  @Override
  public String path() {
    return "/api/v1/chats/ws/{chat_id}";
  }

  @Override
  public int outgoingBuffer() {
    return 256;
  }

  @Override
  public ChatParticipant authorize(HttpServletRequest handshake) {
    var chat = named(handshake);
    try {
      var login = logins.ofHandshake(handshake);
      var id = chat.orElseThrow(() -> Refusal.notFound("Chat"));
      return new ChatParticipant(
          login,
          chats.enter(login.caller(), id),
          SECOND_VERSION.equals(handshake.getParameter("v")));
    } catch (Refusal refusal) {
      var caller = Callers.of(handshake);
      if (caller != null) {
        audit.refused(Actor.of(caller), read(chat.orElse(null)), refusal);
      }
      throw refusal;
    }
  }

  private static Optional<ChatId> named(HttpServletRequest request) {
    var path = request.getRequestURI();
    try {
      return Optional.of(ChatId.of(path.substring(path.lastIndexOf('/') + 1)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /// Who connects is handed the history.
  private static AuditedAction read(@Nullable ChatId chat) {
    return AuditedAction.read("chat", chat == null ? null : chat.value());
  }

  @Override
  public void accepted(ChatParticipant participant) {
    var access = participant.seat();
    audit.granted(
        participant.caller(), read(access.chat().id()).of(access.chat().patient()), access.basis());
  }

  @Override
  public void review(ChatParticipant participant) {
    logins.review(participant.login());
    chats.seat(participant.caller(), participant.seat().chat());
  }

  @EventListener
  void on(SessionClosed over) {
    connections.review(
        ChatParticipant.class, participant -> participant.login().isConcernedBy(over));
  }

  @EventListener
  void on(RelationEnded ended) {
    var relation = ended.relation();
    connections.review(
        ChatParticipant.class,
        participant ->
            participant.caller().user().value().equals(relation.left())
                && participant.seat().chat().patient().value().equals(relation.right()));
  }

  @Override
  public ConnectionHandler connect(Connection connection, ChatParticipant participant) {
    return new Handler(connection, participant);
  }

  private final class Handler implements ConnectionHandler {

    private final Connection connection;
    private final ChatParticipant participant;
    private final Subscriber subscriber;

    private Handler(Connection connection, ChatParticipant participant) {
      this.connection = connection;
      this.participant = participant;
      var chat = participant.seat().chat().id();
      var side = participant.seat().side();
      this.subscriber =
          new Subscriber(
              ids.next(),
              connection,
              participant.receipts(),
              side == null ? _ -> {} : seq -> deliveries.handed(chat, side, seq));
    }

    /// Returns when the history stands in the queue: a client's first message then comes behind it.
    @Override
    public void opened() {
      var chat = participant.seat().chat();
      connection.send(frames.system(chat.id()));
      live.join(chat, subscriber);
      try {
        if (!subscriber.awaitWelcome(WELCOME_SECONDS)) {
          connection.close(CloseReason.SERVER_ERROR);
        }
      } catch (InterruptedException e) {
        connection.close(CloseReason.SERVER_ERROR);
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void received(ClientFrame frame) {
      var wish = participant.receipts() ? frames.wish(frame) : null;
      var message = wish == null ? frames.message(frame) : null;
      if (wish == null && message == null) {
        return;
      }
      if (connection.isSuspended()) {
        throw Refusal.unavailable();
      }
      if (wish != null) {
        fulfil(wish);
      } else if (message != null) {
        send(message);
      }
    }

    private void fulfil(Wish wish) {
      var seat = participant.seat();
      var account = participant.caller().user();
      switch (wish) {
        case Wish.Typing _ -> {
          if (seat.side() != null) {
            live.types(seat.chat().id(), account, seat.side(), subscriber.id());
          }
        }
        case Wish.Read(var seq) ->
            audited(Action.UPDATE, () -> marks.markUpTo(participant.caller(), seat, seq));
      }
    }

    private void send(NewMessage message) {
      var chat = participant.seat().chat().id();
      audited(
          Action.CREATE,
          () -> {
            var sent = sending.send(participant.caller(), chat, message);
            if (sent.repeated()) {
              connection.send(frames.message(sent.message()));
            }
          });
    }

    private void audited(Action action, Runnable work) {
      try {
        work.run();
      } catch (Refusal refusal) {
        audit.refused(
            Actor.of(participant.caller()),
            new AuditedAction(action, "message", null, participant.seat().chat().patient()),
            refusal);
        throw refusal;
      }
    }

    @Override
    public void resumed() {
      live.catchUp(participant.seat().chat().id());
    }

    @Override
    public void closed() {
      live.leave(participant.seat().chat().id(), subscriber);
    }
  }
}
