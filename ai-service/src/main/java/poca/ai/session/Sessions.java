package poca.ai.session;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import poca.ai.careteam.CareTeam;
import poca.ai.careteam.ChatGone;
import poca.ai.careteam.Chats;
import poca.ai.careteam.Party;
import poca.ai.engine.Engine;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;
import poca.contracts.Role;
import poca.contracts.fact.AiSessionFact;
import poca.contracts.fact.AiSessionFact.AiSessionEnded;
import poca.contracts.fact.AiSessionFact.AiSessionStarted;
import poca.platform.IdSource;
import poca.platform.event.Outbox;
import poca.platform.security.Caller;
import poca.platform.web.Refusal;

/// Keeps the interviews: who may enter one, its beginning and its end.
@Service
public class Sessions {

  private final SessionStore store;
  private final Chats chats;
  private final CareTeam careTeam;
  private final Engine engine;
  private final Outbox outbox;
  private final IdSource ids;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Sessions(
      SessionStore store,
      Chats chats,
      CareTeam careTeam,
      Engine engine,
      Outbox outbox,
      IdSource ids,
      Clock clock,
      TransactionTemplate transaction) {
    this.store = store;
    this.chats = chats;
    this.careTeam = careTeam;
    this.engine = engine;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
    this.transaction = transaction;
  }

  /// Begins an interview; a chat may have several.
  ///
  /// @throws Refusal 404, 403
  AiSession start(Caller caller, ChatId chat) {
    var party = chats.find(chat).orElseThrow(() -> Refusal.notFound("Chat"));
    requireAccess(caller, party);
    var session =
        new AiSession(
            new AiSessionId(ids.next()), chat, clock.instant(), null, engine.name(), null);
    transaction.executeWithoutResult(_ -> {
      if (!store.insert(session, caller.user())) {
        throw Refusal.notFound("Chat");
      }
      outbox.append(AiSessionFact.TOPIC, new AiSessionStarted(session.id(), chat));
    });
    return session;
  }

  /// The session, if the caller may see it (contract 2.3).
  ///
  /// @throws Refusal 404, 403; 503 if nobody can say
  public Entry enter(Caller caller, AiSessionId id) {
    if (caller.is(Role.HOSPITAL)) {
      throw Refusal.notAllowed();
    }
    var entry = store.find(id).orElseThrow(Sessions::unknown);
    requireAccess(caller, entry.party());
    return entry;
  }

  private void requireAccess(Caller caller, Party party) {
    var allowed =
        switch (caller.role()) {
          case ADMIN -> true;
          case DOCTOR -> caller.asDoctor().equals(party.doctor());
          case PATIENT -> careTeam.related(caller.user(), party.patient());
          case HOSPITAL -> false;
        };
    if (!allowed) {
      throw Refusal.notAllowed();
    }
  }

  /// Ends it; a repeat changes nothing. A turn that is under way is completed.
  AiSession end(Caller caller, AiSessionId id) {
    enter(caller, id);
    var ended =
        transaction.execute(_ -> {
          var session = store.end(id, clock.instant());
          session.ifPresent(
              s -> outbox.append(AiSessionFact.TOPIC, new AiSessionEnded(s.id(), s.chat())));
          return session;
        });
    return ended.orElseGet(() -> store.find(id).orElseThrow(Sessions::unknown).session());
  }

  /// In the transaction that notes the chat's end.
  @EventListener
  void on(ChatGone gone) {
    store.deleteOf(gone.chat());
  }

  static Refusal unknown() {
    return Refusal.notFound("AI session");
  }
}
