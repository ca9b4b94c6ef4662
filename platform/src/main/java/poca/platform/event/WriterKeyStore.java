package poca.platform.event;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import poca.contracts.fact.WriterKey;
import poca.platform.sql.Sql;

/// Keeps the writers' public keys in this service's database: auth-service's is the register, the
/// others' are copies of what they had to ask for. No key is ever deleted.
public final class WriterKeyStore {

  /// Until every instance has seen the new key, and until the broker has what was signed before.
  private static final Duration GRACE = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Clock clock;

  WriterKeyStore(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// A service's own new key; those before it are retired. Once more it changes nothing.
  public void register(WriterKey key) {
    transactions.executeWithoutResult(_ -> {
      if (insert(key)) {
        jdbc.sql(
                """
                update writer_key set retired_at = :at
                where service = :service and id <> :id and retired_at is null
                """)
            .param("at", Sql.time(clock.instant().plus(GRACE)))
            .param("service", key.service())
            .param("id", key.id())
            .update();
      }
    });
  }

  private boolean insert(WriterKey key) {
    return jdbc.sql(
                """
                insert into writer_key (id, service, public_key, retired_at)
                values (:id, :service, :key, :retired) on conflict do nothing
                """)
            .param("id", key.id())
            .param("service", key.service())
            .param("key", key.publicKey())
            .param("retired", Sql.timeOrNull(key.retiredAt()))
            .update()
        == 1;
  }

  /// All keys of the service whose key this is; empty if it is not here.
  public List<WriterKey> besides(String id) {
    return jdbc.sql(
            """
            select id, service, public_key, retired_at from writer_key
            where service = (select service from writer_key where id = :id)
            """)
        .param("id", id)
        .query((row, _) ->
            new WriterKey(
                row.getString("id"),
                row.getString("service"),
                row.getString("public_key"),
                Sql.timeOrNull(row, "retired_at")))
        .list();
  }

  /// Keeps what the register said.
  void keep(List<WriterKey> told) {
    transactions.executeWithoutResult(_ -> {
      for (var key : told) {
        if (!insert(key)) {
          jdbc.sql("update writer_key set retired_at = :retired where id = :id")
              .param("retired", Sql.timeOrNull(key.retiredAt()))
              .param("id", key.id())
              .update();
        }
      }
    });
  }
}
