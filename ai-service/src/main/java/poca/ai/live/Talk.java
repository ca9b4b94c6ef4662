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
import poca.ai.engine.EngineChange;
import poca.ai.session.Answering;
import poca.ai.session.Listener;
import poca.ai.session.Retelling;
import poca.ai.session.Retelling.Told;
import poca.ai.session.Said;
import poca.ai.session.Turns;
import poca.ai.session.Turns.Outcome;
import poca.ai.triage.Urgency;
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
  private final Retelling retelling;
  private final AiFrames frames;
  private final TurnsUnderWay live;
  private final Audit audit;
  private final Queue<Said> said = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean resuming = new AtomicBoolean();
  private volatile @Nullable Answering running;

  Talk(
      Socket socket,
      Turns turns,
      Retelling retelling,
      AiFrames frames,
      TurnsUnderWay live,
      Audit audit) {
    this.socket = socket;
    this.turns = turns;
    this.retelling = retelling;
    this.frames = frames;
    this.live = live;
    this.audit = audit;
  }

  Socket socket() {
    return socket;
  }

  /// The frames of an answer that is being made.
  private class Telling implements Listener {

    @Override
    public void rated(Urgency urgency) {
      if (socket.guest().streams()) {
        socket.say(frames.urgency(urgency));
      }
    }

    @Override
    public void changed(EngineChange change) {
      if (socket.guest().streams()) {
        socket.say(frames.changed(change));
      }
    }

    @Override
    public void says(AiMessageId message, String text, int from) {
      if (socket.guest().streams()) {
        Pieces.of(text, from).forEach(piece -> socket.say(frames.token(message, piece)));
      }
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
      current.stop();
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
    var answering = new Answering(new Working(), socket.guest().streams());
    running = answering;
    guarded(
        message.clientId(),
        () -> {
          switch (take(socket.guest(), message, answering)) {
            case Outcome.Answered(var answered, var questions) ->
                socket.say(frames.answer(answered, questions));
            case Outcome.Cancelled _ -> socket.say(frames.cancelled());
          }
        });
    running = null;
  }

  private final class Working extends Telling {
    @Override
    public void begun() {
      socket.say(frames.working());
    }
  }

  private Outcome take(SessionParticipant guest, Said message, Answering answering) {
    try {
      return turns.take(guest.caller(), guest.session(), message, answering);
    } catch (Refusal refusal) {
      audit.refused(
          Actor.of(guest.caller()),
          new Deed(Action.CREATE, "ai_message", null, guest.entry().party().patient()),
          refusal);
      throw refusal;
    }
  }

  /// Sends an answer again from an offset on; one that is still being made goes on live.
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
    var guest = socket.guest();
    var told =
        retelling.tell(
            guest.caller(),
            guest.session(),
            message,
            offset,
            new Telling(),
            () -> !socket.isEnding());
    switch (told) {
      case Told.Whole(var answered, var questions) ->
          socket.say(frames.answer(answered, questions));
      case Told.Beyond _ -> malformed(null);
      case Told.NeverAnswered _ ->
          socket.say(frames.error(ErrorCode.BIZ_002, "This message has no answer", null));
      case Told.Unknown _ -> socket.say(frames.error(ErrorCode.RES_001, "Message not found", null));
      case Told.Unheard _ -> {}
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
