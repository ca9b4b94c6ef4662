package poca.chat.message;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;
import static poca.contracts.Role.PATIENT;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import poca.access.audit.Audited;
import poca.access.security.ActingAs;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.chat.attachment.FileDetails;
import poca.chat.chat.Chats;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;
import poca.contracts.MessageId;
import poca.platform.web.Paging;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;
import tools.jackson.databind.node.ObjectNode;

/// The routes of `/messages` and a chat's messages (contract 4.11).
@RestController
@RequestMapping("/api/v1")
@ActingAs
@OnlyFor({ADMIN, DOCTOR, PATIENT})
@Audited("message")
class MessageController {

  private final Chats chats;
  private final Sending sending;
  private final MessageReader messageReader;
  private final ReadMarks marks;
  private final FileDetails files;

  MessageController(
      Chats chats,
      Sending sending,
      MessageReader messageReader,
      ReadMarks marks,
      FileDetails files) {
    this.chats = chats;
    this.sending = sending;
    this.messageReader = messageReader;
    this.marks = marks;
    this.files = files;
  }

  record Writing(
      @NotNull ChatId chatId,
      @Nullable String message,
      @Nullable UUID senderId,
      @Nullable UUID receiverId,
      @Nullable MessageType messageType,
      @Nullable ObjectNode fileDetails,
      @Nullable String clientMessageId,
      @Nullable AiSessionId aiSessionId) {}

  /// A message as it is answered to who sent it.
  record Accepted(@JsonUnwrapped Message message, Instant createdAt) {
    static Accepted of(Sending.Sent sent) {
      return new Accepted(sent.message(), sent.message().timestamp());
    }
  }

  record MessageList(List<Message> messages, @Nullable Long total, @Nullable String nextCursor) {}

  @PostMapping("/messages")
  Reply<Accepted> send(Caller caller, @Valid @RequestBody Writing writing) {
    var message =
        NewMessage.of(
            "message",
            writing.message(),
            writing.messageType(),
            writing.senderId(),
            writing.receiverId(),
            writing.clientMessageId(),
            writing.aiSessionId(),
            files.sent(writing.fileDetails()));
    return Reply.ok(Accepted.of(sending.send(caller, writing.chatId(), message)));
  }

  @PostMapping(
      path = {"/messages", "/messages/with-attachment"},
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Reply<Accepted> sendForm(Caller caller, MultipartHttpServletRequest request) {
    var form = new MessageForm(request);
    var chat = form.chat();
    var message = form.message();
    if (form.hasBoth()) {
      chats.enter(caller, chat);
      throw Refusal.breaksRule("Give either a file or a document_id");
    }
    return Reply.ok(Accepted.of(sending.send(caller, chat, message)));
  }

  @GetMapping({"/messages/chat/{chat_id}", "/chats/{chat_id}/messages"})
  Reply<MessageList> list(
      Caller caller,
      @PathVariable("chat_id") ChatId id,
      Paging paging,
      @RequestParam(name = "after_seq", required = false) @Nullable Long afterSeq,
      HttpMethod method) {
    if (afterSeq != null) {
      requireAlone(afterSeq, paging);
    }
    var found =
        afterSeq == null
            ? messageReader.newest(caller, id, paging)
            : messageReader.since(caller, id, afterSeq, paging.limit());
    if (method != HttpMethod.HEAD) {
      messageReader.handed(found);
    }
    var page = found.page();
    return Reply.ok(new MessageList(page.items(), page.total(), page.nextCursor()));
  }

  private static void requireAlone(long afterSeq, Paging paging) {
    if (paging.skip() > 0 || paging.cursor() != null) {
      throw Refusal.invalid(
          "query", "after_seq", "value_error", "cannot be combined with skip or cursor");
    }
    if (afterSeq < 0) {
      throw Refusal.invalid("query", "after_seq", "greater_than_equal", "must be at least 0");
    }
  }

  record Marking(
      @Nullable List<@Nullable MessageId> messageIds,
      @Nullable MessageId messageId,
      @Nullable Boolean isRead) {}

  record Marked(boolean success, int updatedCount) {}

  @PutMapping("/messages/read-status")
  Reply<Marked> mark(Caller caller, @RequestBody Marking marking) {
    var ids = new LinkedHashSet<MessageId>();
    if (marking.messageIds() != null) {
      marking.messageIds().stream().filter(Objects::nonNull).forEach(ids::add);
    }
    if (marking.messageId() != null) {
      ids.add(marking.messageId());
    }
    if (ids.isEmpty()) {
      throw Refusal.invalid("body", "message_ids", "missing", "Field required");
    }
    var count = marks.mark(caller, ids, !Boolean.FALSE.equals(marking.isRead()));
    return Reply.ok(new Marked(true, count));
  }

  record MarkingOne(@Nullable Boolean isRead) {}

  record MarkedOne(boolean success, MessageId messageId, boolean isRead) {}

  @PutMapping("/messages/{message_id}/read")
  Reply<MarkedOne> markOne(
      Caller caller,
      @PathVariable("message_id") MessageId id,
      @RequestParam(name = "is_read", required = false) @Nullable Boolean isRead,
      @RequestBody(required = false) @Nullable MarkingOne marking) {
    var wanted = isRead != null || marking == null ? isRead : marking.isRead();
    var read = !Boolean.FALSE.equals(wanted);
    marks.mark(caller, Set.of(id), read);
    return Reply.ok(new MarkedOne(true, id, read));
  }
}
