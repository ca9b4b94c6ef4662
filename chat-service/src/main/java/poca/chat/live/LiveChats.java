package poca.chat.live;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import poca.chat.careteam.Side;
import poca.chat.chat.Chat;
import poca.chat.chat.ChatStore;
import poca.chat.live.Receipts.Receipt;
import poca.chat.message.MessageStore;
import poca.contracts.ChatId;
import poca.contracts.UserId;
import poca.contracts.fact.TypingFact;
import poca.contracts.fact.TypingFact.PartyTyped;
import poca.platform.event.Announcements;
import poca.platform.socket.CloseReason;

/// Keeps the chats that are open on this instance, each with its fan-out.
@Component
class LiveChats {

  private static final Logger log = LoggerFactory.getLogger(LiveChats.class);

  /// How long a client shows that somebody types.
  private static final Duration TYPING_SHOWN = Duration.ofSeconds(5);

  private final ChatStore store;
  private final MessageStore messages;
  private final Receipts receipts;
  private final ChatFrames frames;
  private final Announcements announcements;
  private final Clock clock;
  private final Map<ChatId, FanOut> fanOuts = new ConcurrentHashMap<>();

  LiveChats(
      ChatStore store,
      MessageStore messages,
      Receipts receipts,
      ChatFrames frames,
      Announcements announcements,
      Clock clock) {
    this.store = store;
    this.messages = messages;
    this.receipts = receipts;
    this.frames = frames;
    this.announcements = announcements;
    this.clock = clock;
  }

  void join(Chat chat, Subscriber subscriber) {
    fanOuts.compute(
        chat.id(),
        (_, fanOut) -> {
          var joined = fanOut == null ? new FanOut(chat, messages, receipts, frames) : fanOut;
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

  /// A side of the chat may have come further.
  void progressed(ChatId chat) {
    var fanOut = fanOuts.get(chat);
    if (fanOut != null) {
      fanOut.progressed();
    }
  }

  /// The account says that it types; all instances are told, this one too. Where it is lost it is
  /// said again soon.
  ///
  /// @param by the account's connection
  void types(ChatId chat, UserId account, Side side, UUID by) {
    var now = clock.instant();
    var fanOut = fanOuts.get(chat);
    if (fanOut != null && fanOut.mayType(account, now)) {
      announcements.announce(
          TypingFact.TOPIC, new PartyTyped(chat, by, side.isDoctor(), now.plus(TYPING_SHOWN)));
    }
  }

  void typed(PartyTyped typed) {
    var fanOut = fanOuts.get(typed.chat());
    if (fanOut != null) {
      fanOut.typing(
          typed.connection(), frames.typing(Side.doctorIf(typed.doctor()), typed.until()));
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

  /// Asks the store how far the open chats have come, in one statement, and one for those whose
  /// clients want receipts: while the event bus is away, what came through another instance is
  /// found here.
  @Scheduled(fixedRate = 2, timeUnit = TimeUnit.SECONDS)
  void look() {
    var chats = fanOuts.keySet().stream().toList();
    if (chats.isEmpty()) {
      return;
    }
    try {
      var there = store.find(chats).stream().collect(Collectors.toMap(Chat::id, Chat::lastSeq));
      var watched =
          fanOuts.entrySet().stream()
              .filter(open -> open.getValue().wantsReceipts())
              .map(Map.Entry::getKey)
              .toList();
      if (!watched.isEmpty()) {
        receipts.of(watched).forEach(this::compare);
      }
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

  private void compare(ChatId chat, List<Receipt> seen) {
    var fanOut = fanOuts.get(chat);
    if (fanOut != null) {
      fanOut.compare(seen);
    }
  }
}
