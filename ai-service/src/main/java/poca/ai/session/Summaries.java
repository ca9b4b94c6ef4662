package poca.ai.session;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import poca.contracts.AiMessageId;
import poca.contracts.AiSessionId;
import poca.contracts.ErrorCode;
import poca.contracts.fact.AiSessionFact;
import poca.contracts.fact.AiSessionFact.SummaryReady;
import poca.platform.IdSource;
import poca.platform.event.Outbox;
import poca.platform.security.Caller;
import poca.platform.web.Refusal;

/// Lets the patient side have the summary in its own words. Interview answers are never touched.
@Service
class Summaries {

  private final Sessions sessions;
  private final SessionStore store;
  private final MessageStore messages;
  private final Outbox outbox;
  private final IdSource ids;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Summaries(
      Sessions sessions,
      SessionStore store,
      MessageStore messages,
      Outbox outbox,
      IdSource ids,
      Clock clock,
      TransactionTemplate transaction) {
    this.sessions = sessions;
    this.store = store;
    this.messages = messages;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
    this.transaction = transaction;
  }

  /// Replaces the newest summary, or adds one if there is none yet.
  ///
  /// @return the message that holds it
  /// @throws Refusal 404, also for a session without messages; 403
  AiMessage put(Caller caller, AiSessionId id, String summary) {
    var chat = sessions.enter(caller, id).session().chat();
    return transaction.execute(_ -> {
      var lastSeq = store.lockForMessages(id).orElseThrow(Sessions::unknown);
      if (lastSeq == 0) {
        throw new Refusal(404, ErrorCode.RES_001, "No messages found in the session");
      }
      var existing = messages.newestSummary(id);
      if (existing.isPresent()) {
        messages.replaceResponse(existing.get().id(), summary);
        return existing.get();
      }
      var added =
          new AiMessage(
              new AiMessageId(ids.next()),
              id,
              store.nextSeq(id).orElseThrow(Sessions::unknown),
              "",
              summary,
              true,
              null,
              clock.instant());
      messages.insert(added, caller.user());
      outbox.append(AiSessionFact.TOPIC, new SummaryReady(id, chat, added.id()));
      return added;
    });
  }
}
