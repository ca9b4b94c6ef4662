package poca.ai.session;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.ai.allowance.HourlyRateLimit;
import poca.ai.session.TurnLeases.Place;
import poca.contracts.AiMessageId;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;

/// Lets a message in when its session is free, and stores it: from then on the turn has the session
/// to itself.
@Component
class TurnAdmission {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(5);
  static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

  private final SessionStore store;
  private final TurnLeases leases;
  private final AiMessageStore messages;
  private final HourlyRateLimit hourlyRateLimit;
  private final LeasedTurns leased;
  private final TurnSettings settings;
  private final Audit audit;

  TurnAdmission(
      SessionStore store,
      TurnLeases leases,
      AiMessageStore messages,
      JdbcClient jdbc,
      LeasedTurns leased,
      TurnSettings settings,
      Audit audit) {
    this.store = store;
    this.leases = leases;
    this.messages = messages;
    this.hourlyRateLimit = new HourlyRateLimit(jdbc, "turn_allowance", settings.turnsPerHour());
    this.leased = leased;
    this.settings = settings;
    this.audit = audit;
  }

  /// How a turn begins.
  sealed interface Beginning {

    /// The same message has been answered before.
    record Answered(AiMessage message) implements Beginning {}

    record Has(Turn turn) implements Beginning {}
  }

  /// Waits until the session is free.
  ///
  /// @throws Refusal 400 BIZ_002 if it has ended, 503 if it is not free in time
  Beginning begin(Caller caller, SessionAccess access, PatientMessage patientMessage) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    var pause = PAUSE;
    while (true) {
      var first = saidBefore(caller, access, patientMessage);
      var begun = tryBegin(caller, access, first, patientMessage);
      if (begun.isPresent()) {
        return begun.get();
      }
      if (System.nanoTime() > until) {
        throw Refusal.unavailable();
      }
      leased.awaitChange(access.session().id(), pause);
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }
  }

  /// Empty while another turn has the session.
  private Optional<Beginning> tryBegin(
      Caller caller,
      SessionAccess access,
      Optional<AiMessage> first,
      PatientMessage patientMessage) {
    if (first.isPresent() && first.get().response() != null) {
      return first.map(Beginning.Answered::new);
    }
    try {
      return audit.execute(use -> {
        var turn = tryTake(use, access, first, patientMessage);
        if (turn.isPresent() && hasChanged(caller, access, patientMessage, first)) {
          use.undo();
          return Optional.empty();
        }
        return turn.map(taken ->
                hourlyRateLimit.take(caller.user()) ? taken.at(admit(use, caller, taken)) : taken)
            .map(Beginning.Has::new);
      });
    } catch (DuplicateKeyException another) {
      return Optional.empty();
    }
  }

  /// A message whose process died before it was answered.
  ///
  /// @return empty if somebody else was faster
  Optional<Beginning> takeOver(Caller caller, SessionAccess access, AiMessage left) {
    var patientMessage = new PatientMessage(left.message(), left.clientId());
    return tryBegin(caller, access, Optional.of(left), patientMessage);
  }

  private Optional<AiMessage> saidBefore(
      Caller caller, SessionAccess access, PatientMessage patientMessage) {
    return patientMessage.clientId() == null
        ? Optional.empty()
        : messages.saidBefore(access.session().id(), caller.user(), patientMessage.clientId());
  }

  /// Whether the same message was stored or answered while the session was waited for. Asked by who
  /// has the session, so that nobody else answers it from then on.
  private boolean hasChanged(
      Caller caller,
      SessionAccess access,
      PatientMessage patientMessage,
      Optional<AiMessage> first) {
    var now =
        first.isPresent()
            ? messages.find(access.session().id(), first.get().id())
            : saidBefore(caller, access, patientMessage);
    return now.isPresent() != first.isPresent()
        || now.filter(message -> message.response() != null).isPresent();
  }

  private Optional<Turn> tryTake(
      Audit.Use use,
      SessionAccess access,
      Optional<AiMessage> first,
      PatientMessage patientMessage) {
    var id = access.session().id();
    var message = first.map(AiMessage::id).orElseGet(() -> new AiMessageId(use.newId()));
    var lease = leases.take(id, message, LeasedTurns.LEASE);
    if (lease.isEmpty()) {
      if (store.find(id).orElseThrow(AiSessions::unknown).endedAt() != null) {
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
                    access,
                    message,
                    new PatientMessage(stored.message(), stored.clientId()),
                    stored.at(),
                    before,
                    new Place(stored.seq(), messages.questions(id, stored.seq())),
                    null))
            .orElseGet(
                () -> new Turn(access, message, patientMessage, use.now(), before, null, null)));
  }

  /// For a turn that was let in although the account has used up its turns.
  Turn letIn(Caller caller, Turn turn) {
    return turn.at(audit.execute(use -> admit(use, caller, turn)));
  }

  Refusal tooMany(Caller caller) {
    return Refusal.tooMany(hourlyRateLimit.retryAfter(caller.user()));
  }

  private Place admit(Audit.Use use, Caller caller, Turn turn) {
    var patient = turn.entry().party().patient();
    if (turn.earlier() != null) {
      var auditedAction = AuditedAction.update("ai_message", turn.message().value());
      use.granted(caller, auditedAction.of(patient), turn.entry().basis());
      return turn.earlier();
    }
    var place = leases.count(turn.session(), turn.message()).orElseThrow(Refusal::unavailable);
    messages.insert(
        AiMessage.said(turn.message(), turn.session(), place.seq(), turn.said(), turn.at()),
        caller.user());
    use.granted(
        caller,
        AuditedAction.create("ai_message", turn.message().value()).of(patient),
        turn.entry().basis());
    return place;
  }
}
