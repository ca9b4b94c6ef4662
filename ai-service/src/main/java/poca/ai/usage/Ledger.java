package poca.ai.usage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import poca.ai.engine.Engine;
import poca.contracts.AiSessionId;
import poca.contracts.DoctorId;
import poca.platform.sql.Sql;

/// Keeps what the engines were used for. What was used is written down at once, whatever becomes of
/// the turn: a bill comes for a cancelled answer too.
@Repository
public class Ledger {

  private final JdbcClient jdbc;
  private final Clock clock;

  Ledger(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public void add(AiSessionId session, DoctorId doctor, List<Engine.Use> uses) {
    write(session.value(), doctor.value(), uses);
  }

  /// For what belongs to no interview.
  public void add(List<Engine.Use> uses) {
    write(null, null, uses);
  }

  private void write(@Nullable UUID session, @Nullable UUID doctor, List<Engine.Use> uses) {
    if (uses.isEmpty()) return;
    jdbc.sql(
            """
            insert into engine_use
              (at, session_id, doctor_id, engine, model, prompt_tokens, completion_tokens)
            select :at, cast(:session as uuid), cast(:doctor as uuid), u.engine, u.model, u.prompt, u.completion
            from unnest(:engines::text[], :models::text[], :prompts::bigint[], :completions::bigint[])
              as u (engine, model, prompt, completion)
            """)
        .param("at", Sql.time(clock.instant()))
        .param("session", session)
        .param("doctor", doctor)
        .param("engines", uses.stream().map(Engine.Use::engine).toArray(String[]::new))
        .param("models", uses.stream().map(Engine.Use::model).toArray(String[]::new))
        .param("prompts", uses.stream().map(Engine.Use::promptTokens).toArray(Long[]::new))
        .param("completions", uses.stream().map(Engine.Use::completionTokens).toArray(Long[]::new))
        .update();
  }

  /// A day (UTC) of a model.
  ///
  /// @param sessions in which it was used; the colours are theirs as they stand, of those that have
  ///   not been deleted and have one
  record Day(
      LocalDate day,
      String engine,
      String model,
      long sessions,
      long red,
      long yellow,
      long green,
      long notUnderstood,
      long promptTokens,
      long completionTokens) {}

  /// Newest day first.
  ///
  /// @param from inclusive
  /// @param to exclusive
  /// @param doctors null for all
  List<Day> days(Instant from, Instant to, @Nullable List<UUID> doctors) {
    return jdbc.sql(
            """
            with used as (
              select (at at time zone 'UTC')::date as day, engine, model, session_id,
                sum(prompt_tokens) as prompt, sum(completion_tokens) as completion
              from engine_use
              where at >= :from and at < :to
                and (:anybody or doctor_id = any (:doctors::uuid[]))
              group by 1, 2, 3, 4)
            select u.day, u.engine, u.model, count(u.session_id) as sessions,
              count(*) filter (where s.urgency = 'red') as red,
              count(*) filter (where s.urgency = 'yellow') as yellow,
              count(*) filter (where s.urgency = 'green') as green,
              count(*) filter (where not s.understood) as not_understood,
              sum(u.prompt)::bigint as prompt, sum(u.completion)::bigint as completion
            from used u left join ai_session s on s.id = u.session_id
            group by u.day, u.engine, u.model order by u.day desc, u.engine, u.model limit 5000
            """)
        .param("from", Sql.time(from))
        .param("to", Sql.time(to))
        .param("anybody", doctors == null)
        .param("doctors", Objects.requireNonNullElse(doctors, List.<UUID>of()).toArray(UUID[]::new))
        .query((row, _) ->
            new Day(
                row.getObject("day", LocalDate.class),
                row.getString("engine"),
                row.getString("model"),
                row.getLong("sessions"),
                row.getLong("red"),
                row.getLong("yellow"),
                row.getLong("green"),
                row.getLong("not_understood"),
                row.getLong("prompt"),
                row.getLong("completion")))
        .list();
  }
}
