package poca.auth.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.auth.credential.Credentials;
import poca.auth.session.IssuedTokens;
import poca.auth.session.Sessions;
import poca.contracts.AccessBasis;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.AccountFact;
import poca.contracts.fact.AccountFact.AccountRegistered;
import poca.platform.event.Outbox;

/// The steps of a sign-up in the database. Whatever happens between them, an account is either
/// complete or given up: the row's state decides, once.
@Component
class PendingAccounts {

  private final AccountStore store;
  private final Admins admins;
  private final Credentials credentials;
  private final Sessions sessions;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  PendingAccounts(
      AccountStore store,
      Admins admins,
      Credentials credentials,
      Sessions sessions,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.admins = admins;
    this.credentials = credentials;
    this.sessions = sessions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /// Takes the email. Of many that come at once the unique key lets one through, before any of them
  /// has cost a hash.
  ///
  /// @return false if the email is taken
  @Transactional
  public boolean open(UserId id, NewAccount wanted) {
    return store.open(
            id.value(),
            wanted.email().text(),
            wanted.role().name(),
            wanted.name(),
            wanted.contact(),
            wanted.address(),
            clock.instant())
        == 1;
  }

  /// What completing a sign-up comes to.
  sealed interface Completion {
    record Complete(IssuedTokens grant) implements Completion {}

    /// It took too long and was given up meanwhile.
    record GivenUp() implements Completion {}

    /// There is an admin already, and this one was to be the first.
    record NotTheFirst() implements Completion {}
  }

  /// Makes the account active and begins its first session.
  ///
  /// @param first only if there is no admin yet
  @Transactional
  public Completion complete(UserId id, NewAccount wanted, String hash, boolean first) {
    if (first) {
      admins.hold();
      if (admins.any()) {
        return new Completion.NotTheFirst();
      }
    }
    return activate(id, wanted, hash)
        ? new Completion.Complete(sessions.begin(id, wanted.role()))
        : new Completion.GivenUp();
  }

  /// As [#complete(UserId, NewAccount, String, boolean)], for an account that somebody else makes:
  /// no session begins.
  ///
  /// @return false if it was given up meanwhile
  @Transactional
  public boolean completeWithoutSession(UserId id, NewAccount wanted, String hash) {
    return activate(id, wanted, hash);
  }

  private boolean activate(UserId id, NewAccount wanted, String hash) {
    if (store.activate(id) == 0) {
      return false;
    }
    credentials.set(id, hash);
    outbox.append(AccountFact.TOPIC, new AccountRegistered(id, wanted.role(), 1));
    var auditedAction =
        Accounts.whose(AuditedAction.create(Accounts.RESOURCE, id.value()), wanted.role());
    var maker = wanted.by();
    if (maker == null) {
      audit.granted(Actor.of(id, wanted.role()), auditedAction, AccessBasis.PUBLIC);
    } else {
      audit.granted(maker, auditedAction, AccessBasis.ADMIN);
    }
    return true;
  }

  /// Frees the email of a sign-up that failed. Does nothing to one that is complete.
  @Transactional
  public void giveUp(UserId id) {
    store.giveUp(id);
  }

  /// Forgets a sign-up of which nobody else knows.
  @Transactional
  public void discard(UserId id) {
    store.discard(id);
  }

  /// Gives up what was begun before that time and is still pending: its service died, or lost its
  /// database.
  @Transactional
  public void giveUpBefore(Instant limit) {
    store.giveUpBefore(limit);
  }

  record GivenUp(UserId id, Role role) {}

  List<GivenUp> givenUp(int limit) {
    return store.givenUp(limit).stream()
        .map(account -> new GivenUp(account.id(), account.role()))
        .toList();
  }

  @Transactional
  public void remove(UserId id) {
    store.remove(id);
  }
}
