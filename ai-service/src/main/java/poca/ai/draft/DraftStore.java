package poca.ai.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import poca.ai.context.RecordRead;
import poca.ai.draft.Drafts.Draft;
import poca.ai.source.Citations;
import poca.contracts.AiSessionId;
import poca.contracts.UserId;
import poca.platform.sql.Sql;
import poca.platform.web.Refusal;
import tools.jackson.databind.json.JsonMapper;

/// Keeps drafts with the statements that they make.
@Repository
class DraftStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Citations citations;

  DraftStore(JdbcClient jdbc, JsonMapper json, Citations citations) {
    this.jdbc = jdbc;
    this.json = json;
    this.citations = citations;
  }

  /// @throws Refusal 404 if the session is gone
  void insert(Draft draft, UserId author) {
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
            .param("author", author.value())
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

  /// Oldest first.
  List<Draft> list(AiSessionId session, int skip, int limit) {
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
