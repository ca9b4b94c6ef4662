package poca.auth.account;

import java.util.EnumSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.contracts.Role;

/// Sees to it that there is always an active admin once there was one, and that only the first one
/// comes in unasked.
@Component
class Admins {

  private static final long LOCK = 0x706f6361_11L;

  private final JdbcClient jdbc;
  private final AccountStore store;

  Admins(JdbcClient jdbc, AccountStore store) {
    this.jdbc = jdbc;
    this.store = store;
  }

  /// Until the transaction ends nobody else comes in as the first admin, or deactivates or deletes
  /// one: two who remove each other at the same time would otherwise both succeed. Taken before any
  /// account is held.
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold() {
    jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
  }

  boolean any() {
    return store.existsByRoleAndStatusIn(
        Role.ADMIN, EnumSet.of(AccountStatus.ACTIVE, AccountStatus.DEACTIVATED));
  }

  boolean isLastActive(Account account) {
    return account.role() == Role.ADMIN
        && account.is(AccountStatus.ACTIVE)
        && store.countByRoleAndStatus(Role.ADMIN, AccountStatus.ACTIVE) == 1;
  }
}
