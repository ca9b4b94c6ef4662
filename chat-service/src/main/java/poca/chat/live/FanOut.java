package poca.chat.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import poca.chat.chat.Chat;
import poca.chat.live.Receipts.Receipt;
import poca.chat.message.MessageStore;
import poca.contracts.UserId;
import poca.platform.socket.CloseReason;

/// Delivers one chat to its subscribers on this instance. Whoever wakes it only says how far the
/// chat has come; the messages are read from the store, in order, from where each subscriber
/// stands. So a wake may come twice, late or not at all.
final class FanOut {

  private static final int HISTORY = 50;
  private static final int AT_ONCE = 100;
  private static final Duration TYPING_EVERY = Duration.ofSeconds(3);

  private final Chat chat;
  private final MessageStore messages;
  private final ChatFrames frames;
  private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
  private final Receipts receipts;
  private final AtomicLong reached = new AtomicLong();
  private final AtomicBoolean progressDue = new AtomicBoolean();
  private final Map<UserId, Instant> typedAt = new ConcurrentHashMap<>();
  private final Passes passes;

  /// As it was told last. Set by the pass only.
  private volatile List<Receipt> progress = List.of();

  FanOut(Chat chat, MessageStore messages, Receipts receipts, ChatFrames frames) {
    this.chat = chat;
    this.messages = messages;
    this.receipts = receipts;
    this.frames = frames;
    this.passes = new Passes("chat-" + chat.id(), this::pass);
  }

  void add(Subscriber subscriber) {
    subscribers.add(subscriber);
    wake();
  }

  void remove(Subscriber subscriber) {
    subscribers.remove(subscriber);
  }

  boolean isEmpty() {
    return subscribers.isEmpty();
  }

  /// The chat has come as far as `seq`.
  void reach(long seq) {
    var furthest = reached.accumulateAndGet(seq, Math::max);
    if (subscribers.stream().anyMatch(subscriber -> subscriber.filledTo() < furthest)) {
      wake();
    }
  }

  /// Whether anybody here wants to know how far the sides have come.
  boolean wantsReceipts() {
    return subscribers.stream().anyMatch(Subscriber::wantsReceipts);
  }

  /// A side may have come further, or marked something unread.
  void progressed() {
    if (wantsReceipts()) {
      progressDue.set(true);
      wake();
    }
  }

  /// How far the sides have come, as somebody read it.
  void compare(List<Receipt> seen) {
    if (!seen.equals(progress)) {
      progressed();
    }
  }

  /// Whether the account may say now that it types: not more often than people look.
  boolean mayType(UserId account, Instant now) {
    return now.equals(
        typedAt.compute(
            account,
            (_, before) ->
                before == null || !now.isBefore(before.plus(TYPING_EVERY)) ? now : before));
  }

  /// @param by the connection that types, which is not told
  void typing(UUID by, String frame) {
    subscribers.stream()
        .filter(subscriber -> subscriber.wantsReceipts() && subscriber.isListening())
        .filter(subscriber -> !subscriber.id().equals(by))
        .forEach(subscriber -> subscriber.connection().send(frame));
  }

  void close(CloseReason reason) {
    subscribers.forEach(subscriber -> subscriber.connection().close(reason));
  }

  void wake() {
    passes.wake();
  }

  private void pass() {
    welcome();
    deliver();
    if (progressDue.getAndSet(false)) {
      tellProgress();
    }
  }

  private void tellProgress() {
    var now = receipts.of(List.of(chat.id())).getOrDefault(chat.id(), List.of());
    for (var receipt : now) {
      var frame = frames.receipt(receipt);
      subscribers.stream()
          .filter(subscriber -> subscriber.wantsReceipts() && subscriber.isListening())
          .forEach(subscriber -> subscriber.push(receipt, frame));
    }
    progress = now;
  }

  private void deliver() {
    while (true) {
      var standing = subscribers.stream().filter(Subscriber::isListening).toList();
      var from = standing.stream().mapToLong(Subscriber::filledTo).min();
      if (from.isEmpty() || from.getAsLong() >= reached.get()) {
        return;
      }
      var next = messages.after(chat, from.getAsLong(), AT_ONCE);
      if (next.isEmpty()) {
        return;
      }
      for (var message : next) {
        var frame = frames.message(message);
        standing.forEach(subscriber -> subscriber.push(frame, message.seq()));
      }
    }
  }

  /// Newcomers share one look at the store. What is stored after it reaches them as messages:
  /// places become visible in their order.
  private void welcome() {
    List<Subscriber> newcomers =
        subscribers.stream().filter(subscriber -> !subscriber.isWelcomed()).toList();
    if (newcomers.isEmpty()) {
      return;
    }
    var latest = messages.latest(chat, HISTORY);
    var history = latest.isEmpty() ? null : frames.history(latest);
    var seq = latest.isEmpty() ? 0 : latest.getLast().seq();
    newcomers.forEach(subscriber -> subscriber.welcome(history, seq));
    if (newcomers.stream().anyMatch(Subscriber::wantsReceipts)) {
      progressDue.set(true);
    }
  }
}
