package poca.ai.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.ai.context.Contexts;
import poca.ai.engine.Engine;
import poca.ai.engine.EngineChange;
import poca.ai.interview.Assessment;
import poca.ai.interview.Intake;
import poca.ai.likeness.Likeness;
import poca.ai.reading.Story;
import poca.ai.session.TurnAdmission.Beginning;
import poca.ai.source.Statement;
import poca.ai.source.Statements;
import poca.ai.usage.Ledger;
import poca.contracts.AiSessionId;
import poca.platform.web.Refusal;

/// Takes the turns of the interviews: the patient's message is stored, then answered. One turn of a
/// session at a time, whichever way and on whichever instance its message came in; no transaction
/// is open while the answer is made.
@Service
public class Turns {

  private static final Logger log = LoggerFactory.getLogger(Turns.class);

  /// How much of a long conversation an answer is made from; summaries always count.
  private static final int NEWEST = 400;

  /// An answer that has been made, and heard, is not thrown away because all connections are in use
  /// for longer than one is waited for. Only what did not even begin is tried again.
  private static final RetryTemplate PATIENTLY =
      new RetryTemplate(
          RetryPolicy.builder()
              .includes(
                  CannotGetJdbcConnectionException.class, CannotCreateTransactionException.class)
              .delay(Duration.ofMillis(20))
              .maxRetries(Long.MAX_VALUE)
              .timeout(Duration.ofSeconds(30))
              .build());

  private final AiSessions sessions;
  private final TurnAdmission admission;
  private final AiMessageStore messages;
  private final AnswerProgressStore heards;
  private final LeasedTurns leased;
  private final Contexts contexts;
  private final Likeness likeness;
  private final Engine engine;
  private final Ledger ledger;
  private final TurnCompletion turnCompletion;
  private final Audit audit;

  Turns(
      AiSessions sessions,
      TurnAdmission admission,
      AiMessageStore messages,
      AnswerProgressStore heards,
      LeasedTurns leased,
      Contexts contexts,
      Likeness likeness,
      Engine engine,
      Ledger ledger,
      TurnCompletion turnCompletion,
      Audit audit) {
    this.sessions = sessions;
    this.admission = admission;
    this.messages = messages;
    this.heards = heards;
    this.leased = leased;
    this.contexts = contexts;
    this.likeness = likeness;
    this.engine = engine;
    this.ledger = ledger;
    this.turnCompletion = turnCompletion;
    this.audit = audit;
  }

  /// What came of a turn.
  public sealed interface Outcome {

    /// @param questions the patient side's messages so far, this one included
    record Answered(AiMessage message, int questions) implements Outcome {}

    record Cancelled() implements Outcome {}
  }

  /// Waits for its turn, stores the message, answers it and stores the answer. A message that the
  /// account's client sends again under its own id is stored once: it waits for the first one's
  /// answer and returns that; one that was left without an answer is tried again.
  ///
  /// @throws Refusal 404, 403, 400 BIZ_002 if the session has ended, 429; 503 if the session is not
  ///   free in time
  public Outcome take(
      Caller caller,
      AiSessionId id,
      PatientMessage patientMessage,
      AnswerInProgress answerInProgress) {
    var access = sessions.enter(caller, id);
    return take(caller, access, admission.begin(caller, access, patientMessage), answerInProgress);
  }

  /// Answers a message whose process died before it was answered.
  ///
  /// @return empty if somebody else is faster
  Optional<Outcome> takeOver(
      Caller caller, AiSessionId id, AiMessage left, AnswerInProgress answerInProgress) {
    var access = sessions.enter(caller, id);
    return admission
        .takeOver(caller, access, left)
        .map(beginning -> take(caller, access, beginning, answerInProgress));
  }

  private Outcome take(
      Caller caller, SessionAccess access, Beginning beginning, AnswerInProgress answerInProgress) {
    return switch (beginning) {
      case Beginning.Has(var turn) -> take(caller, turn, answerInProgress);
      case Beginning.Answered(var message) -> again(caller, access, message, answerInProgress);
    };
  }

  private Outcome again(
      Caller caller, SessionAccess access, AiMessage message, AnswerInProgress answerInProgress) {
    audit.granted(
        caller,
        AuditedAction.read("ai_message", message.id().value()).of(access.party().patient()),
        access.basis());
    answerInProgress.begun(message.id(), 1, null);
    heards.ended(message.id()).ifPresent(answerInProgress::tell);
    return answered(message);
  }

  private Outcome answered(AiMessage message) {
    return new Outcome.Answered(message, messages.questions(message.session(), message.seq()));
  }

  private Outcome take(Caller caller, Turn turn, AnswerInProgress answerInProgress) {
    leased.begun(turn.session(), turn.message(), answerInProgress);
    var settled = false;
    try {
      var outcome = answer(caller, turn, answerInProgress);
      settled = true;
      return outcome;
    } catch (Refusal | DataAccessException | TransactionException known) {
      throw known;
    } catch (Throwable bug) {
      turnCompletion.forget(turn);
      throw new IllegalStateException("a turn failed", bug);
    } finally {
      leased.over(turn.message());
      if (!settled) {
        turnCompletion.giveBack(turn);
      }
    }
  }

  private Outcome answer(Caller caller, Turn begun, AnswerInProgress answerInProgress) {
    if (begun.place() != null) {
      begin(begun, answerInProgress);
    }
    var context = contexts.of(caller, begun.entry().party());
    var assessment = assess(context, begun);
    var turn = begun;
    if (begun.place() == null) {
      // nobody is told "too many requests" who has to be told to seek help
      if (!assessment.isRedMessage()) {
        throw admission.tooMany(caller);
      }
      turn = admission.letIn(caller, begun);
      begin(turn, answerInProgress);
    }
    if (!turn.leavesAsUrgent(assessment.urgency())) {
      answerInProgress.rated(assessment.urgency());
    }
    var answer = engine.answer(assessment, answerInProgress);
    return end(turn, context, assessment, answer, answerInProgress);
  }

  private Outcome end(
      Turn turn,
      Contexts.Context context,
      Assessment assessment,
      Engine.Answer answer,
      AnswerInProgress answerInProgress) {
    PATIENTLY.invoke(
        () -> ledger.add(turn.session(), turn.entry().party().doctor(), answer.uses()));
    // A model may have raised the urgency.
    var raised = answer.raised();
    var judged = raised == null ? assessment : raised;
    // From here on nothing of it is kept for others any more: its end is.
    leased.ends(turn.message());
    if (answerInProgress.hasLeft() && !judged.newlyRed()) {
      PATIENTLY.invoke(() -> turnCompletion.cancelled(turn, judged));
      return new Outcome.Cancelled();
    }
    var statements = statements(context, judged, answer);
    var progress = answerInProgress.ends(answer.message(), answer.engine());
    var stored =
        PATIENTLY.invoke(() -> turnCompletion.answered(turn, judged, answer, statements, progress));
    answerInProgress.tell(progress);
    return PATIENTLY.invoke(() -> answered(stored));
  }

  private void begin(Turn turn, AnswerInProgress answerInProgress) {
    var attempts = turn.earlier() == null ? 0 : heards.attempts(turn.message());
    answerInProgress.begun(turn.message(), attempts + 1, attempts == 0 ? null : takenUp(turn));
  }

  private EngineChange takenUp(Turn turn) {
    return new EngineChange(
        turn.entry().session().engine(), engine.name(), EngineChange.Reason.UNAVAILABLE);
  }

  /// What a summary says of the patient, or what it is extended by.
  private List<Statement> statements(
      Contexts.Context context, Assessment assessment, Engine.Answer answer) {
    var text = answer.isSummary() ? answer.message() : answer.addition();
    if (text == null) return List.of();
    try {
      var basis = contexts.basis(context, assessment.story());
      return Statements.ofSummary(text, answer.offered(), basis);
    } catch (RuntimeException | StackOverflowError bug) {
      // A summary without its sources is worth more to the doctor than none. The class only: a
      // message may quote what was said.
      log.error("a summary is not judged: {}", bug.getClass().getName());
      return List.of();
    }
  }

  /// The one reading of the turn.
  private Assessment assess(Contexts.Context context, Turn turn) {
    var conversation = new ArrayList<Story.Exchange>();
    messages.newest(turn.session(), NEWEST).stream()
        .filter(earlier -> !earlier.id().equals(turn.message()))
        .map(Turns::exchange)
        .forEach(conversation::add);
    conversation.add(
        new Story.Exchange(turn.message().toString(), turn.said().text(), null, false));
    return Assessment.of(
        new Intake(
            context.doctor(),
            context.patient(),
            conversation,
            context.names(),
            turn.entry().session().summaryMessage() != null),
        turn.before(),
        likeness);
  }

  static Story.Exchange exchange(AiMessage message) {
    return new Story.Exchange(
        message.id().toString(),
        message.message(),
        message.response(),
        message.isSummary(),
        message.asked(),
        message.reading());
  }
}
