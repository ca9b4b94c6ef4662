package poca.ai.live;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.ai.engine.EngineChange;
import poca.ai.session.AnswerInProgress;
import poca.ai.session.AnswerReplay;
import poca.ai.session.AnswerReplay.ReplayOutcome;
import poca.ai.session.Listener;
import poca.ai.session.PatientMessage;
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
final class SocketTurns implements ConnectionHandler {

  private static final int WAITING = 64;
  private static final Duration LATER = Duration.ofSeconds(1);

  private final Connection connection;
  private final SessionParticipant participant;
  private final Turns turns;
  private final AnswerReplay answerReplay;
  private final AiFrames frames;
  private final TurnsUnderWay underWay;
  private final Audit audit;
  private final Queue<PatientMessage> said = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean resuming = new AtomicBoolean();
  private volatile @Nullable AnswerInProgress running;

  SocketTurns(
      Connection connection,
      SessionParticipant participant,
      Turns turns,
      AnswerReplay answerReplay,
      AiFrames frames,
      TurnsUnderWay underWay,
      Audit audit) {
    this.connection = connection;
    this.participant = participant;
    this.turns = turns;
    this.answerReplay = answerReplay;
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
      case AiFrames.Request.Nothing _ -> {}
      case AiFrames.Request.Message asked -> say(asked.said());
      case AiFrames.Request.Cancel _ -> cancel();
      case AiFrames.Request.Resume asked -> resume(asked.message(), asked.offset());
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

  private void say(PatientMessage message) {
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

  private void take(PatientMessage message) {
    if (connection.isSuspended()) {
      connection.refuse(Refusal.unavailable(), message.clientId());
      return;
    }
    var answerInProgress = new AnswerInProgress(new Working(), participant.streams());
    running = answerInProgress;
    connection.handle(
        message.clientId(),
        () -> {
          switch (taken(message, answerInProgress)) {
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

  private Outcome taken(PatientMessage message, AnswerInProgress answerInProgress) {
    try {
      return turns.take(participant.caller(), participant.session(), message, answerInProgress);
    } catch (Refusal refusal) {
      audit.refused(
          Actor.of(participant.caller()),
          new AuditedAction(
              Action.CREATE, "ai_message", null, participant.entry().party().patient()),
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
    var replayOutcome =
        answerReplay.tell(
            participant.caller(),
            participant.session(),
            message,
            offset,
            new Telling(),
            () -> !connection.isClosing());
    switch (replayOutcome) {
      case ReplayOutcome.Whole(var answered, var questions) ->
          connection.send(frames.answer(answered, questions));
      case ReplayOutcome.Beyond _ -> throw ClientFrame.malformed();
      case ReplayOutcome.NeverAnswered _ ->
          throw Refusal.wrongState(409, "This message has no answer");
      case ReplayOutcome.Unknown _ -> throw Refusal.notFound("Message");
      case ReplayOutcome.Unheard _ -> {}
    }
  }
}
