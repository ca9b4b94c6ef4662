package poca.auth.credential;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
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

/// Makes and redeems one-time tokens that set a password without the old one.
@Component
public class PasswordLinks {

  private static final Logger log = LoggerFactory.getLogger(PasswordLinks.class);

  static final Duration OF_AN_ADMIN = Duration.ofHours(24);
  static final Duration BY_MAIL = Duration.ofMinutes(30);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  PasswordLinks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// @param token what is stored is its digest
  public record Made(String token, Instant expiresAt) {
    @Override
    public String toString() {
      return "Made, until " + expiresAt;
    }
  }

  /// To be handed over by an admin; the older one that an admin made is worth nothing.
  @Transactional(propagation = Propagation.MANDATORY)
  public Made makeForAdmin(UserId account) {
    jdbc.sql("delete from password_link where account_id = :account and by_admin")
        .param("account", account.value())
        .update();
    return make(account, true, OF_AN_ADMIN);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public Made makeForMail(UserId account) {
    return make(account, false, BY_MAIL);
  }

  private Made make(UserId account, boolean byAdmin, Duration life) {
    var made = new Made(OpaqueToken.make(random), clock.instant().plus(life));
    jdbc.sql(
            """
            insert into password_link (hash, account_id, by_admin, expires_at)
            values (:hash, :account, :byAdmin, :expires)
            """)
        .param("hash", OpaqueToken.digest(made.token()))
        .param("account", account.value())
        .param("byAdmin", byAdmin)
        .param("expires", Sql.time(made.expiresAt()))
        .update();
    return made;
  }

  /// Whose password it may set; empty if it is none, was used or has expired.
  public Optional<UserId> find(String token) {
    return jdbc.sql("select account_id from password_link where hash = :hash and expires_at > :now")
        .param("hash", OpaqueToken.digest(token))
        .param("now", now())
        .query(UUID.class)
        .optional()
        .map(UserId::new);
  }

  /// Ends all of an account.
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(UserId account) {
    jdbc.sql("delete from password_link where account_id = :account")
        .param("account", account.value())
        .update();
  }

  @Scheduled(fixedRateString = "PT5M", initialDelayString = "PT1M")
  void forget() {
    try {
      jdbc.sql("delete from password_link where expires_at <= :now").param("now", now()).update();
    } catch (DataAccessException e) {
      log.warn("old links stay until the next round: {}", e.toString());
    }
  }

  private OffsetDateTime now() {
    return Sql.time(clock.instant());
  }
}
