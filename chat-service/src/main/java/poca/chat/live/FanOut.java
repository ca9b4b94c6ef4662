package poca.chat.live;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import poca.chat.chat.Chat;
import poca.chat.message.MessageStore;
import poca.platform.socket.CloseReason;

/// Delivers one chat to its subscribers on this instance. Whoever wakes it only says how far the
/// chat has come; the messages are read from the store, in order, from where each subscriber
/// stands. So a wake may come twice, late or not at all.
final class FanOut {

  private static final int HISTORY = 50;
  private static final int AT_ONCE = 100;

  private final Chat chat;
  private final MessageStore messages;
  private final ChatFrames frames;
  private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
  private final AtomicLong reached = new AtomicLong();
  private final Passes passes;

  FanOut(Chat chat, MessageStore messages, ChatFrames frames) {
    this.chat = chat;
    this.messages = messages;
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

  void close(CloseReason reason) {
    subscribers.forEach(subscriber -> subscriber.connection().close(reason));
  }

  void wake() {
    passes.wake();
  }

  private void pass() {
    welcome();
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
  }
}
