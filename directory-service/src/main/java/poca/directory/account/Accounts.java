package poca.directory.account;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.AccountFact;
import poca.directory.registry.ProfileRegistry;
import poca.platform.peer.Peer;
import poca.platform.peer.Peers;
import poca.platform.web.Refusal;

/// Says whose account an id names, and has auth-service make and delete accounts.
@Component
public class Accounts {

  private static final String AUTH = "auth-service";

  /// A password is hashed, and auth-service calls back with the profile.
  private static final Duration COMMAND = Duration.ofSeconds(5);

  private final JdbcClient jdbc;
  private final ProfileRegistry registry;
  private final Peers peers;

  Accounts(JdbcClient jdbc, ProfileRegistry registry, Peers peers) {
    this.jdbc = jdbc;
    this.registry = registry;
    this.peers = peers;
  }

  /// An account that exists, active or not.
  public record Account(UserId id, Role role) {}

  /// What auth-service needs to make an account: the same as a public sign-up.
  ///
  /// @param profile goes back, as it is, to this service's own internal PUT
  /// @param by the admin who has it made
  public record NewAccount(
      String email,
      String password,
      Role role,
      String name,
      @Nullable String contact,
      Object profile,
      UserId by) {}

  record Created(UserId id) {}

  record Answer(UserId id, Role role, long version) {}

  /// Who has a profile here is known here; of the others we have a copy, and ask when it has no
  /// row. Not for use inside a transaction.
  ///
  /// @throws Refusal 503 if auth-service is needed and does not answer
  public Optional<Account> find(UserId id) {
    var profile = registry.find(id.value());
    if (profile.isPresent()) {
      return profile
          .filter(entry -> entry.active() && entry.ownAccount())
          .map(entry -> new Account(id, role(entry.kind())));
    }
    var copy =
        jdbc.sql("select role from account where id = :id and not deleted")
            .param("id", id.value())
            .query(String.class)
            .optional();
    if (copy.isPresent()) {
      return copy.map(role -> new Account(id, Role.ofWire(role)));
    }
    var answer = peers.of(AUTH).get("/internal/accounts/{id}", Answer.class, id);
    answer.ifPresent(known -> apply(id, known.role(), false, known.version()));
    return answer.map(known -> new Account(id, known.role()));
  }

  /// Has the account made, with its profile; when this returns, both exist.
  ///
  /// @throws Refusal as auth-service refuses; 503 if it cannot be reached
  public UserId create(NewAccount account) {
    return commands()
        .post("/internal/accounts", account, Created.class)
        .map(Created::id)
        .orElseThrow(Refusal::unavailable);
  }

  /// Has the account deleted, its sessions ended and its email freed. An account that is not there
  /// any more is no failure.
  ///
  /// @throws Refusal 503 if auth-service cannot be reached
  public void delete(UserId id, UserId by) {
    try {
      commands().delete("/internal/accounts/{id}?by={by}", id, by);
    } catch (Refusal refusal) {
      if (refusal.status() != 404) {
        throw refusal;
      }
    }
  }

  void apply(AccountFact fact) {
    switch (fact) {
      case AccountFact.AccountRegistered f -> apply(f.account(), f.role(), false, f.version());
      case AccountFact.AccountDeactivated f -> apply(f.account(), f.role(), false, f.version());
      case AccountFact.AccountReactivated f -> apply(f.account(), f.role(), false, f.version());
      case AccountFact.AccountDeleted f -> apply(f.account(), f.role(), true, f.version());
    }
  }

  private void apply(UserId id, Role role, boolean deleted, long version) {
    jdbc.sql(
            """
            insert into account (id, role, deleted, version)
            values (:id, :role, :deleted, :version)
            on conflict (id) do update
              set role = excluded.role, deleted = excluded.deleted, version = excluded.version
              where account.version < excluded.version
            """)
        .param("id", id.value())
        .param("role", role.wire())
        .param("deleted", deleted)
        .param("version", version)
        .update();
  }

  private Peer commands() {
    return peers.of(AUTH, COMMAND);
  }

  private static Role role(ProfileRegistry.Kind kind) {
    return switch (kind) {
      case DOCTOR -> Role.DOCTOR;
      case PATIENT -> Role.PATIENT;
      case HOSPITAL -> Role.HOSPITAL;
    };
  }
}
