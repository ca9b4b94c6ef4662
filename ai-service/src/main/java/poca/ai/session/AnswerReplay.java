package poca.ai.session;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import poca.access.security.Caller;
import poca.ai.session.Turns.Outcome;
import poca.contracts.AiMessageId;
import poca.contracts.AiSessionId;
import poca.platform.web.Refusal;

/// Tells an answer again from an offset on, to a client that was cut off: one that has been given,
/// one that is being made here or on another instance, and one whose process died, which is made
/// again.
@Service
public class AnswerReplay {

  /// How often what another instance makes is looked at.
  private static final Duration LOOK = Duration.ofMillis(200);

  private final TurnLeases leases;
  private final AiMessageStore messages;
  private final AnswerProgressStore heards;
  private final LeasedTurns leased;
  private final Turns turns;

  AnswerReplay(
      TurnLeases leases,
      AiMessageStore messages,
      AnswerProgressStore heards,
      LeasedTurns leased,
      Turns turns) {
    this.leases = leases;
    this.messages = messages;
    this.heards = heards;
    this.leased = leased;
    this.turns = turns;
  }

  /// What came of it.
  public sealed interface ReplayOutcome {

    /// All of it.
    ///
    /// @param questions the patient side's messages up to this one
    record Whole(AiMessage message, int questions) implements ReplayOutcome {}

    /// The offset lies behind its end.
    record Beyond() implements ReplayOutcome {}

    /// It was cancelled, or whose it is has left it.
    record NeverAnswered() implements ReplayOutcome {}

    record Unknown() implements ReplayOutcome {}

    /// Nobody listens any more.
    record Unheard() implements ReplayOutcome {}
  }

  /// Returns at the answer's end.
  ///
  /// @param from in UTF-16 code units
  /// @param isWanted whether anybody still listens
  /// @throws Refusal if the answer has to be made again, as [Turns#take]
  public ReplayOutcome tell(
      Caller caller,
      AiSessionId session,
      AiMessageId id,
      int from,
      Listener listener,
      BooleanSupplier isWanted) {
    var listenerPosition = new ListenerPosition(listener, from);
    while (isWanted.getAsBoolean()) {
      leased.answering(id).ifPresent(here -> here.follow(listenerPosition));
      // In this order: a turn that ends between the two has its answer.
      var underWay = leases.isUnderWay(session, id);
      var message = messages.find(session, id);
      if (message.isEmpty()) {
        return new ReplayOutcome.Unknown();
      }
      if (message.get().response() != null) {
        return told(message.get(), listenerPosition);
      }
      if (underWay) {
        heards.find(id).ifPresent(listenerPosition::hear);
        leased.awaitChange(session, LOOK);
      } else if (!messages.isLeftBy(id, caller.user())) {
        return new ReplayOutcome.NeverAnswered();
      } else {
        var outcome = takeOver(caller, session, message.get(), listenerPosition);
        if (outcome.isPresent()) {
          return outcome.get();
        }
      }
    }
    return new ReplayOutcome.Unheard();
  }

  private ReplayOutcome told(AiMessage message, ListenerPosition listenerPosition) {
    var ended = heards.ended(message.id());
    if (ended.isEmpty()) {
      return new ReplayOutcome.Unknown();
    }
    listenerPosition.hear(ended.get());
    return listenerPosition.isBeyond(ended.get().text())
        ? new ReplayOutcome.Beyond()
        : new ReplayOutcome.Whole(message, messages.questions(message.session(), message.seq()));
  }

  private Optional<ReplayOutcome> takeOver(
      Caller caller, AiSessionId session, AiMessage left, ListenerPosition listenerPosition) {
    var outcome =
        turns.takeOver(caller, session, left, new AnswerInProgress(listenerPosition, true));
    if (outcome.isEmpty()) {
      leased.awaitChange(session, LOOK);
    }
    return outcome.map(taken ->
        switch (taken) {
          case Outcome.Answered(var message, var questions) ->
              new ReplayOutcome.Whole(message, questions);
          case Outcome.Cancelled _ -> new ReplayOutcome.NeverAnswered();
        });
  }
}
