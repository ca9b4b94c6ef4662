package poca.auth.factor;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.auth.key.Seals;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.platform.Seal;
import poca.platform.sql.Sql;

/// Keeps the second factors of accounts. Whoever changes or uses one holds the account's row, so
/// that a code is used once.
@Component
public class SecondFactors {

  /// How the audit calls one.
  public static final String RESOURCE = "second_factor";

  private final JdbcClient jdbc;
  private final RecoveryCodes recoveryCodes;
  private final Set<Role> required;
  private final Seal seal;
  private final Clock clock;

  SecondFactors(
      JdbcClient jdbc,
      RecoveryCodes recoveryCodes,
      FactorSettings settings,
      Seals seals,
      Clock clock) {
    this.jdbc = jdbc;
    this.recoveryCodes = recoveryCodes;
    this.required = settings.required();
    this.seal = seals.of("poca auth-service second factors");
    this.clock = clock;
  }

  /// Whether a login to it takes two steps.
  public boolean has(UserId account) {
    return jdbc.sql(
            "select 1 from second_factor where account_id = :account and confirmed_at is not null")
        .param("account", account.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  public boolean isRequiredOf(Role role) {
    return required.contains(role);
  }

  /// Whether it must have one and has none.
  public boolean missing(UserId account, Role role) {
    return isRequiredOf(role) && !has(account);
  }

  /// What an authenticator app needs.
  ///
  /// @param secret in Base32
  public record Offer(String secret, URI address) {
    @Override
    public String toString() {
      return "Offer";
    }
  }

  /// Makes a secret, which counts from its confirmation on; an older one that was not confirmed is
  /// worth nothing.
  ///
  /// @param name what the app shows
  /// @return empty if a factor is active
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Offer> offer(UserId account, String name) {
    if (has(account)) {
      return Optional.empty();
    }
    var secret = Totp.newSecret();
    jdbc.sql(
            """
            insert into second_factor (account_id, sealed) values (:account, :sealed)
            on conflict (account_id) do update set sealed = excluded.sealed
            """)
        .param("account", account.value())
        .param("sealed", seal.close(account.toString(), secret.getBytes(StandardCharsets.US_ASCII)))
        .update();
    return Optional.of(new Offer(secret, Totp.address(secret, name)));
  }

  /// What a first code comes to.
  public sealed interface Confirming {
    /// @param recoveryCodes shown this once
    record Confirmed(List<String> recoveryCodes) implements Confirming {
      @Override
      public String toString() {
        return "Confirmed";
      }
    }

    record Wrong() implements Confirming {}

    record NothingToConfirm() implements Confirming {}
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public Confirming confirm(UserId account, String code) {
    var kept = kept(account);
    if (kept.isEmpty() || kept.get().confirmed()) {
      return new Confirming.NothingToConfirm();
    }
    if (!isGood(account, kept.get(), bare(code))) {
      return new Confirming.Wrong();
    }
    jdbc.sql("update second_factor set confirmed_at = :now where account_id = :account")
        .param("now", Sql.time(clock.instant()))
        .param("account", account.value())
        .update();
    return new Confirming.Confirmed(recoveryCodes.renew(account));
  }

  /// Uses a code of the app; it is worth nothing afterwards.
  ///
  /// @return whether it was good
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean use(UserId account, String code) {
    return kept(account)
        .filter(Kept::confirmed)
        .filter(kept -> isGood(account, kept, bare(code)))
        .isPresent();
  }

  /// As [#use(UserId, String)], or one of the recovery codes.
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean useAny(UserId account, String code) {
    return use(account, code) || has(account) && recoveryCodes.use(account, bare(code));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public List<String> renewRecoveryCodes(UserId account) {
    return recoveryCodes.renew(account);
  }

  /// @return whether an active one went
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean remove(UserId account) {
    var active = has(account);
    jdbc.sql("delete from second_factor where account_id = :account")
        .param("account", account.value())
        .update();
    return active;
  }

  private record Kept(String secret, boolean confirmed, long lastStep) {}

  private Optional<Kept> kept(UserId account) {
    return jdbc.sql(
            "select account_id, sealed, confirmed_at, last_step from second_factor where account_id = :account")
        .param("account", account.value())
        .query((row, _) -> kept(row))
        .optional();
  }

  private Kept kept(ResultSet row) throws SQLException {
    try {
      var name = Sql.id(row, "account_id", UserId::new).toString();
      var secret = seal.open(name, row.getBytes("sealed"));
      return new Kept(
          new String(secret, StandardCharsets.US_ASCII),
          row.getObject("confirmed_at") != null,
          row.getLong("last_step"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("POCA_KEY_SECRET does not open a second factor", e);
    }
  }

  private boolean isGood(UserId account, Kept kept, String code) {
    var step = Totp.stepOf(kept.secret(), code, clock.instant(), kept.lastStep());
    if (step.isEmpty()) {
      return false;
    }
    jdbc.sql("update second_factor set last_step = :step where account_id = :account")
        .param("step", step.getAsLong())
        .param("account", account.value())
        .update();
    return true;
  }

  /// Apps show a code in two groups, and so it is typed.
  private static String bare(String code) {
    return code.replace(" ", "");
  }
}
