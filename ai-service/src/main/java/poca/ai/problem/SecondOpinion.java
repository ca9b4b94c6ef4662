package poca.ai.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.ai.context.Contexts;
import poca.ai.engine.Engine;
import poca.ai.problem.Problem.Likelihood;
import poca.ai.reading.Story;
import poca.ai.session.AiSessions;
import poca.ai.session.InterviewConversations;
import poca.ai.session.SessionAccess;
import poca.ai.source.Basis;
import poca.ai.source.Citations;
import poca.ai.source.KeptStatement;
import poca.ai.source.Statement;
import poca.ai.source.Statements;
import poca.ai.usage.Ledger;
import poca.contracts.AiSessionId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Suggests problems to the chat's doctor: the rules' and, where one is configured, an engine's, of
/// which only those stay whose quotations stand there. Made once for what has been said so far.
@Service
class SecondOpinion {

  private static final int MOST = 20;
  private static final int LONGEST = 120;

  private final AiSessions sessions;
  private final InterviewConversations conversations;
  private final Contexts contexts;
  private final Engine engine;
  private final Ledger ledger;
  private final Citations citations;
  private final Audit audit;
  private final JdbcClient jdbc;
  private final JsonMapper json;

  SecondOpinion(
      AiSessions sessions,
      InterviewConversations conversations,
      Contexts contexts,
      Engine engine,
      Ledger ledger,
      Citations citations,
      Audit audit,
      JdbcClient jdbc,
      JsonMapper json) {
    this.sessions = sessions;
    this.conversations = conversations;
    this.contexts = contexts;
    this.engine = engine;
    this.ledger = ledger;
    this.citations = citations;
    this.audit = audit;
    this.jdbc = jdbc;
    this.json = json;
  }

  /// @param rank from 1
  record Suggested(
      int rank,
      String problem,
      Likelihood likelihood,
      String source,
      List<KeptStatement> statements) {}

  /// @param makes false if only its headers are asked for
  /// @throws poca.platform.web.Refusal 404, 403
  List<Suggested> of(Caller caller, AiSessionId id, boolean makes) {
    var access = sessions.enter(caller, id);
    audit.granted(
        caller,
        AuditedAction.list("problem_suggestion").of(access.party().patient()),
        access.basis());
    var said = conversations.of(id);
    if (said.isEmpty() || !makes) return List.of();
    var kept = kept(id, said.size());
    return kept.isEmpty() ? made(caller, access, said) : kept;
  }

  private List<Suggested> kept(AiSessionId id, int messages) {
    return jdbc.sql(
            """
            select problems from problem_suggestion
            where session_id = :id and messages = :messages
            """)
        .param("id", id.value())
        .param("messages", messages)
        .query(String.class)
        .optional()
        .map(text -> List.of(json.readValue(text, Suggested[].class)))
        .orElse(List.of());
  }

  private List<Suggested> made(Caller caller, SessionAccess access, List<Story.Exchange> said) {
    var context = contexts.of(caller, access.party());
    var story = Story.of(MaskedConversation.of(said, context.names()), Set.of());
    var basis = contexts.basis(context, Story.of(said, Set.of()));
    var byRule = new RuleBasedProblems(story, context.patient(), basis).problems();
    var byEngine = byEngine(access, context, story, basis);
    var id = access.session().id();
    return audit.execute(_ -> {
      var ranked = ranked(id, byRule, byEngine);
      keep(id, said.size(), ranked);
      return ranked;
    });
  }

  private List<Problem> byEngine(
      SessionAccess access, Contexts.Context context, Story story, Basis basis) {
    var words = story.exchanges().stream().map(Story.Exchange::message).toList();
    var answer =
        engine.suggest(
            new Engine.Suggesting(context.doctor(), context.patient(), words, context.names()));
    if (answer.engine().equals(Engine.BUILTIN) && answer.text().isBlank()) return List.of();
    ledger.add(access.session().id(), access.party().doctor(), answer.uses());
    return problems(answer.text(), answer.engine(), basis);
  }

  private List<Problem> problems(String text, String engine, Basis basis) {
    JsonNode named;
    try {
      named = json.readTree(text).path("problems");
    } catch (JacksonException none) {
      return List.of();
    }
    var problems = new ArrayList<Problem>();
    for (var one : named.valueStream().limit(MOST).toList()) {
      var name = one.path("problem").asString("").strip();
      if (name.isEmpty() || name.length() > LONGEST) continue;
      var evidence =
          one.path("quotes")
              .valueStream()
              .filter(JsonNode::isString)
              .map(quote -> Statements.quoted(quote.asString(), basis))
              .filter(Statement::supported)
              .toList();
      if (!evidence.isEmpty())
        problems.add(new Problem(name, likelihood(one.path("likelihood")), engine, evidence));
    }
    return problems;
  }

  private static Likelihood likelihood(JsonNode said) {
    return switch (said.asString("").toLowerCase(Locale.ROOT)) {
      case "high" -> Likelihood.HIGH;
      case "medium" -> Likelihood.MEDIUM;
      default -> Likelihood.LOW;
    };
  }

  /// By likelihood; of equals the rules' first. One that both name is named once.
  private List<Suggested> ranked(AiSessionId id, List<Problem> byRule, List<Problem> byEngine) {
    var ranked = new ArrayList<Suggested>();
    for (var likelihood : Likelihood.values()) {
      Stream.concat(byRule.stream(), byEngine.stream())
          .filter(problem -> problem.likelihood() == likelihood)
          .filter(problem ->
              ranked.stream().noneMatch(other -> other.problem().equalsIgnoreCase(problem.name())))
          .forEach(problem ->
              ranked.add(
                  new Suggested(
                      ranked.size() + 1,
                      problem.name(),
                      likelihood,
                      problem.source(),
                      citations.keep(id, problem.evidence()))));
    }
    return ranked;
  }

  private void keep(AiSessionId id, int messages, List<Suggested> ranked) {
    jdbc.sql(
            """
            insert into problem_suggestion (session_id, messages, problems)
            select id, :messages, cast(:problems as jsonb) from ai_session where id = :id
            on conflict (session_id) do update
            set messages = excluded.messages, problems = excluded.problems
            """)
        .param("id", id.value())
        .param("messages", messages)
        .param("problems", json.writeValueAsString(ranked))
        .update();
  }
}
