package poca.chat.message;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.chat.assistant.Interviews;
import poca.chat.attachment.Attachments;
import poca.chat.attachment.FileDetails;
import poca.chat.attachment.NewAttachment;
import poca.chat.careteam.Side;
import poca.chat.chat.ChatAccess;
import poca.chat.chat.ChatStore;
import poca.chat.chat.Chats;
import poca.contracts.ChatId;
import poca.contracts.MessageId;
import poca.contracts.fact.MessageFact;
import poca.contracts.fact.MessageFact.MessageSent;
import poca.platform.web.Refusal;

/// Sends messages. Everything that may ask another service comes before the transaction, and within
/// it everything else before the chat's row is taken: that is held for three statements, and with
/// it everybody who writes there.
@Service
public class Sending {

  private final Chats chats;
  private final ChatStore chatStore;
  private final MessageStore messages;
  private final Interviews interviews;
  private final Attachments attachments;
  private final FileDetails files;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Counter sent;

  Sending(
      Chats chats,
      ChatStore chatStore,
      MessageStore messages,
      Interviews interviews,
      Attachments attachments,
      FileDetails files,
      Audit audit,
      ApplicationEventPublisher events,
      MeterRegistry meters) {
    this.chats = chats;
    this.chatStore = chatStore;
    this.messages = messages;
    this.interviews = interviews;
    this.attachments = attachments;
    this.files = files;
    this.audit = audit;
    this.events = events;
    this.sent = meters.counter("chat.messages.sent");
  }

  /// Published on the instance where it was committed.
  public record MessageStored(ChatId chat, long seq) {}

  /// @param repeated the account had sent this client message id before: `message` is the first
  public record Sent(Message message, boolean repeated) {}

  /// @throws Refusal 404 chat, AI session or document, 403, 400 for a wrong sender or receiver and
  ///   for a summary that the doctor's side sends; 503 if another service is needed and does not
  ///   answer
  public Sent send(Caller caller, ChatId id, NewMessage message) {
    var access = chats.enter(caller, id);
    var summaryOf = message.summaryOf();
    if (summaryOf != null || !(message.attached() instanceof NewAttachment.Nothing)) {
      // a file would be stored again for nothing, and ai-service asked
      var first = sentBefore(caller, access, message);
      if (first.isPresent()) {
        return again(caller, access, first.get());
      }
    }
    if (summaryOf != null && !interviews.belongs(summaryOf, id)) {
      throw Refusal.notFound("AI session");
    }
    FileDetails.Stored file =
        switch (message.attached()) {
          case NewAttachment.Nothing _ -> FileDetails.Stored.NONE;
          case NewAttachment.Details(var object) -> FileDetails.stored(object);
          case NewAttachment.StoredDocument(var document) ->
              files.stored(attachments.visible(caller, document));
          case NewAttachment.File(var upload) -> {
            from(caller, access, message);
            yield files.stored(attachments.store(caller, upload));
          }
        };
    var from = from(caller, access, message);
    try {
      var stored = store(caller, access, from, message, file);
      sent.increment();
      events.publishEvent(new MessageStored(id, stored.seq()));
      return new Sent(stored, false);
    } catch (DuplicateKeyException sentBefore) {
      var first = sentBefore(caller, access, message).orElseThrow(() -> sentBefore);
      return again(caller, access, first);
    }
  }

  private Sent again(Caller caller, ChatAccess access, Message first) {
    var auditedAction =
        AuditedAction.read("message", first.id().value()).of(access.chat().patient());
    audit.granted(caller, auditedAction, access.basis());
    return new Sent(first, true);
  }

  private Optional<Message> sentBefore(Caller caller, ChatAccess access, NewMessage message) {
    return message.clientMessageId() == null
        ? Optional.empty()
        : messages.sentBefore(access.chat(), caller.user(), message.clientMessageId());
  }

  /// The side that sends. An admin writes for the side it names, for the doctor otherwise.
  private static Side from(Caller caller, ChatAccess access, NewMessage message) {
    var chat = access.chat();
    var side = access.side();
    var sender = message.sender();
    if (side == null) {
      side = chat.patient().value().equals(sender) ? Side.PATIENT : Side.DOCTOR;
    }
    if (sender != null && !sender.equals(chat.idOf(side)) && !caller.isSelf(sender)) {
      throw Refusal.breaksRule("Sender is not the caller's side of this chat");
    }
    var receiver = message.receiver();
    if (receiver != null && !receiver.equals(chat.idOf(side.other()))) {
      throw Refusal.breaksRule("Receiver is not the other side of this chat");
    }
    if (message.summaryOf() != null && side.isDoctor()) {
      throw Refusal.breaksRule("Only the patient's side sends the summary of an AI session");
    }
    return side;
  }

  private Message store(
      Caller caller, ChatAccess access, Side from, NewMessage message, FileDetails.Stored file) {
    var chat = access.chat();
    return audit.execute(use -> {
      var id = new MessageId(use.newId());
      use.granted(
          caller, AuditedAction.create("message", id.value()).of(chat.patient()), access.basis());
      var sequenceNumber =
          chatStore.take(chat.id(), from, use.now()).orElseThrow(() -> Refusal.notFound("Chat"));
      var stored = messages.insert(id, chat, sequenceNumber, from, caller.user(), message, file);
      use.tell(
          MessageFact.TOPIC,
          new MessageSent(
              chat.id(),
              chat.doctor(),
              chat.patient(),
              stored.id(),
              stored.seq(),
              from.isDoctor(),
              file.document(),
              message.summaryOf(),
              stored.timestamp()));
      return stored;
    });
  }
}
