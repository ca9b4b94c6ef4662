package poca.chat.message;

import java.util.List;
import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.chat.chat.ChatAccess;
import poca.chat.chat.Chats;
import poca.contracts.ChatId;
import poca.platform.web.Page;
import poca.platform.web.Paging;
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

  /// Messages for whom was let in.
  record Handout(ChatAccess access, Page<Message> page) {}

  /// Newest first.
  ///
  /// @throws Refusal as [Chats#enter]; 422 for a cursor of another list
  Handout newest(Caller caller, ChatId id, Paging paging) {
    var list = "messages:" + id;
    var cursor = paging.after(list, 1).map(MessageReader::seq);
    var access = enter(caller, id);
    var before = cursor.orElseGet(() -> behind(access, paging.skip()));
    var rows = messages.newest(access.chat(), before, paging.oneMore());
    return new Handout(
        access,
        paging.countedPage(
            list, rows, message -> List.of(message.seq()), () -> newestKnown(access, rows)));
  }

  /// Since messages are numbered without gaps, what is skipped is a matter of counting: the end of
  /// a chat costs no more than its beginning.
  private static long behind(ChatAccess access, int skip) {
    return skip == 0 ? Long.MAX_VALUE : access.chat().lastSeq() + 1 - skip;
  }

  private static Long seq(List<String> keys) {
    try {
      return Long.valueOf(keys.getFirst());
    } catch (NumberFormatException notOurs) {
      throw Paging.badCursor();
    }
  }

  /// The delta of a client that knows everything up to `seq`; its next one begins behind the last
  /// message, so no page follows.
  ///
  /// @throws Refusal as [Chats#enter]
  Handout since(Caller caller, ChatId id, long seq, int limit) {
    var access = enter(caller, id);
    var rows = messages.after(access.chat(), seq, limit);
    var total = Math.max(0, newestKnown(access, rows) - seq);
    return new Handout(access, new Page<>(rows, total, null));
  }

  /// The page went to the caller, so its side has been handed what stands on it.
  void handed(Handout handout) {
    var access = handout.access();
    var side = access.side();
    var shown = handout.page().items();
    if (side != null && !shown.isEmpty()) {
      deliveries.handed(access.chat().id(), side, newest(shown));
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
