package poca.chat.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import poca.chat.conversation.Chat;
import poca.chat.conversation.Conversations;
import poca.contracts.ChatId;

/// Everybody who is connected to this instance, by chat.
@Component
class LiveChats implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(LiveChats.class);

  private static final long GOODBYE_MILLIS = 2_000;

  private final Conversations conversations;
  private final ChatFrames frames;
  private final Map<ChatId, FanOut> rooms = new ConcurrentHashMap<>();
  private volatile boolean open;

  LiveChats(Conversations conversations, ChatFrames frames, MeterRegistry meters) {
    this.conversations = conversations;
    this.frames = frames;
    meters.gauge("chat.sockets", this, live -> live.sockets().count());
  }

  void join(Socket socket) {
    rooms.compute(
        socket.chat(),
        (_, room) -> {
          var joined =
              room == null ? new FanOut(socket.guest().seat().chat(), conversations, frames) : room;
          joined.add(socket);
          return joined;
        });
    if (!open) {
      socket.end(Endings.SHUTDOWN);
    }
    // its end came before it was in the room, and found nothing to take out
    if (socket.isEnding()) {
      leave(socket);
    }
  }

  void leave(Socket socket) {
    rooms.computeIfPresent(
        socket.chat(),
        (_, room) -> {
          room.remove(socket);
          return room.isEmpty() ? null : room;
        });
  }

  Stream<Socket> sockets() {
    return rooms.values().stream().flatMap(room -> room.sockets().stream());
  }

  /// The chat has come as far as `seq`; whoever is connected here gets what is missing.
  void reached(ChatId chat, long seq) {
    var room = rooms.get(chat);
    if (room != null) {
      room.reach(seq);
    }
  }

  void gone(ChatId chat) {
    var room = rooms.get(chat);
    if (room != null) {
      room.end(Endings.NO_ACCESS);
    }
  }

  /// A socket that was held back is let go on.
  void catchUp(Socket socket) {
    var room = rooms.get(socket.chat());
    if (room != null) {
      room.wake();
    }
  }

  /// Asks the store how far the open chats have come, in one statement: while the event bus is
  /// away, messages written through another instance are found here.
  @Scheduled(fixedRate = 2, timeUnit = TimeUnit.SECONDS)
  void look() {
    var chats = rooms.keySet().stream().toList();
    if (chats.isEmpty()) {
      return;
    }
    try {
      var there =
          conversations.stillThere(chats).stream()
              .collect(Collectors.toMap(Chat::id, Chat::lastSeq));
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

  @Override
  public void start() {
    open = true;
  }

  /// Says goodbye before the web server stops, which is the next phase.
  @Override
  public void stop() {
    open = false;
    var leaving = sockets().toList();
    leaving.forEach(socket -> socket.end(Endings.SHUTDOWN));
    var until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GOODBYE_MILLIS);
    try {
      for (var socket : leaving) {
        socket.awaitWritten(TimeUnit.NANOSECONDS.toMillis(Math.max(0, until - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return open;
  }

  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE;
  }
}
