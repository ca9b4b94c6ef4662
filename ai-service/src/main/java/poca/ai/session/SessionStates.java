package poca.ai.session;

import org.springframework.stereotype.Component;
import poca.contracts.AiSessionId;
import poca.contracts.fact.AiSessionStateFact;
import poca.contracts.fact.AiSessionStateFact.AiSessionChanged;
import poca.platform.event.Outbox;

/// Tells other services where a session stands, whole, in the transaction that changed it.
@Component
class SessionStates {

  private final SessionStore store;
  private final Outbox outbox;

  SessionStates(SessionStore store, Outbox outbox) {
    this.store = store;
    this.outbox = outbox;
  }

  void tell(AiSessionId id) {
    store.find(id).ifPresent(session -> outbox.append(AiSessionStateFact.TOPIC, of(session)));
  }

  /// The last that is told of a session.
  void tellGone(AiSession session) {
    outbox.append(AiSessionStateFact.TOPIC, state(session, true, session.version() + 1));
  }

  static AiSessionChanged of(AiSession session) {
    return state(session, false, session.version());
  }

  private static AiSessionChanged state(AiSession session, boolean deleted, long version) {
    var rating = session.rating();
    return new AiSessionChanged(
        session.id(),
        session.party().chat(),
        session.party().doctor(),
        session.party().patient(),
        session.startedAt(),
        rating == null ? null : rating.level().wire(),
        rating == null ? null : rating.ruleId(),
        session.ratedAt(),
        session.understood(),
        session.summaryReady(),
        session.endedAt() != null,
        session.attendedAt(),
        session.updatedAt(),
        deleted,
        version);
  }
}
