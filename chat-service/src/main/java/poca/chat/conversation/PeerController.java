package poca.chat.conversation;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;
import static poca.contracts.Role.PATIENT;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.ActingAs;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.DocumentId;
import poca.contracts.PatientId;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;

/// What other services ask. None of it is routed by the gateway.
@RestController
class PeerController {

  private final Conversations conversations;

  PeerController(Conversations conversations) {
    this.conversations = conversations;
  }

  record ChatFacts(
      ChatId id, DoctorId doctorId, PatientId patientId, boolean active, long version) {}

  record Reader(ChatId chatId, DoctorId doctorId, PatientId patientId) {}

  record Readers(List<Reader> chats) {}

  record Granted(ChatId chatId) {}

  @GetMapping("/internal/chats/{chat_id}")
  ChatFacts chat(@PathVariable("chat_id") ChatId id) {
    var chat = conversations.find(id).orElseThrow(() -> Refusal.notFound("Chat"));
    return new ChatFacts(
        chat.id(), chat.doctor(), chat.patient(), !chat.deactivated(), chat.version());
  }

  /// The chats a document was sent in, whose parties may read it.
  @GetMapping("/internal/document-readers/{document_id}")
  Readers readers(@PathVariable("document_id") DocumentId document) {
    return new Readers(
        conversations.withDocument(document).stream()
            .map(chat -> new Reader(chat.id(), chat.doctor(), chat.patient()))
            .toList());
  }

  /// Whether the caller's WebSocket would be let in: the gateway asks before it accepts the
  /// handshake, and hands on whatever else than 200 it hears.
  @GetMapping("/access/chats/{chat_id}")
  @ActingAs
  @Audited(value = "chat", refusedOnly = true)
  @OnlyFor({ADMIN, DOCTOR, PATIENT})
  Reply<Granted> access(Caller caller, @PathVariable("chat_id") String id) {
    return Reply.ok(new Granted(conversations.enter(caller, chatId(id)).chat().id()));
  }

  private static ChatId chatId(String text) {
    try {
      return ChatId.of(text);
    } catch (IllegalArgumentException malformed) {
      throw Refusal.notFound("Chat");
    }
  }
}
