package poca.chat.message;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.chat.chat.ChatAccess;
import poca.chat.chat.Chats;
import poca.contracts.ChatId;
import poca.platform.web.Refusal;

/// Reads the messages of a chat, for whom it lets in.
@Service
class MessageReader {

  private final Chats chats;
  private final MessageStore messages;
  private final Deliveries deliveries;
  private final Audit audit;

  MessageReader(Chats chats, MessageStore messages, Deliveries deliveries, Audit audit) {
    this.chats = chats;
    this.messages = messages;
    this.deliveries = deliveries;
    this.audit = audit;
  }

  /// @param total of all pages, on the first one only
  /// @param more whether another page follows
  record Page(ChatAccess seat, List<Message> messages, @Nullable Long total, boolean more) {}

  /// Newest first.
  ///
  /// @param before only those with a lower seq
  /// @throws Refusal as [Chats#enter]
  Page newest(Caller caller, ChatId id, @Nullable Long before, int skip, int limit) {
    var access = enter(caller, id);
    var rows =
        messages.newest(access.chat(), before == null ? Long.MAX_VALUE : before, skip, limit + 1);
    var page = rows.subList(0, Math.min(rows.size(), limit));
    return new Page(
        access, page, before == null ? newestKnown(access, page) : null, rows.size() > page.size());
  }

  /// The delta of a client that knows everything up to `seq`; its next one begins behind the last
  /// message, so no page follows.
  ///
  /// @throws Refusal as [Chats#enter]
  Page since(Caller caller, ChatId id, long seq, int limit) {
    var access = enter(caller, id);
    var rows = messages.after(access.chat(), seq, limit);
    return new Page(access, rows, Math.max(0, newestKnown(access, rows) - seq), false);
  }

  /// The page went to the caller, so its side has been handed what stands on it.
  void handed(Page page) {
    var access = page.seat();
    var side = access.side();
    if (side != null && !page.messages().isEmpty()) {
      deliveries.handed(access.chat().id(), side, newest(page.messages()));
    }
  }

  private ChatAccess enter(Caller caller, ChatId id) {
    var access = chats.enter(caller, id);
    audit.granted(
        caller, AuditedAction.list("message").of(access.chat().patient()), access.basis());
    return access;
  }

  /// Messages are numbered without gaps, so the highest number is their number; one may have been
  /// written since the chat was read.
  private static long newestKnown(ChatAccess access, List<Message> rows) {
    return Math.max(access.chat().lastSeq(), newest(rows));
  }

  private static long newest(List<Message> rows) {
    return rows.stream().mapToLong(Message::seq).max().orElse(0);
  }
}
