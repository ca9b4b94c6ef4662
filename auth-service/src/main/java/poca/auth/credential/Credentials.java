package poca.auth.credential;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.contracts.UserId;
import poca.platform.sql.Sql;

/// Keeps the hash of each account's password.
@Component
public class Credentials {

  private final JdbcClient jdbc;
  private final PasswordLinks links;
  private final Clock clock;

  Credentials(JdbcClient jdbc, PasswordLinks links, Clock clock) {
    this.jdbc = jdbc;
    this.links = links;
    this.clock = clock;
  }

  public Optional<String> hashOf(UserId account) {
    return jdbc.sql("select hash from credential where account_id = :id")
        .param("id", account.value())
        .query(String.class)
        .optional();
  }

  /// Sets a password; the links that were to set one are worth nothing then.
  @Transactional(propagation = Propagation.MANDATORY)
  public void set(UserId account, String hash) {
    jdbc.sql(
            """
            insert into credential (account_id, hash, changed_at) values (:id, :hash, :now)
            on conflict (account_id) do update set hash = excluded.hash, changed_at = excluded.changed_at
            """)
        .param("id", account.value())
        .param("hash", hash)
        .param("now", Sql.time(clock.instant()))
        .update();
    links.end(account);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(UserId account) {
    jdbc.sql("delete from credential where account_id = :id").param("id", account.value()).update();
    links.end(account);
  }
}
