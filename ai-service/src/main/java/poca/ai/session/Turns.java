package poca.ai.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import poca.ai.allowance.Allowance;
import poca.ai.context.Contexts;
import poca.ai.engine.Engine;
import poca.ai.interview.Assessment;
import poca.ai.interview.Intake;
import poca.ai.reading.Story;
import poca.ai.session.SessionStore.Place;
import poca.ai.triage.Rating;
import poca.ai.triage.Urgency;
import poca.ai.usage.Ledger;
import poca.contracts.AiMessageId;
import poca.contracts.AiSessionId;
import poca.contracts.ErrorCode;
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

  /// How much of a long conversation an answer is made from; summaries always count.
  private static final int NEWEST = 400;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

  private final Sessions sessions;
  private final SessionStore store;
  private final SessionStates states;
  private final MessageStore messages;
  private final Allowance allowance;
  private final LeasedTurns leased;
  private final Contexts contexts;
  private final Engine engine;
  private final Ledger ledger;
  private final TurnSettings settings;
  private final Outbox outbox;
  private final Audit audit;
  private final IdSource ids;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Turns(
      Sessions sessions,
      SessionStore store,
      SessionStates states,
      MessageStore messages,
      JdbcClient jdbc,
      LeasedTurns leased,
      Contexts contexts,
      Engine engine,
      Ledger ledger,
      TurnSettings settings,
      Outbox outbox,
      Audit audit,
      IdSource ids,
      Clock clock,
      TransactionTemplate transaction) {
    this.sessions = sessions;
    this.store = store;
    this.states = states;
    this.messages = messages;
    this.allowance = new Allowance(jdbc, "turn_allowance", settings.turnsPerHour());
    this.leased = leased;
    this.contexts = contexts;
    this.engine = engine;
    this.ledger = ledger;
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
    /// @param urgency the session's, if this turn changed how urgent it is
    record Answered(AiMessage message, int questions, @Nullable Urgency urgency)
        implements Outcome {}

    record Cancelled() implements Outcome {}
  }

  /// How a turn begins.
  private sealed interface Beginning {

    /// The same message has been answered before.
    record Answered(AiMessage message) implements Beginning {}

    record Has(Turn turn) implements Beginning {}
  }

  /// A turn that has its session.
  ///
  /// @param before how the session was rated before it
  /// @param earlier the place of its message, if that is stored already and was not answered
  /// @param place of its message; null while it is not taken, since the account has used up its
  ///   turns
  private record Turn(
      Entry entry,
      AiMessageId message,
      Said said,
      Instant at,
      @Nullable Rating before,
      @Nullable Place earlier,
      @Nullable Place place) {

    AiSessionId session() {
      return entry.session().id();
    }

    Turn at(Place taken) {
      return new Turn(entry, message, said, at, before, earlier, taken);
    }
  }

  /// Waits for its turn, stores the message, answers it and stores the answer. A message that the
  /// account's client sends again under its own id is stored once: it waits for the first one's
  /// answer and returns that; one that was left without an answer is tried again.
  ///
  /// @throws Refusal 404, 403, 400 BIZ_002 if the session has ended, 429; 503 if the session is not
  ///   free in time
  public Outcome take(Caller caller, AiSessionId id, Said said, Watcher watcher) {
    var entry = sessions.enter(caller, id);
    return switch (begin(caller, entry, said)) {
      case Beginning.Has(var turn) -> take(caller, id, turn, watcher);
      case Beginning.Answered(var message) -> again(caller, entry, message, watcher);
    };
  }

  private Outcome again(Caller caller, Entry entry, AiMessage message, Watcher watcher) {
    audit.granted(
        caller,
        Deed.read("ai_message", message.id().value()).of(entry.party().patient()),
        entry.ground());
    watcher.begun(message.id());
    return new Outcome.Answered(
        message, messages.questions(message.session(), message.seq()), null);
  }

  private Outcome take(Caller caller, AiSessionId id, Turn turn, Watcher watcher) {
    leased.begun(id, turn.message());
    var settled = false;
    try {
      var outcome = take(caller, turn, watcher);
      settled = true;
      return outcome;
    } catch (Refusal | DataAccessException | TransactionException known) {
      throw known;
    } catch (Throwable bug) {
      forget(turn);
      throw new IllegalStateException("a turn failed", bug);
    } finally {
      leased.over(turn.message());
      if (!settled) {
        giveBack(turn);
      }
    }
  }

  private Outcome take(Caller caller, Turn begun, Watcher watcher) {
    if (begun.place() != null) {
      watcher.begun(begun.message());
    }
    var assessment = assess(caller, begun);
    var turn = begun;
    var place = begun.place();
    if (place == null) {
      // nobody is told "too many requests" who has to be told to seek help
      if (!assessment.isRedMessage()) {
        throw Refusal.tooMany(allowance.wait(caller.user()));
      }
      place = transaction.execute(_ -> admit(caller, begun));
      turn = begun.at(place);
      watcher.begun(turn.message());
    }
    var answer = engine.answer(assessment);
    ledger.add(turn.session(), turn.entry().party().doctor(), answer.uses());
    // A model may have raised the urgency.
    var raised = answer.raised();
    var judged = raised == null ? assessment : raised;
    if (watcher.isCancelled() && !judged.newlyRed()) {
      store(turn, judged, null);
      return new Outcome.Cancelled();
    }
    var stored = store(turn, judged, answer);
    var urgency = judged.urgency();
    return new Outcome.Answered(
        stored, place.questions(), isAsUrgentAsBefore(turn, urgency) ? null : urgency);
  }

  private Beginning begin(Caller caller, Entry entry, Said said) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    var message = new AiMessageId(ids.next());
    var pause = PAUSE;
    while (true) {
      var begun = tryBegin(caller, entry, message, said);
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
  private Optional<Beginning> tryBegin(Caller caller, Entry entry, AiMessageId message, Said said) {
    var first = saidBefore(caller, entry, said);
    if (first.isPresent() && first.get().response() != null) {
      return first.map(Beginning.Answered::new);
    }
    try {
      return transaction.execute(status -> {
        var turn = tryTake(caller, entry, first, message, said);
        if (turn.isPresent() && hasChanged(caller, entry, said, first)) {
          status.setRollbackOnly();
          return Optional.empty();
        }
        return turn.map(
                taken -> allowance.take(caller.user()) ? taken.at(admit(caller, taken)) : taken)
            .map(Beginning.Has::new);
      });
    } catch (DuplicateKeyException another) {
      return Optional.empty();
    }
  }

  private Optional<AiMessage> saidBefore(Caller caller, Entry entry, Said said) {
    return said.clientId() == null
        ? Optional.empty()
        : messages.saidBefore(entry.session().id(), caller.user(), said.clientId());
  }

  /// Whether the same message was stored or answered while the session was waited for. Asked by who
  /// has the session, so that nobody else answers it from then on.
  private boolean hasChanged(Caller caller, Entry entry, Said said, Optional<AiMessage> first) {
    var now = saidBefore(caller, entry, said);
    return now.isPresent() != first.isPresent()
        || now.filter(message -> message.response() != null).isPresent();
  }

  private Optional<Turn> tryTake(
      Caller caller, Entry entry, Optional<AiMessage> first, AiMessageId fresh, Said said) {
    var id = entry.session().id();
    var message = first.map(AiMessage::id).orElse(fresh);
    var lease = store.take(id, message, LeasedTurns.LEASE);
    if (lease.isEmpty()) {
      if (store.find(id).orElseThrow(Sessions::unknown).endedAt() != null) {
        throw new Refusal(
            400,
            ErrorCode.BIZ_002,
            "AI session has ended",
            Map.of("emergency_number", settings.emergencyNumber()),
            Map.of());
      }
      return Optional.empty();
    }
    var before = lease.get().rating();
    return Optional.of(
        first
            .map(stored ->
                new Turn(
                    entry,
                    message,
                    new Said(stored.message(), stored.clientId()),
                    stored.at(),
                    before,
                    new Place(stored.seq(), messages.questions(id, stored.seq())),
                    null))
            .orElseGet(() -> new Turn(entry, message, said, clock.instant(), before, null, null)));
  }

  private Place admit(Caller caller, Turn turn) {
    var patient = turn.entry().party().patient();
    if (turn.earlier() != null) {
      var deed = Deed.update("ai_message", turn.message().value());
      audit.granted(caller, deed.of(patient), turn.entry().ground());
      return turn.earlier();
    }
    var place = store.count(turn.session(), turn.message()).orElseThrow(Refusal::unavailable);
    messages.insert(
        AiMessage.said(turn.message(), turn.session(), place.seq(), turn.said(), turn.at()),
        caller.user());
    audit.granted(
        caller,
        Deed.create("ai_message", turn.message().value()).of(patient),
        turn.entry().ground());
    return place;
  }

  /// The one reading of the turn.
  private Assessment assess(Caller caller, Turn turn) {
    var context = contexts.of(caller, turn.entry().party());
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
        turn.before());
  }

  private static Story.Exchange exchange(AiMessage message) {
    return new Story.Exchange(
        message.id().toString(),
        message.message(),
        message.response(),
        message.isSummary(),
        message.asked(),
        message.reading());
  }

  private static boolean isAsUrgentAsBefore(Turn turn, Urgency urgency) {
    return turn.before() != null && turn.before().level() == urgency.level();
  }

  private static boolean isMoreUrgentThanBefore(Turn turn, Urgency urgency) {
    return turn.before() == null || turn.before().level().compareTo(urgency.level()) < 0;
  }

  /// @param answer null if it was cancelled: what the message said counts all the same
  private AiMessage store(Turn turn, Assessment assessment, Engine.@Nullable Answer answer) {
    var id = turn.session();
    var chat = turn.entry().party().chat();
    var urgency = assessment.urgency();
    return transaction.execute(_ -> {
      var now = clock.instant();
      var findings =
          new SessionStore.Findings(
              urgency.rating(),
              isAsUrgentAsBefore(turn, urgency) ? null : now,
              isMoreUrgentThanBefore(turn, urgency),
              assessment.understood(),
              assessment.language(),
              answer != null && answer.isSummary(),
              now);
      if (!store.giveBack(id, turn.message(), findings)) {
        if (store.find(id).isEmpty()) {
          throw Sessions.unknown();
        }
        log.warn("turn {} of session {} lost its session and is not stored", turn.message(), id);
        throw Refusal.unavailable();
      }
      messages.read(turn.message(), assessment.newest());
      states.tell(id);
      if (turn.before() == null || !turn.before().ruleId().equals(urgency.ruleId())) {
        outbox.append(
            AiSessionFact.TOPIC,
            new UrgencyRated(id, chat, urgency.level().wire(), urgency.ruleId()));
      }
      if (answer == null) {
        return messages.find(id, turn.message()).orElseThrow(Sessions::unknown);
      }
      if (answer.addition() != null) {
        messages.extendSummary(id, answer.addition());
      }
      if (answer.isSummary()) {
        outbox.append(AiSessionFact.TOPIC, new SummaryReady(id, chat, turn.message()));
      }
      if (!answer.engine().equals(turn.entry().session().engine())) {
        store.answeredBy(id, answer.engine());
      }
      return messages.answer(turn.message(), answer);
    });
  }

  /// Takes back a message that this program cannot answer, so that the session can go on.
  private void forget(Turn turn) {
    if (turn.place() == null) {
      return;
    }
    try {
      transaction.executeWithoutResult(_ -> {
        messages.forget(turn.message());
        store.discount(turn.session(), turn.message());
      });
    } catch (DataAccessException | TransactionException away) {
      log.warn("message {} stays without an answer: {}", turn.message(), away.toString());
    }
  }

  private void giveBack(Turn turn) {
    try {
      store.giveBack(turn.session(), turn.message());
    } catch (DataAccessException | TransactionException away) {
      log.warn("session {} is given back by time: {}", turn.session(), away.toString());
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

  /// @param takesNote false if only its headers are asked for
  /// @throws Refusal 404, 403
  List<AiMessage> list(
      Caller caller, AiSessionId session, int after, int skip, int limit, boolean takesNote) {
    var entry = sessions.enter(caller, session);
    audit.granted(caller, Deed.list("ai_message").of(entry.party().patient()), entry.ground());
    var listed = messages.list(session, after, skip, limit);
    if (takesNote) {
      sessions.attended(caller, entry.session());
    }
    return listed;
  }

  long count(AiSessionId session) {
    return messages.count(session);
  }
}
