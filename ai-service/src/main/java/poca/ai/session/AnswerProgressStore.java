package poca.ai.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import poca.ai.engine.EngineChange;
import poca.contracts.AiMessageId;
import poca.platform.sql.Sql;

/// How far the answers that are being made may be heard, for clients on other instances.
@Repository
class AnswerProgressStore {

  private final JdbcClient jdbc;

  AnswerProgressStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// An instance that lost its turn and does not know yet is not to overwrite who took it over.
  void keep(Collection<AnswerProgress> heard) {
    jdbc.sql(
            """
            insert into answer_so_far as a
              (message_id, attempt, changed_from, changed_to, changed_why, text, at)
            select n.id, n.attempt, n.changed_from, n.changed_to, n.why, n.text, clock_timestamp()
            from unnest(:ids::uuid[], :attempts::int[], :froms::text[], :tos::text[],
                :whys::text[], :texts::text[])
              as n (id, attempt, changed_from, changed_to, why, text)
              join ai_message m on m.id = n.id
            on conflict (message_id) do update set
              attempt = excluded.attempt, changed_from = excluded.changed_from,
              changed_to = excluded.changed_to, changed_why = excluded.changed_why,
              text = excluded.text, at = excluded.at
            where a.attempt <= excluded.attempt
            """)
        .param("ids", heard.stream().map(h -> h.message().value()).toArray(UUID[]::new))
        .param("attempts", heard.stream().map(AnswerProgress::attempt).toArray(Integer[]::new))
        .param("froms", heard.stream().map(h -> from(h.change())).toArray(String[]::new))
        .param("tos", heard.stream().map(h -> to(h.change())).toArray(String[]::new))
        .param("whys", heard.stream().map(h -> why(h.change())).toArray(String[]::new))
        .param("texts", heard.stream().map(AnswerProgress::text).toArray(String[]::new))
        .update();
  }

  private static @Nullable String from(@Nullable EngineChange change) {
    return change == null ? null : change.from();
  }

  private static @Nullable String to(@Nullable EngineChange change) {
    return change == null ? null : change.to();
  }

  private static @Nullable String why(@Nullable EngineChange change) {
    return change == null ? null : change.reason().wire();
  }

  Optional<AnswerProgress> find(AiMessageId id) {
    return jdbc.sql(
            """
            select message_id, attempt, changed_from, changed_to, changed_why, text
            from answer_so_far where message_id = :id
            """)
        .param("id", id.value())
        .query(AnswerProgressStore::heard)
        .optional();
  }

  /// With the answer's end.
  void drop(AiMessageId id) {
    jdbc.sql("delete from answer_so_far where message_id = :id").param("id", id.value()).update();
  }

  /// What processes left that died, and nobody asked for.
  void sweep() {
    jdbc.sql("delete from answer_so_far where at < clock_timestamp() - interval '10 minutes'")
        .update();
  }

  /// Keeps with the message that its answer did not come in one go.
  void keepFor(AnswerProgress ended) {
    if (ended.attempt() == 1) {
      return;
    }
    jdbc.sql(
            """
            update ai_message set attempt = :attempt, changed_from = :from, changed_why = :why
            where id = :id
            """)
        .param("id", ended.message().value())
        .param("attempt", ended.attempt())
        .param("from", from(ended.change()))
        .param("why", why(ended.change()))
        .update();
  }

  /// An answer that has been given.
  Optional<AnswerProgress> ended(AiMessageId id) {
    return jdbc.sql(
            """
            select id as message_id, attempt, changed_from, engine as changed_to, changed_why,
              response as text
            from ai_message where id = :id and response is not null
            """)
        .param("id", id.value())
        .query(AnswerProgressStore::heard)
        .optional();
  }

  /// The attempts to answer a message so far.
  int attempts(AiMessageId id) {
    return jdbc.sql(
            """
            select greatest(m.attempt, coalesce(a.attempt, 1))
            from ai_message m left join answer_so_far a on a.message_id = m.id where m.id = :id
            """)
        .param("id", id.value())
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  private static AnswerProgress heard(ResultSet row, int number) throws SQLException {
    var from = row.getString("changed_from");
    var to = row.getString("changed_to");
    var why = row.getString("changed_why");
    return new AnswerProgress(
        Sql.id(row, "message_id", AiMessageId::new),
        row.getInt("attempt"),
        from == null || to == null || why == null
            ? null
            : new EngineChange(from, to, EngineChange.Reason.valueOf(why.toUpperCase(Locale.ROOT))),
        row.getString("text"));
  }
}
