package poca.platform.audit;

import static poca.contracts.fact.AuditFact.Outcome.GRANTED;
import static poca.contracts.fact.AuditFact.Outcome.REFUSED;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import poca.contracts.ErrorCode;
import poca.contracts.Ground;
import poca.contracts.PatientId;
import poca.contracts.fact.AuditFact.AuditEntry;
import poca.contracts.fact.AuditFact.Outcome;
import poca.platform.IdSource;
import poca.platform.security.Caller;

/// Writes down every use of clinical data, granted or refused, and every administrative act. A row
/// is there before the answer is; the sealer chains it afterwards.
public final class Audit {

  static final String WRITTEN = Audit.class.getName() + ".written";
  static final String CONCERNS = Audit.class.getName() + ".concerns";

  private final AuditStore store;
  private final Seals seals;
  private final TransactionTemplate apart;
  private final IdSource ids;
  private final Clock clock;

  /// @param apart runs in a transaction of its own
  Audit(AuditStore store, Seals seals, TransactionTemplate apart, IdSource ids, Clock clock) {
    this.store = store;
    this.seals = seals;
    this.apart = apart;
    this.ids = ids;
    this.clock = clock;
  }

  /// The caller was let. In a transaction that writes, the row commits with it or not at all.
  public void granted(Caller caller, Deed deed, Ground ground) {
    granted(Actor.of(caller), deed, ground);
  }

  public void granted(Actor actor, Deed deed, Ground ground) {
    var entry = entry(actor, deed, GRANTED, ground.wire());
    if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      apart.executeWithoutResult(_ -> store.add(entry, seals.of(entry)));
    } else {
      store.add(entry, seals.of(entry));
    }
    var request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(WRITTEN, true, RequestAttributes.SCOPE_REQUEST);
    }
  }

  /// The caller was not let. The row is in a transaction of its own: a refusal rolls back.
  public void refused(Actor actor, Deed deed, ErrorCode code) {
    var entry = entry(actor, deed, REFUSED, code.name());
    apart.executeWithoutResult(_ -> store.add(entry, seals.of(entry)));
  }

  /// Says, before it is decided, whose data this request is about, where its path does not: a
  /// refusal then shows under this patient.
  public void concerns(PatientId patient) {
    var request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(CONCERNS, patient, RequestAttributes.SCOPE_REQUEST);
    }
  }

  private AuditEntry entry(Actor actor, Deed deed, Outcome outcome, String reason) {
    return new AuditEntry(
        ids.next(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        actor.account(),
        actor.role(),
        actor.actingAs(),
        deed.action(),
        deed.resource(),
        deed.id(),
        deed.patient(),
        outcome,
        reason,
        MDC.get("request_id"));
  }
}
