package poca.ai.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import poca.ai.careteam.ChatParties;
import poca.ai.reading.Span;
import poca.ai.triage.StoredUrgency;
import poca.ai.triage.UrgencyLevel;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.MessageId;
import poca.contracts.PatientId;
import poca.contracts.UserId;
import poca.platform.sql.Sql;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the sessions in their table, but for the leases of their turns ([TurnLeases]).
@Repository
class SessionStore {

  private static final String SESSION =
      """
      select s.id, s.chat_id, c.doctor_id, c.patient_id, s.started_at, s.ended_at, s.engine,
        s.urgency, s.urgency_rule, s.evidence, s.urgency_at, s.understood, s.language,
        s.summary_ready, s.summary_message_id, s.attended_at, s.question_count,
        coalesce(s.updated_at, s.started_at) as updated_at, s.version
      from ai_session s join chat_party c using (chat_id)
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  SessionStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Locks the chat's row: a chat that is deleted at the same time takes this session with it or
  /// lets none begin.
  ///
  /// @return false if the chat was deleted
  boolean insert(AiSession session, UserId by) {
    return jdbc.sql(
                """
                insert into ai_session (id, chat_id, doctor_id, patient_id, started_by, started_at,
                  updated_at, engine, version, told)
                select :id, chat_id, doctor_id, patient_id, :by, :now,
                  :now, :engine, :version, true
                from chat_party where chat_id = :chat and not deleted for share
                """)
            .param("id", session.id().value())
            .param("by", by.value())
            .param("now", Sql.time(session.startedAt()))
            .param("engine", session.engine())
            .param("version", session.version())
            .param("chat", session.party().chat().value())
            .update()
        == 1;
  }

  Optional<AiSession> find(AiSessionId id) {
    return jdbc.sql(SESSION + "where s.id = :id and not c.deleted")
        .param("id", id.value())
        .query((row, _) -> session(row))
        .optional();
  }

  /// In no order; unknown ones are left out.
  List<AiSession> find(Collection<AiSessionId> ids) {
    return jdbc.sql(SESSION + "where s.id = any(cast(:ids as uuid[])) and not c.deleted")
        .param("ids", ids.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}")))
        .query((row, _) -> session(row))
        .list();
  }

  void answeredBy(AiSessionId id, String engine) {
    jdbc.sql("update ai_session set engine = :engine where id = :id and engine <> :engine")
        .param("id", id.value())
        .param("engine", engine)
        .update();
  }

  /// @return false if it has ended before
  boolean end(AiSessionId id, Instant now) {
    return jdbc.sql(
                """
                update ai_session set ended_at = :now, updated_at = :now, version = version + 1
                where id = :id and ended_at is null
                """)
            .param("id", id.value())
            .param("now", Sql.time(now))
            .update()
        == 1;
  }

  /// The place of a message that is not a turn's.
  ///
  /// @return empty if there is no such session
  Optional<Integer> nextSeq(AiSessionId id) {
    return jdbc.sql(
            "update ai_session set last_seq = last_seq + 1 where id = :id returning last_seq")
        .param("id", id.value())
        .query(Integer.class)
        .optional();
  }

  /// Holds the row until the transaction ends.
  Optional<Integer> lockForMessages(AiSessionId id) {
    return jdbc.sql("select last_seq from ai_session where id = :id for update")
        .param("id", id.value())
        .query(Integer.class)
        .optional();
  }

  /// Answers them as they were.
  List<AiSession> deleteOf(ChatId chat) {
    var gone =
        jdbc.sql(SESSION + "where s.chat_id = :chat for update of s")
            .param("chat", chat.value())
            .query((row, _) -> session(row))
            .list();
    jdbc.sql("delete from ai_session where chat_id = :chat").param("chat", chat.value()).update();
    return gone;
  }

  /// Its summary was written or changed.
  void summarised(AiSessionId id, Instant now) {
    jdbc.sql(
            """
            update ai_session
            set summary_ready = true, updated_at = :now, version = version + 1 where id = :id
            """)
        .param("id", id.value())
        .param("now", Sql.time(now))
        .update();
  }

  /// Its summary was sent as a message of its chat; the newest one counts, whichever is told last.
  void summarySent(AiSessionId id, ChatId chat, MessageId message, long seq) {
    jdbc.sql(
            """
            update ai_session set summary_message_id = :message, summary_message_seq = :seq
            where id = :id and chat_id = :chat
              and (summary_message_seq is null or summary_message_seq < :seq)
            """)
        .param("id", id.value())
        .param("chat", chat.value())
        .param("message", message.value())
        .param("seq", seq)
        .update();
  }

  /// The doctor's side took note of the session as it was in that version.
  ///
  /// @return false if it had done so before, or the session has changed since
  boolean attend(AiSessionId id, long version, Instant now) {
    return jdbc.sql(
                """
                update ai_session
                set attended_at = :now, updated_at = :now, version = version + 1
                where id = :id and version = :version and attended_at is null
                """)
            .param("id", id.value())
            .param("version", version)
            .param("now", Sql.time(now))
            .update()
        == 1;
  }

  /// The doctor's side took note of the chat's sessions that waited before `since`.
  ///
  /// @param at when it did
  /// @return which of them waited until now
  List<AiSessionId> attend(ChatId chat, Instant since, Instant at) {
    return jdbc.sql(
            """
            update ai_session
            set attended_at = :at, updated_at = greatest(updated_at, :at), version = version + 1
            where chat_id = :chat and attended_at is null and waits_since < :since
            returning id
            """)
        .param("chat", chat.value())
        .param("since", Sql.time(since))
        .param("at", Sql.time(at))
        .query((row, _) -> Sql.id(row, "id", AiSessionId::new))
        .list();
  }

  /// Takes sessions of which nobody told yet; whoever takes them tells. One that an instance of
  /// before began lacks its sides.
  List<AiSessionId> takeUntold(int most) {
    return jdbc.sql(
            """
            with untold as (
              select id from ai_session where not told order by id limit :most
              for update skip locked
            )
            update ai_session s set told = true, version = s.version + 1,
              doctor_id = c.doctor_id, patient_id = c.patient_id,
              summary_ready =
                exists (select 1 from ai_message m where m.session_id = s.id and m.is_summary)
            from untold, chat_party c
            where s.id = untold.id and c.chat_id = s.chat_id
            returning s.id
            """)
        .param("most", most)
        .query((row, _) -> Sql.id(row, "id", AiSessionId::new))
        .list();
  }

  private AiSession session(ResultSet row) throws SQLException {
    return new AiSession(
        Sql.id(row, "id", AiSessionId::new),
        new ChatParties(
            Sql.id(row, "chat_id", ChatId::new),
            Sql.id(row, "doctor_id", DoctorId::new),
            Sql.id(row, "patient_id", PatientId::new)),
        Sql.time(row, "started_at"),
        Sql.timeOrNull(row, "ended_at"),
        row.getString("engine"),
        rating(row, json),
        Sql.timeOrNull(row, "urgency_at"),
        row.getBoolean("understood"),
        row.getString("language"),
        row.getBoolean("summary_ready"),
        Sql.idOrNull(row, "summary_message_id", MessageId::new),
        Sql.timeOrNull(row, "attended_at"),
        row.getInt("question_count"),
        Sql.time(row, "updated_at"),
        row.getLong("version"));
  }

  static @Nullable StoredUrgency rating(ResultSet row, JsonMapper json) throws SQLException {
    var urgency = row.getString("urgency");
    if (urgency == null) {
      return null;
    }
    return new StoredUrgency(
        UrgencyLevel.valueOf(urgency.toUpperCase(Locale.ROOT)),
        Objects.requireNonNullElse(row.getString("urgency_rule"), ""),
        List.of(json.readValue(row.getString("evidence"), Span[].class)));
  }
}
