package poca.ai.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import poca.contracts.AiMessageId;
import poca.contracts.AiSessionId;
import poca.contracts.UserId;

/// The table of exchanges.
@Repository
class MessageStore {

  private static final String COLUMNS =
      "id, session_id, seq, message, response, is_summary, engine, at";

  private final JdbcClient jdbc;

  MessageStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(AiMessage message, UserId author) {
    jdbc.sql(
            """
            insert into ai_message
              (id, session_id, seq, author_id, message, response, is_summary, engine, at)
            values (:id, :session, :seq, :author, :message, :response, :summary, :engine, :at)
            """)
        .param("id", message.id().value())
        .param("session", message.session().value())
        .param("seq", message.seq())
        .param("author", author.value())
        .param("message", message.message())
        .param("response", message.response())
        .param("summary", message.isSummary())
        .param("engine", message.engine())
        .param("at", message.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  AiMessage answer(AiMessageId id, String response, boolean summary, String engine) {
    return jdbc.sql(
            """
            update ai_message set response = :response, is_summary = :summary, engine = :engine
            where id = :id returning
            """
                + COLUMNS)
        .param("id", id.value())
        .param("response", response)
        .param("summary", summary)
        .param("engine", engine)
        .query(MessageStore::message)
        .single();
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
        .query(MessageStore::message)
        .optional();
  }

  void replaceResponse(AiMessageId id, String response) {
    jdbc.sql("update ai_message set response = :response where id = :id")
        .param("id", id.value())
        .param("response", response)
        .update();
  }

  Optional<AiMessage> find(AiSessionId session, AiMessageId id) {
    return jdbc.sql(
            "select " + COLUMNS + " from ai_message where session_id = :session and id = :id")
        .param("session", session.value())
        .param("id", id.value())
        .query(MessageStore::message)
        .optional();
  }

  /// What has been said up to a message, oldest first: the newest exchanges and every summary.
  List<AiMessage> upTo(AiSessionId session, int seq, int newest) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from ai_message
                where session_id = :session and seq <= :seq and (seq > :seq - :newest or is_summary)
                order by seq
                """)
        .param("session", session.value())
        .param("seq", seq)
        .param("newest", newest)
        .query(MessageStore::message)
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
        .query(MessageStore::message)
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

  private static AiMessage message(ResultSet row, int number) throws SQLException {
    return new AiMessage(
        new AiMessageId(row.getObject("id", UUID.class)),
        new AiSessionId(row.getObject("session_id", UUID.class)),
        row.getInt("seq"),
        row.getString("message"),
        row.getString("response"),
        row.getBoolean("is_summary"),
        row.getString("engine"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
