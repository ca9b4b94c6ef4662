package poca.ai.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import poca.ai.careteam.Party;
import poca.ai.triage.Level;
import poca.contracts.AiMessageId;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.contracts.UserId;

/// The table of sessions, and the lease that lets one turn at a time have a session. Leases go by
/// the database's clock, which all instances share.
@Repository
class SessionStore {

  private static final String COLUMNS =
      "s.id, s.chat_id, s.started_at, s.ended_at, s.engine, s.urgency";

  private final JdbcClient jdbc;

  SessionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Locks the chat's row: a chat that is deleted at the same time takes this session with it or
  /// lets none begin.
  ///
  /// @return false if the chat was deleted
  boolean insert(AiSession session, UserId by) {
    return jdbc.sql(
                """
                insert into ai_session (id, chat_id, started_by, started_at, engine)
                select :id, chat_id, :by, :now, :engine from chat_party
                where chat_id = :chat and not deleted for share
                """)
            .param("id", session.id().value())
            .param("by", by.value())
            .param("now", session.startedAt().atOffset(ZoneOffset.UTC))
            .param("engine", session.engine())
            .param("chat", session.chat().value())
            .update()
        == 1;
  }

  record Found(AiSession session, Party party) {}

  Optional<Found> find(AiSessionId id) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                , c.doctor_id, c.patient_id
                from ai_session s join chat_party c using (chat_id)
                where s.id = :id and not c.deleted
                """)
        .param("id", id.value())
        .query((row, _) ->
            new Found(
                session(row),
                new Party(
                    new ChatId(row.getObject("chat_id", UUID.class)),
                    new DoctorId(row.getObject("doctor_id", UUID.class)),
                    new PatientId(row.getObject("patient_id", UUID.class)))))
        .optional();
  }

  /// Empty if it has ended before.
  Optional<AiSession> end(AiSessionId id, Instant now) {
    return jdbc.sql(
            """
            update ai_session s set ended_at = :now where id = :id and ended_at is null
            returning
            """
                + COLUMNS)
        .param("id", id.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, _) -> session(row))
        .optional();
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

  void deleteOf(ChatId chat) {
    jdbc.sql("delete from ai_session where chat_id = :chat").param("chat", chat.value()).update();
  }

  /// @param questions how many messages the patient side has written, the new one included
  record Lease(int seq, int questions, @Nullable Level urgency) {}

  /// Takes the session for the turn of a new message and counts it; empty while another turn has it
  /// or if the session is over.
  Optional<Lease> take(AiSessionId id, AiMessageId message, Duration lease) {
    return jdbc.sql(
            """
            update ai_session set
              turn_message = :message,
              turn_until = clock_timestamp() + make_interval(secs => :seconds),
              last_seq = last_seq + 1, question_count = question_count + 1
            where id = :id and ended_at is null
              and (turn_message is null or turn_until < clock_timestamp())
            returning last_seq, question_count, urgency
            """)
        .param("id", id.value())
        .param("message", message.value())
        .param("seconds", lease.toMillis() / 1000.0)
        .query(
            (row, _) -> new Lease(row.getInt("last_seq"), row.getInt("question_count"), level(row)))
        .optional();
  }

  /// Prolongs the leases that are still theirs.
  void renew(Collection<AiSessionId> sessions, Collection<AiMessageId> messages, Duration lease) {
    jdbc.sql(
            """
            update ai_session
            set turn_until = clock_timestamp() + make_interval(secs => :seconds)
            where id in (:sessions) and turn_message in (:messages)
            """)
        .param("sessions", sessions.stream().map(AiSessionId::value).toList())
        .param("messages", messages.stream().map(AiMessageId::value).toList())
        .param("seconds", lease.toMillis() / 1000.0)
        .update();
  }

  /// Gives the session back and says how urgent it has become.
  ///
  /// @param urgency null to leave it as it is
  /// @return false if the turn had lost the session
  boolean giveBack(
      AiSessionId id, AiMessageId message, @Nullable Level urgency, @Nullable String rule) {
    return jdbc.sql(
                """
                update ai_session set turn_message = null, turn_until = null,
                  urgency = coalesce(cast(:urgency as text), urgency),
                  urgency_rule = coalesce(cast(:rule as text), urgency_rule)
                where id = :id and turn_message = :message
                """)
            .param("id", id.value())
            .param("message", message.value())
            .param("urgency", urgency == null ? null : urgency.wire())
            .param("rule", rule)
            .update()
        == 1;
  }

  /// Whether this message is being answered at the moment.
  boolean isUnderWay(AiSessionId id, AiMessageId message) {
    return jdbc.sql(
            """
            select exists (select 1 from ai_session
              where id = :id and turn_message = :message and turn_until >= clock_timestamp())
            """)
        .param("id", id.value())
        .param("message", message.value())
        .query(Boolean.class)
        .single();
  }

  private static AiSession session(ResultSet row) throws SQLException {
    var ended = row.getObject("ended_at", OffsetDateTime.class);
    return new AiSession(
        new AiSessionId(row.getObject("id", UUID.class)),
        new ChatId(row.getObject("chat_id", UUID.class)),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant(),
        row.getString("engine"),
        level(row));
  }

  private static @Nullable Level level(ResultSet row) throws SQLException {
    var urgency = row.getString("urgency");
    return urgency == null ? null : Level.valueOf(urgency.toUpperCase(Locale.ROOT));
  }
}
