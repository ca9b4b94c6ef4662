package poca.auth.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.auth.credential.Credentials;
import poca.auth.factor.SecondFactors;
import poca.auth.session.Sessions;
import poca.contracts.AccessBasis;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.AccountFact;
import poca.contracts.fact.AccountFact.AccountDeactivated;
import poca.contracts.fact.AccountFact.AccountDeleted;
import poca.contracts.fact.AccountFact.AccountReactivated;
import poca.contracts.fact.SessionFact;
import poca.contracts.fact.SessionFact.AccountBarred;
import poca.contracts.fact.SessionFact.AccountReadmitted;
import poca.platform.event.Outbox;
import poca.platform.text.Email;
import poca.platform.web.Change;
import poca.platform.web.Page;
import poca.platform.web.Paging;
import poca.platform.web.Refusal;

/// Keeps accounts: who there is, what changes, and how one ends. Whoever decides about an account
/// holds its row, so that a login at the same moment sees the outcome.
@Component
public class Accounts {

  /// How the audit calls an account.
  static final String RESOURCE = "account";

  private static final String LIST = "users";

  private final AccountStore store;
  private final Admins admins;
  private final Credentials credentials;
  private final Sessions sessions;
  private final SecondFactors factors;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  Accounts(
      AccountStore store,
      Admins admins,
      Credentials credentials,
      Sessions sessions,
      SecondFactors factors,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.admins = admins;
    this.credentials = credentials;
    this.sessions = sessions;
    this.factors = factors;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /// How an account stands to somebody who wants in.
  public enum Standing {
    ACTIVE,
    DEACTIVATED,
    DELETED,
    UNKNOWN
  }

  /// Whom a login names.
  ///
  /// @param hash of its password
  public record Candidate(UserId id, String email, Role role, String hash) {
    public Actor actor() {
      return Actor.of(id, role);
    }

    @Override
    public String toString() {
      return "Candidate " + id;
    }
  }

  /// The account that logs in under this email, active or not; empty if there is none.
  @Transactional(readOnly = true)
  public Optional<Candidate> candidate(String login) {
    return Email.of(login)
        .flatMap(email -> store.findByEmail(email.text()))
        .flatMap(this::candidate);
  }

  /// The same for an account that is known.
  @Transactional(readOnly = true)
  public Optional<Candidate> candidate(UserId id) {
    return store.findById(id).flatMap(this::candidate);
  }

  private Optional<Candidate> candidate(Account account) {
    var email = account.email();
    return email == null || !account.exists()
        ? Optional.empty()
        : credentials
            .hashOf(account.id())
            .map(hash -> new Candidate(account.id(), email, account.role(), hash));
  }

  public Standing standing(UserId id) {
    return store.findById(id).map(Accounts::standing).orElse(Standing.UNKNOWN);
  }

  private static Standing standing(Account account) {
    if (account.is(AccountStatus.ACTIVE)) {
      return Standing.ACTIVE;
    }
    if (account.is(AccountStatus.DEACTIVATED)) {
      return Standing.DEACTIVATED;
    }
    return account.is(AccountStatus.DELETED) ? Standing.DELETED : Standing.UNKNOWN;
  }

  /// An account that is held until the transaction ends.
  public record Held(UserId id, Role role, Standing standing) {}

  /// Holds an account: until the transaction ends it is neither deactivated nor deleted, nor does
  /// its password change.
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Held> hold(UserId id) {
    return store.hold(id).map(account -> new Held(account.id(), account.role(), standing(account)));
  }

  @Transactional(readOnly = true)
  Optional<Account> find(UserId id) {
    return store.findById(id).filter(Account::exists);
  }

  /// Shows an account to its holder or an admin.
  ///
  /// @throws Refusal 403 for anybody else, then 404 for an unknown account
  Account read(Caller caller, UserId id) {
    var basis = toUse(caller, id);
    var account = find(id).orElseThrow(() -> Refusal.notFound("User"));
    audit.granted(caller, whose(AuditedAction.read(RESOURCE, id.value()), account.role()), basis);
    return account;
  }

  private static AccessBasis toUse(Caller caller, UserId id) {
    if (caller.user().equals(id)) {
      return AccessBasis.SELF;
    }
    if (caller.is(Role.ADMIN)) {
      return AccessBasis.ADMIN;
    }
    throw Refusal.notAllowed("Invalid entity ID for this user");
  }

  /// A patient's account counts as that patient's data.
  public static AuditedAction whose(AuditedAction auditedAction, Role role) {
    var id = auditedAction.id();
    return role == Role.PATIENT && id != null ? auditedAction.of(new PatientId(id)) : auditedAction;
  }

  Page<Account> list(Caller admin, Paging paging) {
    var rows =
        paging
            .afterPlace(LIST)
            .map(place -> store.pageAfter(place.at(), place.id(), paging.oneMore()))
            .orElseGet(() -> store.page(paging.skip(), paging.oneMore()));
    audit.granted(admin, AuditedAction.list(RESOURCE), AccessBasis.ADMIN);
    return paging.countedPage(
        LIST, rows, account -> List.of(account.createdAt(), account.id()), store::countListed);
  }

  /// What may change in an account.
  ///
  /// @param active unsent unless an admin says so
  record Changes(
      Change<String> name,
      Change<String> contact,
      Change<String> address,
      Change<Boolean> active) {}

  /// @throws Refusal as [#read]; 400 if the last active admin would be deactivated
  @Transactional
  Account change(Caller caller, UserId id, Changes changes) {
    var basis = toUse(caller, id);
    if (changes.active().sent()) {
      admins.hold();
    }
    var account = held(id);
    var now = clock.instant();
    changes.name().apply(name -> account.rename(name, now));
    changes.contact().apply(contact -> account.reachAt(contact, now));
    changes.address().apply(address -> account.liveAt(address, now));
    changes
        .active()
        .newValue()
        .filter(wanted -> wanted != account.is(AccountStatus.ACTIVE))
        .ifPresent(wanted -> activate(account, wanted, now));
    store.flush();
    audit.granted(caller, whose(AuditedAction.update(RESOURCE, id.value()), account.role()), basis);
    return account;
  }

  private void activate(Account account, boolean wanted, Instant now) {
    if (wanted) {
      account.becomes(AccountStatus.ACTIVE, now);
      store.flush();
      outbox.append(
          AccountFact.TOPIC,
          new AccountReactivated(account.id(), account.role(), account.version()));
      outbox.append(SessionFact.TOPIC, new AccountReadmitted(account.id(), now));
      return;
    }
    if (admins.isLastActive(account)) {
      throw Refusal.breaksRule("The last active admin cannot be deactivated");
    }
    account.becomes(AccountStatus.DEACTIVATED, now);
    store.flush();
    sessions.endAll(account.id());
    outbox.append(
        AccountFact.TOPIC, new AccountDeactivated(account.id(), account.role(), account.version()));
    outbox.append(SessionFact.TOPIC, new AccountBarred(account.id(), now));
  }

  /// Deletes an account: its sessions end, its email is free.
  ///
  /// @throws Refusal 404 for an unknown account, 400 for the own one and for the last active admin
  @Transactional
  void delete(UserId id, UserId by) {
    admins.hold();
    var account = held(id);
    if (id.equals(by)) {
      throw Refusal.breaksRule("The own account cannot be deleted");
    }
    if (admins.isLastActive(account)) {
      throw Refusal.breaksRule("The last active admin cannot be deleted");
    }
    delete(account, by);
  }

  /// Deletes the account of a profile that the directory deleted; one that is gone stays gone.
  ///
  /// @param by the admin who did it, if it was one
  @Transactional
  void profileDeleted(UserId id, @Nullable UserId by) {
    store
        .hold(id)
        .filter(account -> account.exists() && account.role() != Role.ADMIN)
        .ifPresent(account -> delete(account, by));
  }

  private void delete(Account account, @Nullable UserId by) {
    var now = clock.instant();
    account.becomes(AccountStatus.DELETED, now);
    store.flush();
    sessions.endAll(account.id());
    credentials.remove(account.id());
    factors.remove(account.id());
    if (by != null) {
      var auditedAction =
          whose(AuditedAction.delete(RESOURCE, account.id().value()), account.role());
      audit.granted(Actor.of(by, Role.ADMIN), auditedAction, AccessBasis.ADMIN);
    }
    outbox.append(
        AccountFact.TOPIC, new AccountDeleted(account.id(), account.role(), by, account.version()));
    outbox.append(SessionFact.TOPIC, new AccountBarred(account.id(), now));
  }

  /// Holds the account of somebody else than the admin who asks.
  ///
  /// @throws Refusal 404 for an unknown account, 400 for the own one
  @Transactional(propagation = Propagation.MANDATORY)
  public Held holdAnother(Caller admin, UserId id) {
    var account = held(id);
    if (admin.user().equals(id)) {
      throw Refusal.breaksRule("Not for the own account");
    }
    return new Held(account.id(), account.role(), standing(account));
  }

  private Account held(UserId id) {
    return store.hold(id).filter(Account::exists).orElseThrow(() -> Refusal.notFound("User"));
  }
}
