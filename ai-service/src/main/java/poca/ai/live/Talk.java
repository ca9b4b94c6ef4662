package poca.ai.live;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import poca.ai.session.Said;
import poca.ai.session.Turns;
import poca.ai.session.Turns.Again;
import poca.ai.session.Turns.Outcome;
import poca.contracts.AiMessageId;
import poca.contracts.ErrorCode;
import poca.contracts.fact.AuditFact.Action;
import poca.platform.audit.Actor;
import poca.platform.audit.Audit;
import poca.platform.audit.Deed;
import poca.platform.web.Refusal;

/// What one client says on its socket, taken one message at a time and in order, on a thread that
/// lives as long as there is something to take. A socket that drops does not end it: what was said
/// is answered and stored.
final class Talk {

  private static final Logger log = LoggerFactory.getLogger(Talk.class);

  private static final int WAITING = 64;

  private final Socket socket;
  private final Turns turns;
  private final Frames frames;
  private final LiveSessions live;
  private final Audit audit;
  private final Queue<Said> said = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean resuming = new AtomicBoolean();
  private volatile @Nullable Running running;

  Talk(Socket socket, Turns turns, Frames frames, LiveSessions live, Audit audit) {
    this.socket = socket;
    this.turns = turns;
    this.frames = frames;
    this.live = live;
    this.audit = audit;
  }

  Socket socket() {
    return socket;
  }

  private final class Running implements Turns.Watcher {
    private volatile boolean cancelled;

    @Override
    public void begun(AiMessageId message) {
      socket.say(frames.working());
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }
  }

  void say(Said message) {
    if (waiting.get() >= WAITING) {
      socket.say(frames.error(ErrorCode.SRV_003, "Too many requests", message.clientId()));
      return;
    }
    said.add(message);
    if (waiting.getAndIncrement() == 0) {
      Thread.ofVirtual().name("talk-" + socket.guest().session()).start(this::takeTurns);
    }
  }

  /// Stops the answer that is being made; without one it does nothing.
  void cancel() {
    var current = running;
    if (current != null) {
      current.cancelled = true;
    }
  }

  private void takeTurns() {
    do {
      var message = said.poll();
      if (message != null && !socket.isBarred() && live.beginTurn()) {
        try {
          take(message);
        } finally {
          live.endTurn();
        }
      }
    } while (waiting.decrementAndGet() > 0);
  }

  private void take(Said message) {
    if (socket.isHeld()) {
      refuse(Refusal.unavailable(), message.clientId());
      return;
    }
    var turn = new Running();
    running = turn;
    guarded(
        message.clientId(),
        () -> {
          var guest = socket.guest();
          switch (take(guest, message, turn)) {
            case Outcome.Answered answered -> {
              var urgency = answered.urgency();
              if (guest.streams() && urgency != null) {
                socket.say(frames.urgency(urgency));
              }
              answer(new Again.Answered(answered.message(), answered.questions()), 0);
            }
            case Outcome.Cancelled _ -> socket.say(frames.cancelled());
          }
        });
    running = null;
  }

  private Outcome take(Guest guest, Said message, Running turn) {
    try {
      return turns.take(guest.caller(), guest.session(), message, turn);
    } catch (Refusal refusal) {
      audit.refused(
          Actor.of(guest.caller()),
          new Deed(Action.CREATE, "ai_message", null, guest.entry().party().patient()),
          refusal);
      throw refusal;
    }
  }

  private void answer(Again.Answered answered, int from) {
    var message = answered.message();
    if (socket.guest().streams()) {
      Pieces.of(String.valueOf(message.response()), from)
          .forEach(piece -> socket.say(frames.token(message.id(), piece)));
    }
    socket.say(frames.answer(message, answered.questions()));
  }

  /// Sends an answer again from an offset on; one that is still being made is waited for.
  void resume(AiMessageId message, int offset) {
    if (!socket.guest().streams()) {
      malformed(null);
    } else if (socket.isHeld()) {
      refuse(Refusal.unavailable(), null);
    } else if (!resuming.compareAndSet(false, true)) {
      socket.say(frames.error(ErrorCode.SRV_003, "Too many requests", null));
    } else {
      Thread.ofVirtual()
          .name("resume-" + socket.guest().session())
          .start(() -> {
            try {
              guarded(null, () -> find(message, offset));
            } finally {
              resuming.set(false);
            }
          });
    }
  }

  private void find(AiMessageId message, int offset) {
    while (!socket.isEnding()) {
      switch (turns.again(socket.guest().session(), message)) {
        case Again.Answered answered -> {
          if (offset > String.valueOf(answered.message().response()).length()) {
            malformed(null);
          } else {
            answer(answered, offset);
          }
          return;
        }
        case Again.NeverAnswered _ -> {
          socket.say(frames.error(ErrorCode.BIZ_002, "This message has no answer", null));
          return;
        }
        case Again.Unknown _ -> {
          socket.say(frames.error(ErrorCode.RES_001, "Message not found", null));
          return;
        }
        case Again.UnderWay _ -> turns.awaitChange(socket.guest().session());
      }
    }
  }

  private void guarded(@Nullable String clientMessageId, Runnable work) {
    try {
      work.run();
    } catch (Refusal refusal) {
      refuse(refusal, clientMessageId);
    } catch (DataAccessException | TransactionException away) {
      log.warn("turn not taken: {}", away.getClass().getSimpleName());
      refuse(Refusal.unavailable(), clientMessageId);
    } catch (Throwable bug) {
      log.error("unexpected", bug);
      socket.say(frames.error(ErrorCode.SRV_001, "Internal server error", clientMessageId));
    }
  }

  /// @param clientMessageId of the frame that is answered
  void malformed(@Nullable String clientMessageId) {
    socket.say(frames.error(ErrorCode.VAL_001, "Invalid message", clientMessageId));
  }

  private void refuse(Refusal refusal, @Nullable String clientMessageId) {
    socket.say(frames.error(refusal.code(), String.valueOf(refusal.getMessage()), clientMessageId));
  }
}
