package poca.ai.session;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.relation.CareTeam;
import poca.access.security.Caller;
import poca.ai.careteam.ChatGone;
import poca.ai.careteam.ChatParties;
import poca.ai.careteam.Chats;
import poca.ai.engine.Engine;
import poca.contracts.AccessBasis;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;
import poca.contracts.Role;
import poca.contracts.fact.AiSessionFact;
import poca.contracts.fact.AiSessionFact.AiSessionEnded;
import poca.contracts.fact.AiSessionFact.AiSessionStarted;
import poca.platform.web.Refusal;

/// Keeps the interviews: who may enter one, its beginning and its end.
@Service
public class AiSessions {

  private final SessionStore store;
  private final SessionStates states;
  private final Chats chats;
  private final CareTeam careTeam;
  private final Engine engine;
  private final Audit audit;

  AiSessions(
      SessionStore store,
      SessionStates states,
      Chats chats,
      CareTeam careTeam,
      Engine engine,
      Audit audit) {
    this.store = store;
    this.states = states;
    this.chats = chats;
    this.careTeam = careTeam;
    this.engine = engine;
    this.audit = audit;
  }

  /// Begins an interview; a chat may have several.
  ///
  /// @throws Refusal 404, 403
  AiSession start(Caller caller, ChatId chat) {
    var parties = chats.find(chat).orElseThrow(() -> Refusal.notFound("Chat"));
    var basis = access(caller, parties);
    return audit.execute(use -> {
      var session =
          AiSession.begun(new AiSessionId(use.newId()), parties, use.now(), engine.name());
      if (!store.insert(session, caller.user())) {
        throw Refusal.notFound("Chat");
      }
      use.granted(
          caller,
          AuditedAction.create("ai_session", session.id().value()).of(parties.patient()),
          basis);
      use.tell(AiSessionFact.TOPIC, new AiSessionStarted(session.id(), chat));
      states.tell(session.id());
      return session;
    });
  }

  /// The session, if the caller may see it (contract 2.3).
  ///
  /// @throws Refusal 404, 403; 503 if nobody can say
  public SessionAccess enter(Caller caller, AiSessionId id) {
    if (caller.is(Role.HOSPITAL)) {
      throw Refusal.notAllowed();
    }
    var session = store.find(id).orElseThrow(AiSessions::unknown);
    return new SessionAccess(session, access(caller, session.party()));
  }

  private AccessBasis access(Caller caller, ChatParties parties) {
    audit.concerns(parties.patient());
    return careTeam.party(caller, parties.doctor(), parties.patient()).orRefuse();
  }

  /// Whether the caller may see the chat's sessions, and why.
  ///
  /// @throws Refusal 404, 403; 503 if nobody can say
  public AccessBasis enterChat(Caller caller, ChatId chat) {
    return access(caller, chats.find(chat).orElseThrow(() -> Refusal.notFound("Chat")));
  }

  /// For who may see them: those that are still there.
  public List<AiSession> inOrder(List<AiSessionId> ids) {
    var found =
        store.find(ids).stream().collect(Collectors.toMap(AiSession::id, Function.identity()));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /// @param takesNote false if only its headers are asked for
  /// @throws Refusal as [#enter]
  AiSession read(Caller caller, AiSessionId id, boolean takesNote) {
    var access = enter(caller, id);
    audit.granted(
        caller,
        AuditedAction.read("ai_session", id.value()).of(access.party().patient()),
        access.basis());
    return takesNote ? attended(caller, access.session()) : access.session();
  }

  /// Reading a session, the doctor attends to it as it was read (contract 9.4): one that has
  /// changed meanwhile still waits.
  ///
  /// @return the session as it is now
  AiSession attended(Caller caller, AiSession read) {
    if (!caller.is(Role.DOCTOR) || read.attendedAt() != null) {
      return read;
    }
    audit.executeWithoutResult(use -> {
      if (store.attend(read.id(), read.version(), use.now())) {
        states.tell(read.id());
      }
    });
    return store.find(read.id()).orElseThrow(AiSessions::unknown);
  }

  /// Ends it; a repeat changes nothing. A turn that is under way is completed.
  AiSession end(Caller caller, AiSessionId id) {
    var access = enter(caller, id);
    audit.executeWithoutResult(use -> {
      use.granted(
          caller,
          AuditedAction.update("ai_session", id.value()).of(access.party().patient()),
          access.basis());
      if (store.end(id, use.now())) {
        use.tell(AiSessionFact.TOPIC, new AiSessionEnded(id, access.party().chat()));
        states.tell(id);
      }
    });
    return store.find(id).orElseThrow(AiSessions::unknown);
  }

  /// In the transaction that notes the chat's end.
  @EventListener
  void on(ChatGone gone) {
    store.deleteOf(gone.chat()).forEach(states::tellGone);
  }

  static Refusal unknown() {
    return Refusal.notFound("AI session");
  }
}
