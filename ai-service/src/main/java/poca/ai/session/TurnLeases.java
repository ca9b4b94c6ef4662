package poca.ai.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import poca.ai.triage.StoredUrgency;
import poca.contracts.AiMessageId;
import poca.contracts.AiSessionId;
import poca.platform.sql.Sql;
import tools.jackson.databind.json.JsonMapper;

/// Lets one turn at a time have a session, by a lease in the session's row. Leases go by the
/// database's clock, which all instances share.
@Repository
class TurnLeases {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  TurnLeases(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Takes the session for the turn of a new message; empty while another turn has it or if the
  /// session is over.
  Optional<Lease> take(AiSessionId id, AiMessageId message, Duration lease) {
    return jdbc.sql(
            """
            update ai_session set
              turn_message = :message,
              turn_until = clock_timestamp() + make_interval(secs => :seconds)
            where id = :id and ended_at is null
              and (turn_message is null or turn_until < clock_timestamp())
            returning urgency, urgency_rule, evidence
            """)
        .param("id", id.value())
        .param("message", message.value())
        .param("seconds", lease.toMillis() / 1000.0)
        .query((row, _) -> new Lease(SessionStore.rating(row, json)))
        .optional();
  }

  /// @param rating as it is before the turn
  record Lease(@Nullable StoredUrgency rating) {}

  /// @param questions how many messages the patient side has written, the new one included
  record Place(int seq, int questions) {}

  /// Counts the message of a turn.
  ///
  /// @return empty if the turn had lost the session
  Optional<Place> count(AiSessionId id, AiMessageId message) {
    return jdbc.sql(
            """
            update ai_session set last_seq = last_seq + 1, question_count = question_count + 1
            where id = :id and turn_message = :message
            returning last_seq, question_count
            """)
        .param("id", id.value())
        .param("message", message.value())
        .query((row, _) -> new Place(row.getInt("last_seq"), row.getInt("question_count")))
        .optional();
  }

  /// Takes back what [#count] did.
  void discount(AiSessionId id, AiMessageId message) {
    jdbc.sql(
            """
            update ai_session set question_count = question_count - 1
            where id = :id and turn_message = :message
            """)
        .param("id", id.value())
        .param("message", message.value())
        .update();
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

  /// What a turn has found.
  ///
  /// @param ratedAt null if it is as urgent as before
  /// @param moreUrgent than before: it waits for the doctor again
  /// @param summary whether the turn wrote one
  record Findings(
      StoredUrgency rating,
      @Nullable Instant ratedAt,
      boolean moreUrgent,
      boolean understood,
      @Nullable String language,
      boolean summary,
      Instant at) {}

  /// Gives the session back.
  ///
  /// @return false if the turn had lost the session
  boolean giveBack(AiSessionId id, AiMessageId message) {
    return jdbc.sql(
                """
                update ai_session set turn_message = null, turn_until = null
                where id = :id and turn_message = :message
                """)
            .param("id", id.value())
            .param("message", message.value())
            .update()
        == 1;
  }

  /// Gives the session back with what the turn has found.
  ///
  /// @return false if the turn had lost the session
  boolean giveBack(AiSessionId id, AiMessageId message, Findings found) {
    var at = found.ratedAt();
    return jdbc.sql(
                """
                update ai_session set turn_message = null, turn_until = null,
                  urgency = :urgency, urgency_rule = :rule, evidence = cast(:evidence as jsonb),
                  urgency_at = coalesce(cast(:at as timestamptz), urgency_at),
                  attended_at = case when :moreUrgent then null else attended_at end,
                  understood = :understood, language = :language,
                  summary_ready = summary_ready or :summary,
                  updated_at = :now, version = version + 1
                where id = :id and turn_message = :message
                """)
            .param("id", id.value())
            .param("message", message.value())
            .param("urgency", found.rating().level().wire())
            .param("rule", found.rating().ruleId())
            .param("evidence", json.writeValueAsString(found.rating().evidence()))
            .param("at", Sql.timeOrNull(at))
            .param("moreUrgent", found.moreUrgent())
            .param("summary", found.summary())
            .param("now", Sql.time(found.at()))
            .param("understood", found.understood())
            .param("language", found.language())
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
}
