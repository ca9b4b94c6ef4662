package poca.chat.message;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.DocumentId;
import poca.contracts.PatientId;

/// Tells records-service in which chats a document was sent: their parties may read it. The gateway
/// does not route it.
@RestController
class DocumentReaderController {

  private final MessageStore messages;

  DocumentReaderController(MessageStore messages) {
    this.messages = messages;
  }

  record Reader(ChatId chatId, DoctorId doctorId, PatientId patientId) {}

  record Readers(List<Reader> chats) {}

  @GetMapping("/internal/document-readers/{document_id}")
  Readers readers(@PathVariable("document_id") DocumentId document) {
    return new Readers(
        messages.chatsWith(document).stream()
            .map(chat -> new Reader(chat.id(), chat.doctor(), chat.patient()))
            .toList());
  }
}
