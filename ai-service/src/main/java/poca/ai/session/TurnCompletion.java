package poca.ai.session;

import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import poca.access.audit.Audit;
import poca.ai.engine.Engine;
import poca.ai.interview.Assessment;
import poca.ai.source.Citations;
import poca.ai.source.Statement;
import poca.ai.triage.Urgency;
import poca.contracts.fact.AiSessionFact;
import poca.contracts.fact.AiSessionFact.SummaryReady;
import poca.contracts.fact.AiSessionFact.UrgencyRated;
import poca.platform.web.Refusal;

/// Ends a turn: stores what came of it and gives the session back, both or neither.
@Component
class TurnCompletion {

  private static final Logger log = LoggerFactory.getLogger(TurnCompletion.class);

  private final SessionStore store;
  private final TurnLeases leases;
  private final SessionStates states;
  private final AiMessageStore messages;
  private final AnswerProgressStore heards;
  private final Citations citations;
  private final Audit audit;

  TurnCompletion(
      SessionStore store,
      TurnLeases leases,
      SessionStates states,
      AiMessageStore messages,
      AnswerProgressStore heards,
      Citations citations,
      Audit audit) {
    this.store = store;
    this.leases = leases;
    this.states = states;
    this.messages = messages;
    this.heards = heards;
    this.citations = citations;
    this.audit = audit;
  }

  /// @param statements of the summary, or of what it is extended by
  /// @param heard what was heard of the answer in the end
  /// @throws Refusal 503 if the turn had lost its session, 404 if that is gone
  AiMessage answered(
      Turn turn,
      Assessment assessment,
      Engine.Answer answer,
      List<Statement> statements,
      AnswerProgress progress) {
    var id = turn.session();
    return audit.execute(use -> {
      found(use, turn, assessment, answer.isSummary());
      var kept = citations.keep(id, statements);
      if (answer.addition() != null) {
        messages.extendSummary(id, answer.addition(), kept);
      }
      if (answer.isSummary()) {
        messages.judged(turn.message(), kept);
      }
      if (answer.isSummary()) {
        use.tell(
            AiSessionFact.TOPIC, new SummaryReady(id, turn.entry().party().chat(), turn.message()));
      }
      if (!answer.engine().equals(turn.entry().session().engine())) {
        store.answeredBy(id, answer.engine());
      }
      heards.keepFor(progress);
      return messages.answer(turn.message(), answer);
    });
  }

  /// What the message said counts all the same.
  ///
  /// @throws Refusal as [#answered]
  void cancelled(Turn turn, Assessment assessment) {
    audit.executeWithoutResult(use -> {
      found(use, turn, assessment, false);
      messages.cancel(turn.message());
    });
  }

  private void found(Audit.Use use, Turn turn, Assessment assessment, boolean summary) {
    var id = turn.session();
    var urgency = assessment.urgency();
    if (!leases.giveBack(id, turn.message(), findings(turn, assessment, summary, use.now()))) {
      if (store.find(id).isEmpty()) {
        throw AiSessions.unknown();
      }
      log.warn("turn {} of session {} lost its session and is not stored", turn.message(), id);
      throw Refusal.unavailable();
    }
    heards.drop(turn.message());
    messages.read(turn.message(), assessment.newest());
    states.tell(id);
    var before = turn.before();
    if (before == null || !before.ruleId().equals(urgency.ruleId())) {
      use.tell(AiSessionFact.TOPIC, rated(turn, urgency));
    }
  }

  private static UrgencyRated rated(Turn turn, Urgency urgency) {
    return new UrgencyRated(
        turn.session(), turn.entry().party().chat(), urgency.level().wire(), urgency.ruleId());
  }

  private static TurnLeases.Findings findings(
      Turn turn, Assessment assessment, boolean summary, Instant now) {
    var urgency = assessment.urgency();
    return new TurnLeases.Findings(
        urgency.rating(),
        turn.leavesAsUrgent(urgency) ? null : now,
        turn.makesMoreUrgent(urgency),
        assessment.understood(),
        assessment.language(),
        summary,
        now);
  }

  /// Takes back a message that this program cannot answer, so that the session can go on.
  void forget(Turn turn) {
    if (turn.place() == null) {
      return;
    }
    try {
      audit.executeWithoutResult(_ -> {
        messages.forget(turn.message());
        leases.discount(turn.session(), turn.message());
      });
    } catch (DataAccessException | TransactionException away) {
      log.warn("message {} stays without an answer: {}", turn.message(), away.toString());
    }
  }

  void giveBack(Turn turn) {
    try {
      leases.giveBack(turn.session(), turn.message());
    } catch (DataAccessException | TransactionException away) {
      log.warn("session {} is given back by time: {}", turn.session(), away.toString());
    }
  }
}
