package poca.appointment.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.AccountFact;
import poca.platform.sql.Sql;

/// Keeps one calendar for an account, by a token of 256 random bits of which only the hash is
/// stored, and which accounts are active.
@Component
class CalendarFeeds {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  CalendarFeeds(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Whose calendar it is.
  record Feed(UserId account, Role role) {}

  /// Makes a new token; an older one of the account is worth nothing any more.
  ///
  /// @return 43 url-safe characters
  String issue(Feed feed) {
    var secret = new byte[32];
    random.nextBytes(secret);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    jdbc.sql(
            """
            insert into calendar_feed (account_id, role, token_hash, created_at)
            values (:account, :role, :hash, :at)
            on conflict (account_id) do update set
              role = excluded.role, token_hash = excluded.token_hash,
              created_at = excluded.created_at
            """)
        .param("account", feed.account().value())
        .param("role", feed.role().wire())
        .param("hash", hash(token))
        .param("at", Sql.time(clock.instant()))
        .update();
    return token;
  }

  void revoke(UserId account) {
    jdbc.sql("delete from calendar_feed where account_id = :account")
        .param("account", account.value())
        .update();
  }

  /// Empty for a token that is unknown or revoked, or whose account is not active.
  Optional<Feed> find(String token) {
    return jdbc.sql(
            """
            select account_id, role from calendar_feed f
            where token_hash = :hash
              and not exists (select from account_state a
                              where a.account_id = f.account_id and not a.active)
            """)
        .param("hash", hash(token))
        .query((row, _) ->
            new Feed(Sql.id(row, "account_id", UserId::new), Role.ofWire(row.getString("role"))))
        .optional();
  }

  /// Takes over what is newer than the copy.
  void apply(AccountFact fact) {
    var active =
        switch (fact) {
          case AccountFact.AccountRegistered _, AccountFact.AccountReactivated _ -> true;
          case AccountFact.AccountDeactivated _, AccountFact.AccountDeleted _ -> false;
        };
    jdbc.sql(
            """
            insert into account_state (account_id, active, version)
            values (:account, :active, :version)
            on conflict (account_id) do update set
              active = excluded.active, version = excluded.version
              where account_state.version < excluded.version
            """)
        .param("account", fact.account().value())
        .param("active", active)
        .param("version", fact.version())
        .update();
    if (fact instanceof AccountFact.AccountDeleted) {
      revoke(fact.account());
    }
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
