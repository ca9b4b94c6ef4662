package poca.auth.limit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.contracts.UserId;
import poca.platform.sql.Sql;
import poca.platform.text.Email;

/// Limits the guessing of passwords (contract 1.5). What counts are failures of the last 15
/// minutes: 10 of one login from one address bar that pair, 100 from one address bar the address,
/// and 100 of one login from anywhere slow down those who never logged in to it, so that a stranger
/// cannot lock anybody out. Logins without an account count alike.
@Component
public class LoginLimits {

  private static final Logger log = LoggerFactory.getLogger(LoginLimits.class);

  static final Duration WINDOW = Duration.ofMinutes(15);
  static final int OF_A_PAIR = 10;
  static final int OF_AN_ADDRESS = 100;
  static final int OF_A_LOGIN = 100;

  private static final Duration KNOWN_FOR = Duration.ofDays(365);

  private final JdbcClient jdbc;
  private final Clock clock;

  LoginLimits(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Somebody at an address who says who they are.
  ///
  /// @param login a digest of it: what is typed there may be a password
  public record Attempt(byte[] login, String address) {
    public static Attempt of(String login, String address) {
      try {
        // what is no address has no account, and is told from those that are
        var name = Email.of(login).map(Email::text).orElse(login);
        var digest =
            MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        return new Attempt(digest, address);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// How long the attempt is barred, if it is.
  public Optional<Duration> barred(Attempt attempt) {
    var now = clock.instant();
    var pair =
        failure("login = :login and address = :address and not cleared", attempt, OF_A_PAIR, now);
    var address = failure("address = :address", attempt, OF_AN_ADDRESS, now);
    if (pair == null && address == null) {
      return Optional.empty();
    }
    var last = pair == null || address != null && address.isAfter(pair) ? address : pair;
    return Optional.ofNullable(last).map(at -> Duration.between(now, at.plus(WINDOW)));
  }

  /// When the nth newest failure was; null if there are fewer.
  private @Nullable Instant failure(String which, Attempt attempt, int nth, Instant now) {
    return jdbc.sql(
            """
            select at from login_failure
            where %s and at > :since
            order by at desc offset :before limit 1
            """
                .formatted(which))
        .param("login", attempt.login())
        .param("address", attempt.address())
        .param("since", Sql.time(now.minus(WINDOW)))
        .param("before", nth - 1)
        .query((row, _) -> Sql.time(row, "at"))
        .optional()
        .orElse(null);
  }

  /// Whether an attempt from somewhere new has to wait: too many failed.
  public boolean slowed(Attempt attempt) {
    return failure("login = :login", attempt, OF_A_LOGIN, clock.instant()) != null;
  }

  /// Whether the account has logged in from there.
  public boolean knows(UserId account, String address) {
    return jdbc.sql(
            "select 1 from known_address where account_id = :account and address = :address")
        .param("account", account.value())
        .param("address", address)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /// Counts a failure.
  ///
  /// @return how long the attempt is barred: so many failed at the same time that this one must not
  ///   be told how it went
  @Transactional
  public Optional<Duration> failed(Attempt attempt) {
    var barred = holdAndLook(attempt);
    if (barred.isEmpty()) {
      jdbc.sql("insert into login_failure (login, address, at) values (:login, :address, :now)")
          .param("login", attempt.login())
          .param("address", attempt.address())
          .param("now", Sql.time(clock.instant()))
          .update();
    }
    return barred;
  }

  /// Makes the attempts from one address wait for each other until the transaction ends, and looks
  /// again: passwords are compared at the same time, verdicts are given one by one.
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Duration> holdAndLook(Attempt attempt) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:address, 9))")
        .param("address", attempt.address())
        .query()
        .singleRow();
    return barred(attempt);
  }

  /// Clears the pair and remembers the address.
  @Transactional(propagation = Propagation.MANDATORY)
  public void succeeded(Attempt attempt, UserId account) {
    jdbc.sql(
            """
            update login_failure set cleared = true
            where login = :login and address = :address and not cleared
            """)
        .param("login", attempt.login())
        .param("address", attempt.address())
        .update();
    jdbc.sql(
            """
            insert into known_address (account_id, address, last_at)
            values (:account, :address, :now)
            on conflict (account_id, address) do update set last_at = excluded.last_at
            where known_address.last_at < excluded.last_at - interval '1 day'
            """)
        .param("account", account.value())
        .param("address", attempt.address())
        .param("now", Sql.time(clock.instant()))
        .update();
  }

  @Scheduled(fixedRateString = "PT1M", initialDelayString = "PT1M")
  public void forget() {
    var now = clock.instant();
    try {
      jdbc.sql("delete from login_failure where at <= :limit")
          .param("limit", Sql.time(now.minus(WINDOW)))
          .update();
      jdbc.sql("delete from known_address where last_at < :limit")
          .param("limit", Sql.time(now.minus(KNOWN_FOR)))
          .update();
    } catch (DataAccessException e) {
      log.warn("old failures stay until the next round: {}", e.toString());
    }
  }
}
