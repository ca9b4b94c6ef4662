package poca.auth.account;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.Deed;
import poca.auth.credential.Credentials;
import poca.auth.session.Grant;
import poca.auth.session.Sessions;
import poca.contracts.Ground;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.AccountFact;
import poca.contracts.fact.AccountFact.AccountRegistered;
import poca.platform.event.Outbox;

/// The steps of a sign-up in the database. Whatever happens between them, an account is either
/// complete or given up: the row's state decides, once.
@Component
class PendingAccounts {

  private final JdbcClient jdbc;
  private final Admins admins;
  private final Credentials credentials;
  private final Sessions sessions;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  PendingAccounts(
      JdbcClient jdbc,
      Admins admins,
      Credentials credentials,
      Sessions sessions,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
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
    return jdbc.sql(
                """
                insert into account
                  (id, email, role, status, name, contact, address, version, created_at)
                values (:id, :email, :role, 'PENDING', :name, :contact, :address, 0, :now)
                on conflict (email) do nothing
                """)
            .param("id", id.value())
            .param("email", wanted.email().text())
            .param("role", wanted.role().name())
            .param("name", wanted.name())
            .param("contact", wanted.contact())
            .param("address", wanted.address())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /// What completing a sign-up comes to.
  sealed interface Completion {
    record Complete(Grant grant) implements Completion {}

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
    var pending =
        jdbc.sql(
                "update account set status = 'ACTIVE', version = 1 where id = :id and status ="
                    + " 'PENDING'")
            .param("id", id.value())
            .update();
    if (pending == 0) {
      return false;
    }
    credentials.set(id, hash);
    outbox.append(AccountFact.TOPIC, new AccountRegistered(id, wanted.role(), 1));
    var deed = Accounts.whose(Deed.create(Accounts.RESOURCE, id.value()), wanted.role());
    var maker = wanted.by();
    if (maker == null) {
      audit.granted(Actor.of(id, wanted.role()), deed, Ground.PUBLIC);
    } else {
      audit.granted(maker, deed, Ground.ADMIN);
    }
    return true;
  }

  /// Frees the email of a sign-up that failed. Does nothing to one that is complete.
  @Transactional
  public void giveUp(UserId id) {
    jdbc.sql(
            """
            update account set status = 'ABANDONED', email = null
            where id = :id and status = 'PENDING'
            """)
        .param("id", id.value())
        .update();
  }

  /// Forgets a sign-up of which nobody else knows.
  @Transactional
  public void discard(UserId id) {
    jdbc.sql("delete from account where id = :id and status = 'PENDING'")
        .param("id", id.value())
        .update();
  }

  /// Gives up what was begun before that time and is still pending: its service died, or lost its
  /// database.
  @Transactional
  public void giveUpBefore(Instant limit) {
    jdbc.sql(
            """
            update account set status = 'ABANDONED', email = null
            where status = 'PENDING' and created_at < :limit
            """)
        .param("limit", limit.atOffset(ZoneOffset.UTC))
        .update();
  }

  record GivenUp(UserId id, Role role) {}

  List<GivenUp> givenUp(int limit) {
    return jdbc.sql(
            """
            select id, role from account where status = 'ABANDONED' order by created_at limit :limit
            """)
        .param("limit", limit)
        .query((row, _) ->
            new GivenUp(
                new UserId(row.getObject("id", UUID.class)), Role.valueOf(row.getString("role"))))
        .list();
  }

  @Transactional
  public void remove(UserId id) {
    jdbc.sql("delete from account where id = :id and status = 'ABANDONED'")
        .param("id", id.value())
        .update();
  }
}
