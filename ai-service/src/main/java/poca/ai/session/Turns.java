package poca.ai.session;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import poca.ai.careteam.Party;
import poca.ai.context.Contexts;
import poca.ai.engine.Engine;
import poca.ai.interview.Intake;
import poca.ai.interview.Interview;
import poca.ai.reading.Story;
import poca.ai.triage.Level;
import poca.ai.triage.Urgency;
import poca.contracts.AiMessageId;
import poca.contracts.AiSessionId;
import poca.contracts.fact.AiSessionFact;
import poca.contracts.fact.AiSessionFact.SummaryReady;
import poca.contracts.fact.AiSessionFact.UrgencyRated;
import poca.platform.IdSource;
import poca.platform.audit.Audit;
import poca.platform.audit.Deed;
import poca.platform.event.Outbox;
import poca.platform.security.Caller;
import poca.platform.web.Refusal;

/// Takes the turns of the interviews: the patient's message is stored, then answered. One turn of a
/// session at a time, whichever way and on whichever instance its message came in; no transaction
/// is open while the answer is made.
@Service
public class Turns {

  private static final Logger log = LoggerFactory.getLogger(Turns.class);

  private static final String BUILTIN = "builtin";

  /// How much of a long conversation an answer is made from; summaries always count.
  private static final int NEWEST = 400;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

  private final Sessions sessions;
  private final SessionStore store;
  private final MessageStore messages;
  private final Allowance allowance;
  private final LeasedTurns leased;
  private final Contexts contexts;
  private final Engine engine;
  private final TurnSettings settings;
  private final Outbox outbox;
  private final Audit audit;
  private final IdSource ids;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Turns(
      Sessions sessions,
      SessionStore store,
      MessageStore messages,
      Allowance allowance,
      LeasedTurns leased,
      Contexts contexts,
      Engine engine,
      TurnSettings settings,
      Outbox outbox,
      Audit audit,
      IdSource ids,
      Clock clock,
      TransactionTemplate transaction) {
    this.sessions = sessions;
    this.store = store;
    this.messages = messages;
    this.allowance = allowance;
    this.leased = leased;
    this.contexts = contexts;
    this.engine = engine;
    this.settings = settings;
    this.outbox = outbox;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
    this.transaction = transaction;
  }

  /// Follows a turn and may stop it.
  public interface Watcher {

    Watcher NOBODY = new Watcher() {};

    /// The message is stored.
    default void begun(AiMessageId message) {}

    /// Asked before the answer is stored: if so, nothing of it is.
    default boolean isCancelled() {
      return false;
    }
  }

  /// What came of a turn.
  public sealed interface Outcome {

    /// @param questions the patient side's messages so far, this one included
    /// @param risen the urgency, if this turn changed the session's
    record Answered(AiMessage message, int questions, @Nullable Urgency risen) implements Outcome {}

    record Cancelled() implements Outcome {}
  }

  private record Begun(AiMessage message, int questions, @Nullable Level urgency) {}

  /// Waits for its turn, stores the message, answers it and stores the answer.
  ///
  /// @throws Refusal 404, 403, 400 BIZ_002 if the session has ended, 429; 503 if the session is not
  ///   free in time
  public Outcome take(Caller caller, AiSessionId id, String text, Watcher watcher) {
    var entry = sessions.enter(caller, id);
    var party = entry.party();
    var begun = begin(caller, entry, text);
    var message = begun.message();
    leased.begun(id, message.id());
    var givenBack = false;
    try {
      watcher.begun(message.id());
      var answer = answer(caller, party, begun);
      if (watcher.isCancelled()) {
        return new Outcome.Cancelled();
      }
      var stored = store(party, begun, answer);
      givenBack = true;
      return new Outcome.Answered(stored, begun.questions(), answer.risen());
    } finally {
      leased.over(message.id());
      if (!givenBack) {
        giveBack(id, message.id());
      }
    }
  }

  private Begun begin(Caller caller, Entry entry, String text) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    var message = new AiMessageId(ids.next());
    var pause = PAUSE;
    while (true) {
      var begun = transaction.execute(_ -> tryBegin(caller, entry, message, text));
      if (begun.isPresent()) {
        return begun.get();
      }
      if (System.nanoTime() > until) {
        throw Refusal.unavailable();
      }
      leased.awaitChange(entry.session().id(), pause);
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }
  }

  /// Empty while another turn has the session.
  private Optional<Begun> tryBegin(Caller caller, Entry entry, AiMessageId messageId, String text) {
    var id = entry.session().id();
    var lease = store.take(id, messageId, LeasedTurns.LEASE);
    if (lease.isEmpty()) {
      var session = store.find(id).orElseThrow(Sessions::unknown).session();
      if (session.endedAt() != null) {
        throw Refusal.wrongState(400, "AI session has ended");
      }
      return Optional.empty();
    }
    allowance.take(caller.user());
    var taken = lease.get();
    var message =
        new AiMessage(messageId, id, taken.seq(), text, null, false, null, clock.instant());
    messages.insert(message, caller.user());
    audit.granted(
        caller,
        Deed.create("ai_message", messageId.value()).of(entry.party().patient()),
        entry.ground());
    return Optional.of(new Begun(message, taken.questions(), taken.urgency()));
  }

  /// @param risen null if the session is as urgent as before
  private record Answer(String text, boolean isSummary, String engine, @Nullable Urgency risen) {}

  private Answer answer(Caller caller, Party party, Begun begun) {
    var message = begun.message();
    var context = contexts.of(caller, party);
    var conversation =
        messages.upTo(message.session(), message.seq(), NEWEST).stream()
            .map(Turns::exchange)
            .toList();
    var intake = new Intake(context.doctor(), context.patient(), conversation);
    var urgency = Interview.urgency(intake);
    var risen = urgency != null && isHigher(urgency.level(), begun.urgency()) ? urgency : null;
    if (risen != null && risen.level() == Level.RED) {
      var next = Interview.next(intake);
      var advice = Interview.redReply(next, settings.emergencyNumber(), context.doctor().contact());
      return new Answer(advice, next.isSummary(), BUILTIN, risen);
    }
    var answer = engine.answer(intake);
    return new Answer(answer.message(), answer.isSummary(), engine.name(), risen);
  }

  private static Story.Exchange exchange(AiMessage message) {
    return new Story.Exchange(
        message.id().toString(), message.message(), message.response(), message.isSummary());
  }

  private static boolean isHigher(Level level, @Nullable Level before) {
    return before == null || level.compareTo(before) > 0;
  }

  private AiMessage store(Party party, Begun begun, Answer answer) {
    var id = begun.message().session();
    var messageId = begun.message().id();
    var risen = answer.risen();
    return transaction.execute(_ -> {
      var ours =
          store.giveBack(
              id,
              messageId,
              risen == null ? null : risen.level(),
              risen == null ? null : risen.ruleId());
      if (!ours) {
        if (store.find(id).isEmpty()) {
          throw Sessions.unknown();
        }
        log.warn("turn {} of session {} lost its session and is not stored", messageId, id);
        throw Refusal.unavailable();
      }
      var stored = messages.answer(messageId, answer.text(), answer.isSummary(), answer.engine());
      if (risen != null) {
        outbox.append(
            AiSessionFact.TOPIC,
            new UrgencyRated(id, party.chat(), risen.level().wire(), risen.ruleId()));
      }
      if (answer.isSummary()) {
        outbox.append(AiSessionFact.TOPIC, new SummaryReady(id, party.chat(), messageId));
      }
      return stored;
    });
  }

  /// The message stays without an answer; the next one goes on from there.
  private void giveBack(AiSessionId id, AiMessageId message) {
    try {
      store.giveBack(id, message, null, null);
    } catch (DataAccessException | TransactionException away) {
      log.warn("session {} is given back by time: {}", id, away.toString());
    }
  }

  /// An answer that a client asks for again, as it stands.
  public sealed interface Again {

    record Answered(AiMessage message, int questions) implements Again {}

    record UnderWay() implements Again {}

    /// It was cancelled, or its process died.
    record NeverAnswered() implements Again {}

    record Unknown() implements Again {}
  }

  /// Returns when it may be worth asking [#again] again.
  public void awaitChange(AiSessionId session) {
    leased.awaitChange(session, LONGEST_PAUSE);
  }

  public Again again(AiSessionId session, AiMessageId id) {
    var underWay = store.isUnderWay(session, id);
    var message = messages.find(session, id);
    if (message.isEmpty()) {
      return new Again.Unknown();
    }
    if (message.get().response() != null) {
      return new Again.Answered(message.get(), messages.questions(session, message.get().seq()));
    }
    return underWay ? new Again.UnderWay() : new Again.NeverAnswered();
  }

  /// @throws Refusal 404, 403
  List<AiMessage> list(Caller caller, AiSessionId session, int after, int skip, int limit) {
    var entry = sessions.enter(caller, session);
    audit.granted(caller, Deed.list("ai_message").of(entry.party().patient()), entry.ground());
    return messages.list(session, after, skip, limit);
  }

  long count(AiSessionId session) {
    return messages.count(session);
  }
}
