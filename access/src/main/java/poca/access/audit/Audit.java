package poca.access.audit;

import static poca.contracts.fact.AuditFact.Outcome.GRANTED;
import static poca.contracts.fact.AuditFact.Outcome.REFUSED;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import poca.access.security.Caller;
import poca.contracts.AccessBasis;
import poca.contracts.ErrorCode;
import poca.contracts.PatientId;
import poca.contracts.fact.AuditFact.AuditEntry;
import poca.contracts.fact.AuditFact.Outcome;
import poca.contracts.fact.AuditFact.SealedEntry;
import poca.contracts.fact.Fact;
import poca.contracts.fact.Topic;
import poca.platform.IdSource;
import poca.platform.event.Outbox;
import poca.platform.web.Refusal;

/// Writes down every use of clinical data, granted or refused, and every administrative act. A row
/// is there before the answer is; the sealer chains it afterwards.
public final class Audit {

  private static final Logger log = LoggerFactory.getLogger(Audit.class);

  static final String WRITTEN = Audit.class.getName() + ".written";
  static final String CONCERNS = Audit.class.getName() + ".concerns";

  private final AuditStore store;
  private final GroupCommit apart;
  private final AuditHashes auditHashes;
  private final TransactionOperations transactions;
  private final Outbox outbox;
  private final IdSource ids;
  private final Clock clock;

  /// @param apart commits what is written outside of transactions
  Audit(
      AuditStore store,
      GroupCommit apart,
      AuditHashes auditHashes,
      TransactionOperations transactions,
      Outbox outbox,
      IdSource ids,
      Clock clock) {
    this.store = store;
    this.apart = apart;
    this.auditHashes = auditHashes;
    this.transactions = transactions;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  /// Carries out what was allowed: what it changes, its rows here and the facts that tell of it
  /// commit together, or none does.
  public <T> T execute(Function<Use, T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.apply(new Use(status))));
  }

  /// As [#execute(Function)].
  public void executeWithoutResult(Consumer<Use> work) {
    transactions.executeWithoutResult(status -> work.accept(new Use(status)));
  }

  /// What is done in one transaction.
  public final class Use {

    private final TransactionStatus status;

    private Use(TransactionStatus status) {
      this.status = status;
    }

    public UUID newId() {
      return ids.next();
    }

    public Instant now() {
      return clock.instant();
    }

    /// The caller was let do this.
    public void granted(Caller caller, AuditedAction auditedAction, AccessBasis basis) {
      Audit.this.granted(caller, auditedAction, basis);
    }

    public void granted(Actor actor, AuditedAction auditedAction, AccessBasis basis) {
      Audit.this.granted(actor, auditedAction, basis);
    }

    /// Tells other services. Change the row first, so that whoever holds it decides the order of
    /// its facts.
    public <F extends Fact> void tell(Topic<F> topic, F fact) {
      outbox.append(topic, fact);
    }

    /// Nothing of it is to stay.
    public void undo() {
      status.setRollbackOnly();
    }
  }

  /// The caller was let. In a transaction, the row commits with it or not at all.
  ///
  /// @throws IllegalStateException in one that is read-only: the row would need a second
  ///   connection, and callers who hold all of the pool would wait for one another
  public void granted(Caller caller, AuditedAction auditedAction, AccessBasis basis) {
    granted(Actor.of(caller), auditedAction, basis);
  }

  public void granted(Actor actor, AuditedAction auditedAction, AccessBasis basis) {
    if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      throw new IllegalStateException("what is granted is written down in a transaction that may");
    }
    add(entry(actor, auditedAction, GRANTED, basis.wire()));
    var request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(WRITTEN, true, RequestAttributes.SCOPE_REQUEST);
    }
  }

  /// The caller was not let.
  ///
  /// @throws IllegalStateException in a transaction: the row would go with it, since a refusal
  ///   rolls back, or need a second connection
  public void refused(Actor actor, AuditedAction auditedAction, ErrorCode code) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a refusal is written down behind its transaction");
    }
    var whose = auditedAction.patient() == null ? concerned() : auditedAction.patient();
    add(entry(actor, auditedAction.of(whose), REFUSED, code.name()));
  }

  private void add(AuditEntry entry) {
    var row = new SealedEntry(entry, auditHashes.of(entry));
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      store.add(List.of(row));
    } else {
      apart.add(row);
    }
  }

  /// The same for a refusal that is on its way out, which is no other for a row that cannot be
  /// written. What is neither 403 nor 404 is passed over.
  public void refused(Actor actor, AuditedAction auditedAction, Refusal refusal) {
    if (refusal.status() == 403 || refusal.status() == 404) {
      try {
        refused(actor, auditedAction, refusal.code());
      } catch (RuntimeException e) {
        log.error("a refusal is not in the audit", e);
      }
    }
  }

  /// Says, before it is decided, whose data this request is about, where its path does not: a
  /// refusal then shows under this patient.
  public void concerns(PatientId patient) {
    var request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(CONCERNS, patient, RequestAttributes.SCOPE_REQUEST);
    }
  }

  private static @Nullable PatientId concerned() {
    var request = RequestContextHolder.getRequestAttributes();
    return request == null
        ? null
        : (PatientId) request.getAttribute(CONCERNS, RequestAttributes.SCOPE_REQUEST);
  }

  private AuditEntry entry(
      Actor actor, AuditedAction auditedAction, Outcome outcome, String reason) {
    return new AuditEntry(
        ids.next(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        actor.account(),
        actor.role(),
        actor.actingAs(),
        auditedAction.action(),
        auditedAction.resource(),
        auditedAction.id(),
        auditedAction.patient(),
        outcome,
        reason,
        MDC.get("request_id"));
  }
}
