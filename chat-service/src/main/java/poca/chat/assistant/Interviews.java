package poca.chat.assistant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;
import poca.contracts.fact.AiSessionStateFact.AiSessionChanged;
import poca.platform.peer.Peers;
import poca.platform.sql.Sql;

/// Knows the interviews of our chats from a copy of ai-service's; one that is not in it is asked of
/// ai-service once.
@Component
public class Interviews {

  /// For the SQL of chats `c`: the one that each shows.
  public static final String SHOWN_JOIN =
      """
      left join lateral (
        select s.id as a_id, s.urgency as a_urgency, s.understood as a_understood,
          s.summary_ready as a_summary_ready, s.ended as a_ended,
          s.attended_at as a_attended_at, s.updated_at as a_updated_at
        from ai_session s where s.chat_id = c.id and not s.deleted
        order by s.waits desc, s.started_at desc, s.id desc limit 1) a on true
      """;

  public static final String SHOWN_COLUMNS = "a.*";

  private final JdbcClient jdbc;
  private final Peers peers;

  Interviews(JdbcClient jdbc, Peers peers) {
    this.jdbc = jdbc;
    this.peers = peers;
  }

  /// A row's columns [#SHOWN_COLUMNS].
  public static @Nullable Assistant shown(ResultSet row) throws SQLException {
    var id = Sql.idOrNull(row, "a_id", AiSessionId::new);
    return id == null
        ? null
        : new Assistant(
            id,
            row.getString("a_urgency"),
            row.getBoolean("a_understood"),
            row.getBoolean("a_summary_ready"),
            row.getBoolean("a_ended"),
            Sql.timeOrNull(row, "a_attended_at"),
            Sql.time(row, "a_updated_at"));
  }

  /// Whether it is an interview of this chat. Not for a transaction: what ai-service answers is
  /// stored whatever becomes of the caller's work.
  ///
  /// @throws poca.platform.web.Refusal 503 if ai-service is needed and does not answer
  public boolean belongs(AiSessionId session, ChatId chat) {
    return chatOf(session)
        .or(() -> {
          peers
              .of("ai-service")
              .get("/internal/ai-sessions/{id}", AiSessionChanged.class, session)
              .ifPresent(this::apply);
          return chatOf(session);
        })
        .filter(Copy::isThere)
        .filter(copy -> copy.chat().equals(chat))
        .isPresent();
  }

  private record Copy(ChatId chat, boolean isThere) {}

  private Optional<Copy> chatOf(AiSessionId session) {
    return jdbc.sql("select chat_id, deleted from ai_session where id = :id")
        .param("id", session.value())
        .query(
            (row, _) -> new Copy(Sql.id(row, "chat_id", ChatId::new), !row.getBoolean("deleted")))
        .optional();
  }

  /// Takes over what is newer than the copy.
  void apply(AiSessionChanged told) {
    jdbc.sql(
            """
            insert into ai_session (id, chat_id, started_at, urgency, understood, summary_ready,
              ended, attended_at, updated_at, deleted, version)
            values (:id, :chat, :started, :urgency, :understood, :summaryReady,
              :ended, :attended, :updated, :deleted, :version)
            on conflict (id) do update set
              urgency = excluded.urgency, understood = excluded.understood,
              summary_ready = excluded.summary_ready, ended = excluded.ended,
              attended_at = excluded.attended_at, updated_at = excluded.updated_at,
              deleted = excluded.deleted, version = excluded.version
            where ai_session.version < excluded.version
            """)
        .param("id", told.session().value())
        .param("chat", told.chat().value())
        .param("started", Sql.time(told.startedAt()))
        .param("urgency", told.urgency())
        .param("understood", told.understood())
        .param("summaryReady", told.summaryReady())
        .param("ended", told.ended())
        .param("attended", Sql.timeOrNull(told.attendedAt()))
        .param("updated", Sql.time(told.updatedAt()))
        .param("deleted", told.deleted())
        .param("version", told.version())
        .update();
  }
}
