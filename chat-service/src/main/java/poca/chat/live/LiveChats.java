package poca.chat.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import poca.chat.chat.Chat;
import poca.chat.chat.ChatStore;
import poca.chat.message.MessageStore;
import poca.contracts.ChatId;
import poca.platform.socket.CloseReason;

/// Keeps the chats that are open on this instance, each with its fan-out.
@Component
class LiveChats {

  private static final Logger log = LoggerFactory.getLogger(LiveChats.class);

  private final ChatStore store;
  private final MessageStore messages;
  private final ChatFrames frames;
  private final Map<ChatId, FanOut> fanOuts = new ConcurrentHashMap<>();

  LiveChats(ChatStore store, MessageStore messages, ChatFrames frames) {
    this.store = store;
    this.messages = messages;
    this.frames = frames;
  }

  void join(Chat chat, Subscriber subscriber) {
    fanOuts.compute(
        chat.id(),
        (_, fanOut) -> {
          var joined = fanOut == null ? new FanOut(chat, messages, frames) : fanOut;
          joined.add(subscriber);
          return joined;
        });
  }

  void leave(ChatId chat, Subscriber subscriber) {
    fanOuts.computeIfPresent(
        chat,
        (_, fanOut) -> {
          fanOut.remove(subscriber);
          return fanOut.isEmpty() ? null : fanOut;
        });
  }

  /// The chat has come as far as `seq`; whoever is connected here gets what is missing.
  void reached(ChatId chat, long seq) {
    var fanOut = fanOuts.get(chat);
    if (fanOut != null) {
      fanOut.reach(seq);
    }
  }

  void gone(ChatId chat) {
    var fanOut = fanOuts.get(chat);
    if (fanOut != null) {
      fanOut.close(CloseReason.ACCESS_LOST);
    }
  }

  /// A subscriber that was held back is let go on.
  void catchUp(ChatId chat) {
    var fanOut = fanOuts.get(chat);
    if (fanOut != null) {
      fanOut.wake();
    }
  }

  /// Asks the store how far the open chats have come, in one statement: while the event bus is
  /// away, messages written through another instance are found here.
  @Scheduled(fixedRate = 2, timeUnit = TimeUnit.SECONDS)
  void look() {
    var chats = fanOuts.keySet().stream().toList();
    if (chats.isEmpty()) {
      return;
    }
    try {
      var there = store.find(chats).stream().collect(Collectors.toMap(Chat::id, Chat::lastSeq));
      for (var chat : chats) {
        var seq = there.get(chat);
        if (seq == null) {
          gone(chat);
        } else {
          reached(chat, seq);
        }
      }
    } catch (DataAccessException away) {
      log.warn("store not looked at: {}", away.toString());
    }
  }
}
