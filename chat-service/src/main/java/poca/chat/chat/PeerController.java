package poca.chat.chat;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;
import static poca.contracts.Role.PATIENT;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.ActingAs;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;

/// What other services ask. None of it is routed by the gateway.
@RestController
class PeerController {

  private final ChatStore chatStore;
  private final Chats chats;

  PeerController(ChatStore chatStore, Chats chats) {
    this.chatStore = chatStore;
    this.chats = chats;
  }

  record ChatFacts(
      ChatId id, DoctorId doctorId, PatientId patientId, boolean active, long version) {}

  record Granted(ChatId chatId) {}

  @GetMapping("/internal/chats/{chat_id}")
  ChatFacts chat(@PathVariable("chat_id") ChatId id) {
    var chat = chatStore.find(id).orElseThrow(() -> Refusal.notFound("Chat"));
    return new ChatFacts(
        chat.id(), chat.doctor(), chat.patient(), !chat.deactivated(), chat.version());
  }

  /// Whether the caller's WebSocket would be let in: the gateway asks before it accepts the
  /// handshake, and hands on whatever else than 200 it hears.
  @GetMapping("/access/chats/{chat_id}")
  @ActingAs
  @Audited(value = "chat", refusedOnly = true)
  @OnlyFor({ADMIN, DOCTOR, PATIENT})
  Reply<Granted> access(Caller caller, @PathVariable("chat_id") String id) {
    return Reply.ok(new Granted(chats.enter(caller, chatId(id)).chat().id()));
  }

  private static ChatId chatId(String text) {
    try {
      return ChatId.of(text);
    } catch (IllegalArgumentException malformed) {
      throw Refusal.notFound("Chat");
    }
  }
}
