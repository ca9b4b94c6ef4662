package poca.ai.session;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.ai.context.Contexts;
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
  private final Citations citations;
  private final Audit audit;

  Summaries(
      AiSessions sessions,
      SessionStore store,
      SessionStates states,
      AiMessageStore messages,
      InterviewConversations conversations,
      Contexts contexts,
      Citations citations,
      Audit audit) {
    this.sessions = sessions;
    this.store = store;
    this.states = states;
    this.messages = messages;
    this.conversations = conversations;
    this.contexts = contexts;
    this.citations = citations;
    this.audit = audit;
  }

  /// Replaces the newest summary, or adds one if there is none yet.
  ///
  /// @return the message that holds it
  /// @throws Refusal 404, also for a session without messages; 403
  AiMessage put(Caller caller, AiSessionId id, String summary) {
    var access = sessions.enter(caller, id);
    var context = contexts.of(caller, access.party());
    var told = contexts.basis(context, Story.of(conversations.of(id), Set.of()));
    return audit.execute(use -> {
      var lastSeq = store.lockForMessages(id).orElseThrow(AiSessions::unknown);
      if (lastSeq == 0) {
        throw new Refusal(404, ErrorCode.RES_001, "No messages found in the session");
      }
      var existing = messages.newestSummary(id);
      if (existing.isPresent()) {
        var replaced = existing.get();
        messages.replaceResponse(replaced.id(), summary);
        judge(id, replaced.id(), replaced.textVersion() + 1L, summary, replaced.response(), told);
        store.summarised(id, use.now());
        states.tell(id);
        use.granted(
            caller,
            AuditedAction.update("summary", replaced.id().value()).of(access.party().patient()),
            access.basis());
        return replaced;
      }
      var added =
          AiMessage.summary(
              new AiMessageId(use.newId()),
              id,
              store.nextSeq(id).orElseThrow(AiSessions::unknown),
              summary,
              use.now());
      messages.insert(added, caller.user());
      judge(id, added.id(), Source.ONLY, summary, null, told);
      store.summarised(id, use.now());
      states.tell(id);
      use.granted(
          caller,
          AuditedAction.create("summary", added.id().value()).of(access.party().patient()),
          access.basis());
      use.tell(AiSessionFact.TOPIC, new SummaryReady(id, access.party().chat(), added.id()));
      return added;
    });
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
}
