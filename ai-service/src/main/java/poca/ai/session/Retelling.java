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
public class Retelling {

  /// How often what another instance makes is looked at.
  private static final Duration LOOK = Duration.ofMillis(200);

  private final SessionStore sessions;
  private final MessageStore messages;
  private final HeardStore heards;
  private final LeasedTurns leased;
  private final Turns turns;

  Retelling(
      SessionStore sessions,
      MessageStore messages,
      HeardStore heards,
      LeasedTurns leased,
      Turns turns) {
    this.sessions = sessions;
    this.messages = messages;
    this.heards = heards;
    this.leased = leased;
    this.turns = turns;
  }

  /// What came of it.
  public sealed interface Told {

    /// All of it.
    ///
    /// @param questions the patient side's messages up to this one
    record Whole(AiMessage message, int questions) implements Told {}

    /// The offset lies behind its end.
    record Beyond() implements Told {}

    /// It was cancelled, or whose it is has left it.
    record NeverAnswered() implements Told {}

    record Unknown() implements Told {}

    /// Nobody listens any more.
    record Unheard() implements Told {}
  }

  /// Returns at the answer's end.
  ///
  /// @param from in UTF-16 code units
  /// @param isWanted whether anybody still listens
  /// @throws Refusal if the answer has to be made again, as [Turns#take]
  public Told tell(
      Caller caller,
      AiSessionId session,
      AiMessageId id,
      int from,
      Listener listener,
      BooleanSupplier isWanted) {
    var follower = new Follower(listener, from);
    while (isWanted.getAsBoolean()) {
      leased.answering(id).ifPresent(here -> here.follow(follower));
      // In this order: a turn that ends between the two has its answer.
      var underWay = sessions.isUnderWay(session, id);
      var message = messages.find(session, id);
      if (message.isEmpty()) {
        return new Told.Unknown();
      }
      if (message.get().response() != null) {
        return told(message.get(), follower);
      }
      if (underWay) {
        heards.find(id).ifPresent(follower::hear);
        leased.awaitChange(session, LOOK);
      } else if (!messages.isLeftBy(id, caller.user())) {
        return new Told.NeverAnswered();
      } else {
        var outcome = takeOver(caller, session, message.get(), follower);
        if (outcome.isPresent()) {
          return outcome.get();
        }
      }
    }
    return new Told.Unheard();
  }

  private Told told(AiMessage message, Follower follower) {
    var ended = heards.ended(message.id());
    if (ended.isEmpty()) {
      return new Told.Unknown();
    }
    follower.hear(ended.get());
    return follower.isBeyond(ended.get().text())
        ? new Told.Beyond()
        : new Told.Whole(message, messages.questions(message.session(), message.seq()));
  }

  private Optional<Told> takeOver(
      Caller caller, AiSessionId session, AiMessage left, Follower follower) {
    var outcome = turns.takeOver(caller, session, left, new Answering(follower, true));
    if (outcome.isEmpty()) {
      leased.awaitChange(session, LOOK);
    }
    return outcome.map(taken ->
        switch (taken) {
          case Outcome.Answered(var message, var questions) -> new Told.Whole(message, questions);
          case Outcome.Cancelled _ -> new Told.NeverAnswered();
        });
  }
}
