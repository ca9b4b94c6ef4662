package poca.records.document;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.contracts.ErrorCode;
import poca.contracts.UserId;
import poca.platform.web.Refusal;

/// Limits what an account keeps here (contract 4.8): whatever it uploaded and nobody removed, what
/// is on its way included.
@Component
class StorageQuota {

  private final JdbcClient jdbc;
  private final long limit;

  StorageQuota(JdbcClient jdbc, StorageSettings settings) {
    this.jdbc = jdbc;
    this.limit = settings.bytesPerAccount();
  }

  /// Lets in a file whose row the transaction is about to write. Other files of the account wait
  /// until it ends.
  ///
  /// @param size in bytes
  /// @throws Refusal 413 if it is too much
  @Transactional(propagation = Propagation.MANDATORY)
  public void admit(UserId account, long size) {
    if (limit == 0) {
      return;
    }
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:account, 2))")
        .param("account", account.toString())
        .query((_, _) -> true)
        .single();
    // a statement of its own: one that waited for the lock would not see who was before it
    long used =
        jdbc.sql(
                """
                select coalesce(sum(size), 0) from document
                where uploaded_by = :account and status not in ('removing', 'rejected')
                """)
            .param("account", account.value())
            .query(Long.class)
            .single();
    if (used + size > limit) {
      throw new Refusal(
          413,
          ErrorCode.VAL_001,
          "Storage quota reached",
          Map.of("quota_bytes", limit, "used_bytes", used),
          Map.of());
    }
  }
}
