package poca.ai.live;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.Deed;
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
import poca.contracts.fact.AuditFact.Action;
import poca.platform.socket.ClientFrame;
import poca.platform.socket.Connection;
import poca.platform.socket.ConnectionHandler;
import poca.platform.web.Refusal;

/// What one client says on its socket, taken one message at a time and in order, on a thread that
/// lives as long as there is something to take. A socket that drops does not end it: what was said
/// is answered and stored.
final class Talk implements ConnectionHandler {

  private static final int WAITING = 64;
  private static final Duration LATER = Duration.ofSeconds(1);

  private final Connection connection;
  private final SessionParticipant participant;
  private final Turns turns;
  private final Retelling retelling;
  private final AiFrames frames;
  private final TurnsUnderWay underWay;
  private final Audit audit;
  private final Queue<Said> said = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean resuming = new AtomicBoolean();
  private volatile @Nullable Answering running;

  Talk(
      Connection connection,
      SessionParticipant participant,
      Turns turns,
      Retelling retelling,
      AiFrames frames,
      TurnsUnderWay underWay,
      Audit audit) {
    this.connection = connection;
    this.participant = participant;
    this.turns = turns;
    this.retelling = retelling;
    this.frames = frames;
    this.underWay = underWay;
    this.audit = audit;
  }

  @Override
  public void opened() {
    connection.send(frames.system());
  }

  @Override
  public void received(ClientFrame frame) {
    switch (frames.read(frame)) {
      case AiFrames.Asked.Nothing _ -> {}
      case AiFrames.Asked.Message asked -> say(asked.said());
      case AiFrames.Asked.Cancel _ -> cancel();
      case AiFrames.Asked.Resume asked -> resume(asked.message(), asked.offset());
    }
  }

  /// The frames of an answer that is being made.
  private class Telling implements Listener {

    @Override
    public void rated(Urgency urgency) {
      if (participant.streams()) {
        connection.send(frames.urgency(urgency));
      }
    }

    @Override
    public void changed(EngineChange change) {
      if (participant.streams()) {
        connection.send(frames.changed(change));
      }
    }

    @Override
    public void says(AiMessageId message, String text, int from) {
      if (participant.streams()) {
        Pieces.of(text, from).forEach(piece -> connection.send(frames.token(message, piece)));
      }
    }
  }

  private void say(Said message) {
    if (waiting.get() >= WAITING) {
      throw Refusal.tooMany(LATER);
    }
    said.add(message);
    if (waiting.getAndIncrement() == 0) {
      Thread.ofVirtual().name("talk-" + participant.session()).start(this::takeTurns);
    }
  }

  /// Stops the answer that is being made; without one it does nothing.
  private void cancel() {
    var current = running;
    if (current != null) {
      current.stop();
    }
  }

  private void takeTurns() {
    do {
      var message = said.poll();
      if (message != null && mayBegin() && underWay.begin()) {
        try {
          take(message);
        } finally {
          underWay.end();
        }
      }
    } while (waiting.decrementAndGet() > 0);
  }

  /// A client that is gone still gets its answer, in the store; one that may not be here, or comes
  /// back to another instance, does not.
  private boolean mayBegin() {
    return switch (connection.closeReason()) {
      case SESSION_ENDED, ACCESS_LOST, GOING_AWAY -> false;
      case TOO_SLOW, NO_PONG, FRAME_TOO_LARGE, SERVER_ERROR, CLOSED_BY_CLIENT -> true;
      case null -> true;
    };
  }

  private void take(Said message) {
    if (connection.isSuspended()) {
      connection.refuse(Refusal.unavailable(), message.clientId());
      return;
    }
    var answering = new Answering(new Working(), participant.streams());
    running = answering;
    connection.handle(
        message.clientId(),
        () -> {
          switch (taken(message, answering)) {
            case Outcome.Answered(var answered, var questions) ->
                connection.send(frames.answer(answered, questions));
            case Outcome.Cancelled _ -> connection.send(frames.cancelled());
          }
        });
    running = null;
  }

  private final class Working extends Telling {
    @Override
    public void begun() {
      connection.send(frames.working());
    }
  }

  private Outcome taken(Said message, Answering answering) {
    try {
      return turns.take(participant.caller(), participant.session(), message, answering);
    } catch (Refusal refusal) {
      audit.refused(
          Actor.of(participant.caller()),
          new Deed(Action.CREATE, "ai_message", null, participant.entry().party().patient()),
          refusal);
      throw refusal;
    }
  }

  /// Sends an answer again from an offset on; one that is still being made goes on live.
  private void resume(AiMessageId message, int offset) {
    if (!participant.streams()) {
      throw ClientFrame.malformed();
    }
    if (connection.isSuspended()) {
      throw Refusal.unavailable();
    }
    if (!resuming.compareAndSet(false, true)) {
      throw Refusal.tooMany(LATER);
    }
    Thread.ofVirtual()
        .name("resume-" + participant.session())
        .start(() -> {
          try {
            connection.handle(null, () -> find(message, offset));
          } finally {
            resuming.set(false);
          }
        });
  }

  private void find(AiMessageId message, int offset) {
    var told =
        retelling.tell(
            participant.caller(),
            participant.session(),
            message,
            offset,
            new Telling(),
            () -> !connection.isClosing());
    switch (told) {
      case Told.Whole(var answered, var questions) ->
          connection.send(frames.answer(answered, questions));
      case Told.Beyond _ -> throw ClientFrame.malformed();
      case Told.NeverAnswered _ -> throw Refusal.wrongState(409, "This message has no answer");
      case Told.Unknown _ -> throw Refusal.notFound("Message");
      case Told.Unheard _ -> {}
    }
  }
}
