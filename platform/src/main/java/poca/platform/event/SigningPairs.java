package poca.platform.event;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import poca.contracts.fact.WriterKey;
import poca.contracts.fact.WriterKeys;
import poca.platform.Seal;
import poca.platform.sql.Sql;

/// Keeps the key pairs with which this service signs, and says which one does. A pair is made when
/// there is none, when the newest is old, and when the service's secret, which seals the private
/// half, was changed. It signs as soon as the register knows it.
final class SigningPairs {

  private static final Logger log = LoggerFactory.getLogger(SigningPairs.class);

  private static final long LOCK = 0x706f6361_05L;

  private final String service;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Seal seal;
  private final WriterKeys register;
  private final WriterKeyStore store;
  private final Duration rotation;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SigningPairs(
      String service,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      Seal seal,
      WriterKeys register,
      WriterKeyStore store,
      Duration rotation,
      Clock clock) {
    this.service = service;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.seal = seal;
    this.register = register;
    this.store = store;
    this.rotation = rotation;
    this.clock = clock;
  }

  record Pair(
      String id,
      String publicKey,
      Ed25519PrivateKeyParameters privateKey,
      Instant madeAt,
      boolean registered) {

    @Override
    public String toString() {
      return "Pair " + id;
    }
  }

  /// The pair that signs now. While the register is out of reach a new one does not, and the one
  /// before goes on.
  ///
  /// @throws KeysOutOfReach if there is none before
  Pair current() {
    var newest = newest();
    if (newest.registered()) {
      return newest;
    }
    try {
      register(newest);
      return newest;
    } catch (KeysOutOfReach away) {
      return opened().stream().filter(Pair::registered).findFirst().orElseThrow(() -> away);
    }
  }

  private Pair newest() {
    return Optional.ofNullable(
            transactions.execute(_ -> {
              jdbc.sql("select pg_advisory_xact_lock(:lock)")
                  .param("lock", LOCK)
                  .query()
                  .singleRow();
              var due = clock.instant().minus(rotation);
              return opened().stream()
                  .findFirst()
                  .filter(pair -> pair.madeAt().isAfter(due))
                  .orElseGet(this::make);
            }))
        .orElseThrow();
  }

  private void register(Pair pair) {
    var key = new WriterKey(pair.id(), service, pair.publicKey(), null);
    register.register(key);
    // What this service tells it also reads, auth-service there or not.
    store.register(key);
    jdbc.sql("update fact_key set registered = true where id = :id")
        .param("id", pair.id())
        .update();
  }

  private Pair make() {
    var privateKey = Ed25519.generate(random);
    var publicKey = Ed25519.publicKey(privateKey);
    var pair =
        new Pair(WriterKey.idOf(service, publicKey), publicKey, privateKey, clock.instant(), false);
    jdbc.sql(
            """
            insert into fact_key (id, public_key, sealed, made_at)
            values (:id, :key, :sealed, :at)
            """)
        .param("id", pair.id())
        .param("key", publicKey)
        .param("sealed", seal.close(pair.id(), privateKey.getEncoded()))
        .param("at", Sql.time(pair.madeAt()))
        .update();
    log.info("key {} made, for signing facts", pair.id());
    return pair;
  }

  /// The newest first; a pair that was sealed with another secret is passed over.
  private List<Pair> opened() {
    return jdbc
        .sql(
            "select id, public_key, sealed, made_at, registered from fact_key order by made_at desc")
        .query((row, _) -> opened(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Pair> opened(ResultSet row) throws SQLException {
    var id = row.getString("id");
    try {
      return Optional.of(
          new Pair(
              id,
              row.getString("public_key"),
              new Ed25519PrivateKeyParameters(seal.open(id, row.getBytes("sealed"))),
              Sql.time(row, "made_at"),
              row.getBoolean("registered")));
    } catch (GeneralSecurityException sealedWithAnotherSecret) {
      log.warn("key {} for signing facts was sealed with another secret", id);
      return Optional.empty();
    }
  }
}
