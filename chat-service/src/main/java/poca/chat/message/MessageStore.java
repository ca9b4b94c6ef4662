package poca.chat.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import poca.chat.attachment.FileDetails;
import poca.chat.careteam.Side;
import poca.chat.chat.Chat;
import poca.chat.chat.ChatStore;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;
import poca.contracts.DocumentId;
import poca.contracts.MessageId;
import poca.contracts.UserId;
import poca.platform.sql.Sql;

/// Keeps the table of messages.
@Repository
public class MessageStore {

  /// For the SQL of messages `m`; [#message] reads them.
  public static final String COLUMNS =
      "m.id, m.seq, m.from_doctor, m.client_message_id, m.ai_session_id, m.body, m.message_type,"
          + " m.document_id, m.file_details, m.is_read, m.sent_at";

  private final JdbcClient jdbc;
  private final FileDetails files;

  MessageStore(JdbcClient jdbc, FileDetails files) {
    this.jdbc = jdbc;
    this.files = files;
  }

  /// Puts a message into a place that the caller's transaction holds.
  ///
  /// @throws org.springframework.dao.DuplicateKeyException if the account sent this client message
  ///   id to this chat before; the transaction must roll back, and gives the place back
  Message insert(
      MessageId id,
      Chat chat,
      ChatStore.SequenceNumber sequenceNumber,
      Side from,
      UserId author,
      NewMessage message,
      FileDetails.Stored file) {
    jdbc.sql(
            """
            insert into message (id, chat_id, seq, from_doctor, author_id, client_message_id, body,
              message_type, document_id, file_details, ai_session_id, sent_at)
            values (:id, :chat, :seq, :fromDoctor, :author, :clientId, :body,
              :type, :document, :file, :summaryOf, :at)
            """)
        .param("id", id.value())
        .param("chat", chat.id().value())
        .param("seq", sequenceNumber.seq())
        .param("fromDoctor", from.isDoctor())
        .param("author", author.value())
        .param("clientId", message.clientMessageId())
        .param("body", message.text())
        .param("type", message.type().wire())
        .param("document", file.document() == null ? null : file.document().value())
        .param("file", file.object())
        .param("summaryOf", message.summaryOf() == null ? null : message.summaryOf().value())
        .param("at", Sql.time(sequenceNumber.at()))
        .update();
    return new Message(
        id,
        chat.id(),
        sequenceNumber.seq(),
        message.clientMessageId(),
        message.summaryOf(),
        chat.idOf(from),
        chat.idOf(from.other()),
        message.text(),
        message.type(),
        files.shown(file),
        sequenceNumber.at(),
        false);
  }

  /// What the account sent to the chat under this client message id.
  Optional<Message> sentBefore(Chat chat, UserId author, String clientMessageId) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from message m
                where m.chat_id = :chat and m.author_id = :author
                  and m.client_message_id = :clientId
                """)
        .param("chat", chat.id().value())
        .param("author", author.value())
        .param("clientId", clientMessageId)
        .query((row, _) -> message(row, chat))
        .optional();
  }

  /// The newest messages, oldest of them first.
  public List<Message> latest(Chat chat, int limit) {
    return newest(chat, Long.MAX_VALUE, limit).reversed();
  }

  /// Newest first.
  ///
  /// @param before only those with a lower seq
  List<Message> newest(Chat chat, long before, int limit) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from message m where m.chat_id = :chat and m.seq < :before
                order by m.seq desc limit :limit
                """)
        .param("chat", chat.id().value())
        .param("before", before)
        .param("limit", limit)
        .query((row, _) -> message(row, chat))
        .list();
  }

  /// Ascending, from the one behind `seq`.
  public List<Message> after(Chat chat, long seq, int limit) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from message m where m.chat_id = :chat and m.seq > :seq
                order by m.seq limit :limit
                """)
        .param("chat", chat.id().value())
        .param("seq", seq)
        .param("limit", limit)
        .query((row, _) -> message(row, chat))
        .list();
  }

  /// The chats that a document was sent in.
  List<Chat> chatsWith(DocumentId document) {
    return jdbc.sql(
            "select "
                + ChatStore.COLUMNS
                + """
                 from chat c where exists (
                  select 1 from message m where m.chat_id = c.id and m.document_id = :document)
                order by c.created_at, c.id
                """)
        .param("document", document.value())
        .query(ChatStore::chat)
        .list();
  }

  /// A message with the chat it stands in, to judge who may mark it.
  record Placed(MessageId id, ChatId chat, Side from) {}

  /// Where messages stand; unknown ones are left out.
  List<Placed> placed(Collection<MessageId> ids) {
    return jdbc.sql(
            "select id, chat_id, from_doctor from message where id = any(cast(:ids as uuid[]))")
        .param("ids", Sql.array(ids))
        .query((row, _) ->
            new Placed(
                Sql.id(row, "id", MessageId::new),
                Sql.id(row, "chat_id", ChatId::new),
                Side.doctorIf(row.getBoolean("from_doctor"))))
        .list();
  }

  /// A message that was marked otherwise before.
  record Marked(MessageId id, ChatId chat, Side from, Instant sentAt) {}

  /// Marks messages and answers which of them changed. Rows are locked in one order: the same ids
  /// may be marked by two requests at once.
  List<Marked> mark(Collection<MessageId> ids, boolean read) {
    return jdbc.sql(
            """
            with these as (
              select id from message
              where id = any(cast(:ids as uuid[])) and is_read <> :read
              order by id for no key update
            )
            update message m set is_read = :read from these where m.id = these.id
            returning m.id, m.chat_id, m.from_doctor, m.sent_at
            """)
        .param("ids", Sql.array(ids))
        .param("read", read)
        .query(MessageStore::marked)
        .list();
  }

  /// Marks what is addressed to the side, up to a place, as read; and answers which of it changed.
  List<Marked> markUpTo(ChatId chat, Side side, long seq) {
    return jdbc.sql(
            """
            with these as (
              select id from message
              where chat_id = :chat and seq <= :seq and from_doctor = :fromDoctor and not is_read
              order by id for no key update
            )
            update message m set is_read = true from these where m.id = these.id
            returning m.id, m.chat_id, m.from_doctor, m.sent_at
            """)
        .param("chat", chat.value())
        .param("seq", seq)
        .param("fromDoctor", side.other().isDoctor())
        .query(MessageStore::marked)
        .list();
  }

  private static Marked marked(ResultSet row, int number) throws SQLException {
    return new Marked(
        Sql.id(row, "id", MessageId::new),
        Sql.id(row, "chat_id", ChatId::new),
        Side.doctorIf(row.getBoolean("from_doctor")),
        Sql.time(row, "sent_at"));
  }

  public Message message(ResultSet row, Chat chat) throws SQLException {
    var from = Side.doctorIf(row.getBoolean("from_doctor"));
    return new Message(
        Sql.id(row, "id", MessageId::new),
        chat.id(),
        row.getLong("seq"),
        row.getString("client_message_id"),
        Sql.idOrNull(row, "ai_session_id", AiSessionId::new),
        chat.idOf(from),
        chat.idOf(from.other()),
        row.getString("body"),
        MessageType.ofWire(row.getString("message_type")),
        files.shown(
            new FileDetails.Stored(
                Sql.idOrNull(row, "document_id", DocumentId::new), row.getString("file_details"))),
        Sql.time(row, "sent_at"),
        row.getBoolean("is_read"));
  }
}
