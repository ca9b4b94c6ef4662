package poca.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import poca.platform.Seal;
import poca.platform.sql.Sql;

/// The keys in the database, and when one follows another.
@Component
class KeyStore {

  private static final Logger log = LoggerFactory.getLogger(KeyStore.class);

  private static final long LOCK = 0x706f6361_10L;
  private static final int BITS = 2048;

  private final JdbcClient jdbc;
  private final KeySettings settings;
  private final Seal seal;
  private final Clock clock;

  KeyStore(JdbcClient jdbc, KeySettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.seal = new Seal(settings.secret(), "poca auth-service signing keys");
    this.clock = clock;
  }

  /// Makes the first key, and each next one early enough to be known everywhere when it begins to
  /// sign; removes a key when no token of it is left. All instances may call it at any time.
  @Transactional
  public void rotate() {
    jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
    var now = clock.instant();
    jdbc.sql("delete from signing_key where retires_at <= :now")
        .param("now", Sql.time(now))
        .update();
    var newest =
        jdbc.sql("select max(signs_from) as newest from signing_key having count(*) > 0")
            .query((row, _) -> Sql.time(row, "newest"))
            .optional();
    if (newest.isEmpty()) {
      insert(generate(), now);
      return;
    }
    var due = newest.get().plus(settings.rotation());
    if (now.isBefore(due.minus(settings.lead()))) {
      return;
    }
    var key = generate();
    // Making a key takes its time, on a busy machine seconds: that must not shorten the lead.
    var earliest = clock.instant().plus(settings.lead());
    var signsFrom = due.isBefore(earliest) ? earliest : due;
    // An instance may sign with the old key until it has read of the new one: once more the lead.
    jdbc.sql("update signing_key set retires_at = :at where retires_at is null")
        .param("at", Sql.time(signsFrom.plus(settings.tokenLife()).plus(settings.lead())))
        .update();
    insert(key, signsFrom);
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void insert(RSAKey key, Instant signsFrom) {
    try {
      jdbc.sql(
              """
              insert into signing_key (kid, public_jwk, sealed, signs_from)
              values (:kid, :jwk, :sealed, :signsFrom)
              """)
          .param("kid", key.getKeyID())
          .param("jwk", key.toPublicJWK().toJSONString())
          .param("sealed", seal.close(key.getKeyID(), key.toRSAPrivateKey().getEncoded()))
          .param("signsFrom", Sql.time(signsFrom))
          .update();
      log.info("key {} made, signs from {}", key.getKeyID(), signsFrom);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /// All keys that are not retired, in the order in which they sign.
  ///
  /// @throws IllegalStateException if the configured secret does not open them
  List<SigningKey> all() {
    return jdbc.sql(
            """
            select kid, public_jwk, sealed, signs_from, retires_at from signing_key
            where retires_at is null or retires_at > :now order by signs_from, kid
            """)
        .param("now", Sql.time(clock.instant()))
        .query((row, _) -> opened(row))
        .list();
  }

  private SigningKey opened(ResultSet row) throws SQLException {
    try {
      var published = RSAKey.parse(row.getString("public_jwk"));
      var encoded = seal.open(row.getString("kid"), row.getBytes("sealed"));
      var secret = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return new SigningKey(
          published,
          new RSASSASigner(secret),
          Sql.time(row, "signs_from"),
          Sql.timeOrNull(row, "retires_at"));
    } catch (GeneralSecurityException | ParseException e) {
      throw new IllegalStateException(
          "POCA_KEY_SECRET does not open the signing keys of this database", e);
    }
  }
}
