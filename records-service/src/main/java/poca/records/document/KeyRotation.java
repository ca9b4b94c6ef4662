package poca.records.document;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import poca.contracts.DocumentId;
import poca.platform.sql.Sql;
import poca.platform.web.Refusal;
import poca.records.storage.WrappedKey;
import poca.records.storage.WrappingKeys;

/// Wraps the keys of documents by the newest wrapping key, so that older ones can be taken out of
/// the configuration. The objects stay as they are. Several instances may do it at once.
@Component
class KeyRotation {

  private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

  private static final int AT_ONCE = 500;
  private static final DocumentId FIRST = new DocumentId(new UUID(0, 0));

  private final JdbcClient jdbc;
  private final WrappingKeys keys;

  KeyRotation(JdbcClient jdbc, WrappingKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  private record Held(DocumentId id, WrappedKey key) {}

  @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT10M")
  void rotate() {
    var older = keys.older();
    if (!older.isEmpty()) {
      var rewrapped = 0;
      for (var some = held(older, FIRST);
          !some.isEmpty();
          some = held(older, some.getLast().id())) {
        rewrapped += some.stream().mapToInt(this::rewrap).sum();
      }
      if (rewrapped > 0) {
        log.info("{} documents are wrapped by the newest key now", rewrapped);
      }
    }
    var strange =
        jdbc.sql("select distinct key_id from document where key_id not in (:known)")
            .param("known", keys.known())
            .query(String.class)
            .list();
    if (!strange.isEmpty()) {
      log.error("documents are wrapped by {}, which are not among DOCUMENT_KEYS", strange);
    }
  }

  private List<Held> held(Set<String> older, DocumentId after) {
    return jdbc.sql(
            """
            select id, key_id, wrapped_key from document
            where key_id in (:older) and id > :after order by id limit :limit
            """)
        .param("older", older)
        .param("after", after.value())
        .param("limit", AT_ONCE)
        .query((row, _) ->
            new Held(
                Sql.id(row, "id", DocumentId::new),
                new WrappedKey(row.getString("key_id"), row.getString("wrapped_key"))))
        .list();
  }

  /// An erased key stays erased.
  ///
  /// @return 1 if it was done
  private int rewrap(Held held) {
    try {
      var now = keys.rewrap(held.id().toString(), held.key());
      return jdbc.sql(
              """
              update document set key_id = :new_id, wrapped_key = :wrapped
              where id = :id and key_id = :old_id
              """)
          .param("id", held.id().value())
          .param("old_id", held.key().wrappedBy())
          .param("new_id", now.wrappedBy())
          .param("wrapped", now.wrapped())
          .update();
    } catch (Refusal doesNotOpen) {
      return 0; // told where it was tried
    }
  }
}
