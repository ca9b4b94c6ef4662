package poca.ai.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import poca.ai.engine.Engine;
import poca.ai.reading.Reading;
import poca.ai.source.Citations;
import poca.ai.source.KeptStatement;
import poca.ai.triage.Triage;
import poca.contracts.AiMessageId;
import poca.contracts.AiSessionId;
import poca.contracts.UserId;
import poca.platform.sql.Sql;

/// The table of exchanges.
@Repository
class AiMessageStore {

  private static final String COLUMNS =
      "id, session_id, seq, client_message_id, message, response, is_summary, engine, at, asked, reading, read_by, statements, text_version";

  /// In characters (contract 6.2.2).
  private static final int LONGEST_SUMMARY = 8_000;

  private static final int LEAST_ADDITION = 400;

  private final JdbcClient jdbc;
  private final KeptReadings kept;
  private final Citations citations;

  AiMessageStore(JdbcClient jdbc, KeptReadings kept, Citations citations) {
    this.jdbc = jdbc;
    this.kept = kept;
    this.citations = citations;
  }

  /// @throws org.springframework.dao.DuplicateKeyException if the account said it before, under
  ///   this client's id
  void insert(AiMessage message, UserId author) {
    jdbc.sql(
            """
            insert into ai_message
              (id, session_id, seq, author_id, client_message_id, message, response, is_summary,
               engine, at)
            values (:id, :session, :seq, :author, :clientId, :message, :response, :summary,
               :engine, :at)
            """)
        .param("id", message.id().value())
        .param("session", message.session().value())
        .param("seq", message.seq())
        .param("author", author.value())
        .param("clientId", message.clientId())
        .param("message", message.message())
        .param("response", message.response())
        .param("summary", message.isSummary())
        .param("engine", message.engine())
        .param("at", Sql.time(message.at()))
        .update();
  }

  /// What the account said in the session under this id of its client.
  Optional<AiMessage> saidBefore(AiSessionId session, UserId author, String clientId) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from ai_message where session_id = :session and author_id = :author
                  and client_message_id = :clientId
                """)
        .param("session", session.value())
        .param("author", author.value())
        .param("clientId", clientId)
        .query(this::message)
        .optional();
  }

  AiMessage answer(AiMessageId id, Engine.Answer answer) {
    return jdbc.sql(
            """
            update ai_message set response = :response, is_summary = :summary, engine = :engine,
              asked = cast(:asked as jsonb), cancelled = false
            where id = :id returning
            """
                + COLUMNS)
        .param("id", id.value())
        .param("response", answer.message())
        .param("summary", answer.isSummary())
        .param("engine", answer.engine())
        .param("asked", kept.write(answer.asked()))
        .query(this::message)
        .single();
  }

  /// Its answer was not wanted any more.
  void cancel(AiMessageId id) {
    jdbc.sql("update ai_message set cancelled = true where id = :id")
        .param("id", id.value())
        .update();
  }

  /// Whether this account's message was left without an answer though nobody cancelled it, and
  /// nothing has been said since.
  boolean isLeftBy(AiMessageId id, UserId author) {
    return jdbc.sql(
            """
            select exists (select 1 from ai_message m join ai_session s on s.id = m.session_id
              where m.id = :id and m.author_id = :author and m.response is null
                and not m.cancelled and m.seq = s.last_seq)
            """)
        .param("id", id.value())
        .param("author", author.value())
        .query(Boolean.class)
        .single();
  }

  /// Keeps how a message was read.
  void read(AiMessageId id, Reading reading) {
    jdbc.sql(
            """
            update ai_message set reading = cast(:reading as jsonb), read_by = :by where id = :id
            """)
        .param("id", id.value())
        .param("reading", kept.write(reading))
        .param("by", Triage.RULE_SET)
        .update();
  }

  /// Takes back a message that could not be answered.
  void forget(AiMessageId id) {
    jdbc.sql("delete from ai_message where id = :id and response is null")
        .param("id", id.value())
        .update();
  }

  Optional<AiMessage> newestSummary(AiSessionId session) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from ai_message where session_id = :session and is_summary
                order by seq desc limit 1
                """)
        .param("session", session.value())
        .query(this::message)
        .optional();
  }

  /// In place of what was judged before.
  void judged(AiMessageId id, List<KeptStatement> statements) {
    jdbc.sql("update ai_message set statements = cast(:statements as jsonb) where id = :id")
        .param("id", id.value())
        .param("statements", citations.write(statements))
        .update();
  }

  void replaceResponse(AiMessageId id, String response) {
    jdbc.sql(
            """
            update ai_message set response = :response, text_version = text_version + 1
            where id = :id
            """)
        .param("id", id.value())
        .param("response", response)
        .update();
  }

  /// Adds to the newest summary, whoever has edited it. A long addition gives way from its middle.
  ///
  /// @param statements of the addition
  void extendSummary(AiSessionId session, String addition, List<KeptStatement> statements) {
    newestSummary(session)
        .ifPresent(summary -> {
          judged(
              summary.id(),
              Stream.concat(summary.statements().stream(), statements.stream()).toList());
          var text = String.valueOf(summary.response());
          var room = Math.max(LEAST_ADDITION, LONGEST_SUMMARY - text.length());
          replaceResponse(summary.id(), text + "\n" + TextRules.shortened(addition, room));
        });
  }

  Optional<AiMessage> find(AiSessionId session, AiMessageId id) {
    return jdbc.sql(
            "select " + COLUMNS + " from ai_message where session_id = :session and id = :id")
        .param("session", session.value())
        .param("id", id.value())
        .query(this::message)
        .optional();
  }

  /// The newest exchanges, oldest first, and every summary.
  List<AiMessage> newest(AiSessionId session, int most) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from ai_message
                where session_id = :session and (is_summary or seq >
                  (select last_seq from ai_session where id = :session) - :most)
                order by seq
                """)
        .param("session", session.value())
        .param("most", most)
        .query(this::message)
        .list();
  }

  /// Oldest first, behind the place `after`.
  List<AiMessage> list(AiSessionId session, int after, int skip, int limit) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from ai_message where session_id = :session and seq > :after
                order by seq offset :skip limit :limit
                """)
        .param("session", session.value())
        .param("after", after)
        .param("skip", skip)
        .param("limit", limit)
        .query(this::message)
        .list();
  }

  long count(AiSessionId session) {
    return jdbc.sql("select count(*) from ai_message where session_id = :session")
        .param("session", session.value())
        .query(Long.class)
        .single();
  }

  /// The patient side's messages up to a place. A summary that was put has none.
  int questions(AiSessionId session, int seq) {
    return jdbc.sql(
            """
            select count(*) from ai_message
            where session_id = :session and seq <= :seq and message <> ''
            """)
        .param("session", session.value())
        .param("seq", seq)
        .query(Integer.class)
        .single();
  }

  private AiMessage message(ResultSet row, int number) throws SQLException {
    var id = Sql.id(row, "id", AiMessageId::new);
    var message = row.getString("message");
    var current = Triage.RULE_SET.equals(row.getString("read_by"));
    return new AiMessage(
        id,
        Sql.id(row, "session_id", AiSessionId::new),
        row.getInt("seq"),
        row.getString("client_message_id"),
        message,
        row.getString("response"),
        row.getBoolean("is_summary"),
        row.getString("engine"),
        Sql.time(row, "at"),
        kept.asked(row.getString("asked")),
        current ? kept.reading(row.getString("reading"), id, message) : null,
        citations.read(row.getString("statements")),
        row.getInt("text_version"));
  }
}
