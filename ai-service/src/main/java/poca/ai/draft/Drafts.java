package poca.ai.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.ai.allowance.HourlyRateLimit;
import poca.ai.context.Contexts;
import poca.ai.context.RecordRead;
import poca.ai.context.RecordSources;
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
import poca.platform.sql.Sql;
import poca.platform.web.Refusal;
import tools.jackson.databind.json.JsonMapper;

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
  private final TransactionTemplate transaction;
  private final InterviewConversations conversations;
  private final RecordSources records;
  private final Citations citations;
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final IdSource ids;
  private final Clock clock;

  Drafts(
      AiSessions sessions,
      Contexts contexts,
      DraftSettings settings,
      Engine engine,
      Ledger ledger,
      Audit audit,
      TransactionTemplate transaction,
      InterviewConversations conversations,
      RecordSources records,
      Citations citations,
      JdbcClient jdbc,
      JsonMapper json,
      IdSource ids,
      Clock clock) {
    this.sessions = sessions;
    this.contexts = contexts;
    this.settings = settings;
    this.hourlyRateLimit = new HourlyRateLimit(jdbc, "draft_allowance", settings.draftsPerHour());
    this.engine = engine;
    this.ledger = ledger;
    this.audit = audit;
    this.transaction = transaction;
    this.conversations = conversations;
    this.records = records;
    this.citations = citations;
    this.jdbc = jdbc;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
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
    return Objects.requireNonNull(
        transaction.execute(_ -> {
          var draft =
              new Draft(
                  draftId,
                  id,
                  drafted.text(),
                  drafted.engine(),
                  clock.instant(),
                  citations.keep(id, statements),
                  context.read());
          insert(draft, caller);
          granted(caller, AuditedAction.create("suggested_response", draft.id()), access);
          return draft;
        }));
  }

  /// The patient's words, the record and the posted summary, but for what of it nothing supported
  /// when the assistant wrote it.
  private Basis basis(SessionAccess access, Contexts.Context context, UUID draft, String posted) {
    var id = access.session().id();
    var basis = Basis.of(Story.of(conversations.of(id), Set.of())).with(context.patient());
    records.of(context).forEach(basis::with);
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

  private void insert(Draft draft, Caller author) {
    var stored =
        jdbc.sql(
                """
                insert into suggested_response
                  (id, session_id, author_id, suggested_response, engine, created_at, statements,
                   record_read)
                select :id, s.id, :author, :text, :engine, :now, cast(:statements as jsonb),
                  cast(:read as jsonb)
                from ai_session s
                where s.id = :session for key share
                """)
            .param("id", draft.id())
            .param("session", draft.session().value())
            .param("author", author.user().value())
            .param("text", draft.text())
            .param("engine", draft.engine())
            .param("now", Sql.time(draft.at()))
            .param("statements", citations.write(draft.statements()))
            .param("read", json.writeValueAsString(draft.read()))
            .update();
    if (stored == 0) {
      throw Refusal.notFound("AI session");
    }
  }

  private void granted(Caller caller, AuditedAction auditedAction, SessionAccess access) {
    audit.granted(caller, auditedAction.of(access.party().patient()), access.basis());
  }

  /// Oldest first.
  ///
  /// @throws Refusal 404, 403
  List<Draft> list(Caller caller, AiSessionId session, int skip, int limit) {
    var access = sessions.enter(caller, session);
    granted(caller, AuditedAction.list("suggested_response"), access);
    return jdbc.sql(
            """
            select id, session_id, suggested_response, engine, created_at, statements, record_read
            from suggested_response
            where session_id = :session order by created_at, id offset :skip limit :limit
            """)
        .param("session", session.value())
        .param("skip", skip)
        .param("limit", limit)
        .query(this::draft)
        .list();
  }

  long count(AiSessionId session) {
    return jdbc.sql("select count(*) from suggested_response where session_id = :session")
        .param("session", session.value())
        .query(Long.class)
        .single();
  }

  private Draft draft(ResultSet row, int number) throws SQLException {
    var read = row.getString("record_read");
    return new Draft(
        row.getObject("id", UUID.class),
        Sql.id(row, "session_id", AiSessionId::new),
        row.getString("suggested_response"),
        row.getString("engine"),
        Sql.time(row, "created_at"),
        citations.read(row.getString("statements")),
        read == null ? null : json.readValue(read, RecordRead.class));
  }
}
