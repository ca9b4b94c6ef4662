package poca.chat.message;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.ActingAs;
import poca.access.security.Caller;
import poca.chat.message.MessageController.MessageList;
import poca.contracts.ChatId;
import poca.platform.text.OneLine;
import poca.platform.web.Paging;
import poca.platform.web.Reply;

/// The search in one's own chats (contract 9.2).
@RestController
@ActingAs
@Audited("message")
class SearchController {

  private final MessageSearch search;

  SearchController(MessageSearch search) {
    this.search = search;
  }

  @GetMapping("/api/v1/messages/search")
  Reply<MessageList> find(
      Caller caller,
      @RequestParam("q") @OneLine(min = 2, max = 200) String words,
      @RequestParam(name = "chat_id", required = false) @Nullable ChatId chat,
      Paging paging) {
    var page = search.find(caller, words, chat, paging);
    return Reply.ok(new MessageList(page.items(), page.total(), page.nextCursor()));
  }
}
