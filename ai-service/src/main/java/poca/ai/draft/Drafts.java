package poca.ai.draft;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.ai.allowance.HourlyRateLimit;
import poca.ai.context.Contexts;
import poca.ai.context.RecordRead;
import poca.ai.engine.Engine;
import poca.ai.reading.Story;
import poca.ai.session.AiMessage;
import poca.ai.session.AiSessions;
import poca.ai.session.InterviewConversations;
import poca.ai.session.SessionAccess;
import poca.ai.source.Basis;
import poca.ai.source.Citations;
import poca.ai.source.KeptStatement;
import poca.ai.source.Source;
import poca.ai.source.Statements;
import poca.ai.usage.Ledger;
import poca.contracts.AiSessionId;
import poca.platform.IdSource;
import poca.platform.web.Refusal;

/// Drafts replies for the chat's doctor. They are no part of the interview: its messages, its
/// context and its counts do not know them.
@Service
class Drafts {

  private final AiSessions sessions;
  private final Contexts contexts;
  private final DraftSettings settings;
  private final HourlyRateLimit hourlyRateLimit;
  private final Engine engine;
  private final Ledger ledger;
  private final Audit audit;
  private final InterviewConversations conversations;
  private final Citations citations;
  private final DraftStore store;
  private final IdSource ids;

  Drafts(
      AiSessions sessions,
      Contexts contexts,
      DraftSettings settings,
      Engine engine,
      Ledger ledger,
      Audit audit,
      InterviewConversations conversations,
      Citations citations,
      DraftStore store,
      JdbcClient jdbc,
      IdSource ids) {
    this.sessions = sessions;
    this.contexts = contexts;
    this.settings = settings;
    this.hourlyRateLimit = new HourlyRateLimit(jdbc, "draft_allowance", settings.draftsPerHour());
    this.engine = engine;
    this.ledger = ledger;
    this.audit = audit;
    this.conversations = conversations;
    this.citations = citations;
    this.store = store;
    this.ids = ids;
  }

  /// @param statements what it says of the patient; what it advises is the doctor's to judge
  /// @param read what of the record could be read for it; null in drafts of before
  record Draft(
      UUID id,
      AiSessionId session,
      String text,
      String engine,
      Instant at,
      List<KeptStatement> statements,
      @Nullable RecordRead read) {}

  /// Also for sessions that have ended.
  ///
  /// @throws Refusal 404, 403, 429
  Draft write(Caller caller, AiSessionId id, String summary) {
    var access = sessions.enter(caller, id);
    var context = contexts.of(caller, access.party());
    var rating = access.session().rating();
    var postedSummary =
        PostedSummary.of(
            summary,
            context.patient(),
            rating == null ? null : rating.level(),
            access.session().understood());
    if (!hourlyRateLimit.take(caller.user())) {
      throw Refusal.tooMany(hourlyRateLimit.retryAfter(caller.user()));
    }
    var drafted =
        engine.draft(
            new Engine.Drafting(
                context.doctor(),
                context.patient(),
                summary,
                postedSummary.level(),
                access.session().understood(),
                context.names(),
                settings.emergencyNumber(),
                DraftText.of(postedSummary, context.patient(), settings)));
    ledger.add(id, access.party().doctor(), drafted.uses());
    var draftId = ids.next();
    var statements =
        Statements.ofDraft(
            drafted.text(),
            drafted.engine().equals(Engine.BUILTIN),
            basis(access, context, draftId, summary));
    return audit.execute(use -> {
      var draft =
          new Draft(
              draftId,
              id,
              drafted.text(),
              drafted.engine(),
              use.now(),
              citations.keep(id, statements),
              context.read());
      store.insert(draft, caller.user());
      use.granted(
          caller,
          AuditedAction.create("suggested_response", draft.id()).of(access.party().patient()),
          access.basis());
      return draft;
    });
  }

  /// The patient's words, the record and the posted summary, but for what of it nothing supported
  /// when the assistant wrote it.
  private Basis basis(SessionAccess access, Contexts.Context context, UUID draft, String posted) {
    var id = access.session().id();
    var basis = contexts.basis(context, Story.of(conversations.of(id), Set.of()));
    var summary = conversations.newestSummary(id);
    var isItself = summary.filter(s -> posted.equals(s.response())).isPresent();
    var source =
        isItself
            ? new Source(
                Source.Kind.MESSAGE,
                summary.get().id().toString(),
                summary.get().textVersion(),
                posted)
            : new Source(Source.Kind.POSTED, draft.toString(), Source.ONLY, posted);
    return basis.with(
        source,
        summary.map(AiMessage::statements).orElse(List.of()).stream()
            .filter(statement -> !statement.supported())
            .map(KeptStatement::text)
            .toList());
  }

  record Page(List<Draft> drafts, long total) {}

  /// Oldest first.
  ///
  /// @throws Refusal 404, 403
  Page list(Caller caller, AiSessionId session, int skip, int limit) {
    var access = sessions.enter(caller, session);
    audit.granted(
        caller,
        AuditedAction.list("suggested_response").of(access.party().patient()),
        access.basis());
    return new Page(store.list(session, skip, limit), store.count(session));
  }
}
