package poca.ai.session;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.ai.context.Contexts;
import poca.ai.context.RecordSources;
import poca.ai.reading.Story;
import poca.ai.source.Basis;
import poca.ai.source.Citations;
import poca.ai.source.Source;
import poca.ai.source.Statements;
import poca.contracts.AiMessageId;
import poca.contracts.AiSessionId;
import poca.contracts.ErrorCode;
import poca.contracts.fact.AiSessionFact;
import poca.contracts.fact.AiSessionFact.SummaryReady;
import poca.platform.IdSource;
import poca.platform.event.Outbox;
import poca.platform.web.Refusal;

/// Lets the patient side have the summary in its own words. Interview answers are never touched.
@Service
class Summaries {

  private final AiSessions sessions;
  private final SessionStore store;
  private final SessionStates states;
  private final AiMessageStore messages;
  private final InterviewConversations conversations;
  private final Contexts contexts;
  private final RecordSources records;
  private final Citations citations;
  private final Outbox outbox;
  private final Audit audit;
  private final IdSource ids;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Summaries(
      AiSessions sessions,
      SessionStore store,
      SessionStates states,
      AiMessageStore messages,
      InterviewConversations conversations,
      Contexts contexts,
      RecordSources records,
      Citations citations,
      Outbox outbox,
      Audit audit,
      IdSource ids,
      Clock clock,
      TransactionTemplate transaction) {
    this.sessions = sessions;
    this.store = store;
    this.states = states;
    this.messages = messages;
    this.conversations = conversations;
    this.contexts = contexts;
    this.records = records;
    this.citations = citations;
    this.outbox = outbox;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
    this.transaction = transaction;
  }

  /// Replaces the newest summary, or adds one if there is none yet.
  ///
  /// @return the message that holds it
  /// @throws Refusal 404, also for a session without messages; 403
  AiMessage put(Caller caller, AiSessionId id, String summary) {
    var access = sessions.enter(caller, id);
    var told = told(caller, access);
    return transaction.execute(_ -> {
      var lastSeq = store.lockForMessages(id).orElseThrow(AiSessions::unknown);
      if (lastSeq == 0) {
        throw new Refusal(404, ErrorCode.RES_001, "No messages found in the session");
      }
      var existing = messages.newestSummary(id);
      if (existing.isPresent()) {
        var replaced = existing.get();
        messages.replaceResponse(replaced.id(), summary);
        judge(id, replaced.id(), replaced.textVersion() + 1L, summary, replaced.response(), told);
        store.summarised(id, clock.instant());
        states.tell(id);
        granted(caller, AuditedAction.update("summary", replaced.id().value()), access);
        return replaced;
      }
      var added =
          AiMessage.summary(
              new AiMessageId(ids.next()),
              id,
              store.nextSeq(id).orElseThrow(AiSessions::unknown),
              summary,
              clock.instant());
      messages.insert(added, caller.user());
      judge(id, added.id(), Source.ONLY, summary, null, told);
      store.summarised(id, clock.instant());
      states.tell(id);
      granted(caller, AuditedAction.create("summary", added.id().value()), access);
      outbox.append(AiSessionFact.TOPIC, new SummaryReady(id, access.party().chat(), added.id()));
      return added;
    });
  }

  private Basis told(Caller caller, SessionAccess access) {
    var context = contexts.of(caller, access.party());
    var story = Story.of(conversations.of(access.session().id()), Set.of());
    var basis = Basis.of(story).with(context.patient());
    records.of(context).forEach(basis::with);
    return basis;
  }

  /// What an edit brings in is its editor's own word; what stood there before is judged as before.
  private void judge(
      AiSessionId session,
      AiMessageId message,
      long version,
      String summary,
      @Nullable String before,
      Basis told) {
    var edited = new Source(Source.Kind.MESSAGE, message.toString(), version, summary);
    var stood = before == null ? List.<String>of() : before.lines().toList();
    var statements = Statements.ofSummary(summary, List.of(), told.with(edited, stood));
    messages.judged(message, citations.keep(session, statements));
  }

  private void granted(Caller caller, AuditedAction auditedAction, SessionAccess access) {
    audit.granted(caller, auditedAction.of(access.party().patient()), access.basis());
  }
}
