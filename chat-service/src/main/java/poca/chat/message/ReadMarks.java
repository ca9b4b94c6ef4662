package poca.chat.message;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.chat.chat.ChatAccess;
import poca.chat.chat.ChatStore;
import poca.chat.chat.Chats;
import poca.chat.message.MessageStore.Marked;
import poca.chat.message.MessageStore.Placed;
import poca.contracts.ChatId;
import poca.contracts.MessageId;
import poca.contracts.fact.MessageFact;
import poca.contracts.fact.MessageFact.MessagesMarked;
import poca.platform.web.Refusal;

/// Marks messages read or unread, which only their receiver may do.
@Service
class ReadMarks {

  /// Ids in one fact: a request may name tens of thousands.
  private static final int LARGEST_FACT = 1000;

  private final Chats chats;
  private final ChatStore chatStore;
  private final MessageStore messages;
  private final Audit audit;

  ReadMarks(Chats chats, ChatStore chatStore, MessageStore messages, Audit audit) {
    this.chats = chats;
    this.chatStore = chatStore;
    this.messages = messages;
    this.audit = audit;
  }

  /// All or nothing. Own messages among the ids are passed over.
  ///
  /// @return how many of the messages are addressed to the caller
  /// @throws Refusal 404 if one is unknown, 403 if one stands in a chat that is not the caller's,
  ///   400 if none is addressed to the caller
  int mark(Caller caller, Set<MessageId> ids, boolean read) {
    var placed = messages.placed(ids);
    if (placed.size() < ids.size()) {
      throw Refusal.notFound("Message");
    }
    var seats = new HashMap<ChatId, ChatAccess>();
    var inChats = placed.stream().map(Placed::chat).collect(Collectors.toSet());
    var found = chatStore.find(inChats);
    if (found.size() < inChats.size()) {
      throw Refusal.notFound("Message");
    }
    for (var chat : found) {
      seats.put(chat.id(), chats.seat(caller, chat));
    }
    var addressed = new HashSet<MessageId>();
    var bySeat = new HashMap<ChatAccess, List<MessageId>>();
    for (var message : placed) {
      var access = seats.get(message.chat());
      if (access != null && access.side() == message.from().other()) {
        addressed.add(message.id());
        bySeat.computeIfAbsent(access, _ -> new ArrayList<>()).add(message.id());
      }
    }
    if (addressed.isEmpty()) {
      throw Refusal.breaksRule("Only the receiver of a message can mark it");
    }
    audit.executeWithoutResult(use -> {
      bySeat.forEach((access, marked) -> writeDown(use, caller, access, marked));
      tell(use, messages.mark(addressed, read), read);
    });
    return addressed.size();
  }

  /// One row a chat, however many messages.
  private static void writeDown(
      Audit.Use use, Caller caller, ChatAccess access, List<MessageId> marked) {
    var message = marked.size() == 1 ? marked.getFirst().value() : null;
    use.granted(
        caller,
        AuditedAction.update("message", message).of(access.chat().patient()),
        access.basis());
  }

  private static void tell(Audit.Use use, Collection<Marked> changed, boolean read) {
    var byChat =
        changed.stream()
            .collect(
                Collectors.groupingBy(
                    message -> new Receiver(message.chat(), message.from().other().isDoctor())));
    byChat.forEach((receiver, marked) -> {
      for (var i = 0; i < marked.size(); i += LARGEST_FACT) {
        var part = marked.subList(i, Math.min(i + LARGEST_FACT, marked.size()));
        use.tell(
            MessageFact.TOPIC,
            new MessagesMarked(
                receiver.chat(),
                part.stream().map(Marked::id).toList(),
                receiver.doctor(),
                read,
                Collections.max(part.stream().map(Marked::sentAt).toList())));
      }
    });
  }

  private record Receiver(ChatId chat, boolean doctor) {}
}
