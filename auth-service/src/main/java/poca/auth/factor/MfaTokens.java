package poca.auth.factor;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.auth.token.OpaqueToken;
import poca.contracts.UserId;
import poca.platform.sql.Sql;

/// Issues the token that a right password is worth where a second step is due. It ends with its
/// use, after five minutes, five wrong codes, or with the password that it was given for.
@Component
public class MfaTokens {

  private static final Logger log = LoggerFactory.getLogger(MfaTokens.class);

  static final Duration LIFE = Duration.ofMinutes(5);
  static final int GUESSES = 5;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  MfaTokens(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// @param login a digest of how the account was named, for the limits
  /// @param enrol whether it is for getting a second factor instead of using one
  /// @return the token; what is stored is its digest
  @Transactional(propagation = Propagation.MANDATORY)
  public String make(UserId account, byte[] login, boolean enrol) {
    var token = OpaqueToken.make(random);
    jdbc.sql(
            """
            insert into mfa_token (hash, account_id, login, password_at, enrol, expires_at)
            select :hash, account_id, :login, changed_at, :enrol, :expires
            from credential where account_id = :account
            """)
        .param("hash", OpaqueToken.digest(token))
        .param("account", account.value())
        .param("login", login)
        .param("enrol", enrol)
        .param("expires", Sql.time(clock.instant().plus(LIFE)))
        .update();
    return token;
  }

  /// A token that is good.
  public record Pending(UserId account, byte[] login, boolean enrol) {}

  public Optional<Pending> find(String token) {
    return jdbc.sql(
            """
            select t.account_id, t.login, t.enrol
            from mfa_token t join credential c on c.account_id = t.account_id
            where t.hash = :hash and t.expires_at > :now and c.changed_at = t.password_at
            """)
        .param("hash", OpaqueToken.digest(token))
        .param("now", now())
        .query((row, _) -> pending(row))
        .optional();
  }

  private static Pending pending(ResultSet row) throws SQLException {
    return new Pending(
        Sql.id(row, "account_id", UserId::new), row.getBytes("login"), row.getBoolean("enrol"));
  }

  /// Counts a wrong code; the fifth ends the token.
  @Transactional(propagation = Propagation.MANDATORY)
  public void wrong(String token) {
    jdbc.sql("update mfa_token set wrong = wrong + 1 where hash = :hash")
        .param("hash", OpaqueToken.digest(token))
        .update();
    jdbc.sql("delete from mfa_token where hash = :hash and wrong >= :guesses")
        .param("hash", OpaqueToken.digest(token))
        .param("guesses", GUESSES)
        .update();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void spend(String token) {
    jdbc.sql("delete from mfa_token where hash = :hash")
        .param("hash", OpaqueToken.digest(token))
        .update();
  }

  @Scheduled(fixedRateString = "PT5M", initialDelayString = "PT1M")
  void forget() {
    try {
      jdbc.sql("delete from mfa_token where expires_at <= :now").param("now", now()).update();
    } catch (DataAccessException e) {
      log.warn("old tokens stay until the next round: {}", e.toString());
    }
  }

  private OffsetDateTime now() {
    return Sql.time(clock.instant());
  }
}
