package poca.records.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.DocumentId;
import poca.contracts.PatientId;
import poca.platform.peer.Peers;
import poca.platform.sql.Sql;

/// In which chats a document was sent: told by chat-service, and asked of it when we have heard
/// nothing yet. Being sent is also what confirms a pending document.
@Component
class ChatCopies {

  private final JdbcClient jdbc;
  private final DocumentStore store;
  private final Peers peers;

  ChatCopies(JdbcClient jdbc, DocumentStore store, Peers peers) {
    this.jdbc = jdbc;
    this.store = store;
    this.peers = peers;
  }

  /// A chat as chat-service names it to us.
  record Sent(ChatId chatId, DoctorId doctorId, PatientId patientId) {}

  List<Sent> of(DocumentId document) {
    return jdbc.sql(
            """
            select chat_id, doctor_id, patient_id from chat_document c
            where document_id = :document
              and not exists (select 1 from gone_chat g where g.chat_id = c.chat_id)
            """)
        .param("document", document.value())
        .query(ChatCopies::sent)
        .list();
  }

  /// Asks the owner. Call [#learn] with the answer.
  ///
  /// @throws poca.platform.web.Refusal 503 if it does not answer
  List<Sent> ask(DocumentId document) {
    return peers
        .of("chat-service")
        .get("/internal/document-readers/{document}", Readers.class, document)
        .map(Readers::chats)
        .orElse(List.of());
  }

  private record Readers(List<Sent> chats) {}

  @Transactional
  public void learn(DocumentId document, List<Sent> chats) {
    if (!chats.isEmpty()) {
      store.publish(document);
      chats.forEach(chat -> insert(document, chat));
    }
  }

  /// A document that is none of ours is passed over.
  private void insert(DocumentId document, Sent chat) {
    jdbc.sql(
            """
            insert into chat_document (document_id, chat_id, doctor_id, patient_id)
            select :document, :chat, :doctor, :patient
            where exists (select 1 from document where id = :document)
            on conflict do nothing
            """)
        .param("document", document.value())
        .param("chat", chat.chatId().value())
        .param("doctor", chat.doctorId().value())
        .param("patient", chat.patientId().value())
        .update();
  }

  void gone(ChatId chat) {
    jdbc.sql("insert into gone_chat (chat_id) values (:chat) on conflict do nothing")
        .param("chat", chat.value())
        .update();
  }

  private static Sent sent(ResultSet row, int number) throws SQLException {
    return new Sent(
        Sql.id(row, "chat_id", ChatId::new),
        Sql.id(row, "doctor_id", DoctorId::new),
        Sql.id(row, "patient_id", PatientId::new));
  }
}
