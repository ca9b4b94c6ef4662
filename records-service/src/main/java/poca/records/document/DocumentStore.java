package poca.records.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import poca.contracts.DocumentId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.platform.sql.Sql;
import poca.records.storage.IncomingFile.Arrived;
import poca.records.storage.WrappedKey;

/// The rows of documents. A row whose bytes have not arrived is not found here.
@Repository
class DocumentStore {

  /// Public is what a profile has for its photo and a copy was made of.
  private static final String FOUND =
      """
      select d.*, exists (
        select 1 from photo p join photo_copy c on c.document_id = p.document_id
        where p.document_id = d.id and d.status = 'available'
      ) as is_shown
      from document d
      where d.sha256 is not null
      """;

  private final JdbcClient jdbc;

  DocumentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A label as it is stored.
  record Label(
      DocumentType type,
      @Nullable String remark,
      @Nullable String entityId,
      @Nullable PatientId patient) {
    static final Label NONE = new Label(DocumentType.OTHER, null, null, null);
  }

  /// @param size which its bytes will have
  void announce(
      DocumentId id, String fileName, long size, UserId by, Role role, Label label, Instant now) {
    jdbc.sql(
            """
            insert into document (id, status, file_name, size, document_type, uploaded_by,
              uploaded_by_role, remark, entity_id, label_patient_id, created_at)
            values
              (:id, 'pending', :name, :size, :type, :by, :role, :remark, :entity, :patient, :now)
            """)
        .param("id", id.value())
        .param("size", size)
        .param("name", fileName)
        .param("type", label.type().wire())
        .param("by", by.value())
        .param("role", role.wire())
        .param("remark", label.remark())
        .param("entity", label.entityId())
        .param(
            "patient",
            label.patient() == null ? null : label.patient().value(),
            java.sql.Types.OTHER)
        .param("now", Sql.time(now))
        .update();
  }

  /// @param scanAt when it is scanned; null if it was
  /// @return whether the row was still there
  boolean arrived(DocumentId id, Arrived arrived, WrappedKey key, @Nullable Instant scanAt) {
    return jdbc.sql(
                """
                update document
                set content_type = :type, sha256 = :sha256, key_id = :key_id, wrapped_key = :wrapped,
                  next_scan_at = :scan_at
                where id = :id and status = 'pending'
                """)
            .param("id", id.value())
            .param("type", arrived.type().mediaType())
            .param("sha256", arrived.sha256())
            .param("key_id", key.wrappedBy())
            .param("wrapped", key.wrapped())
            .param("scan_at", scanAt == null ? null : Sql.time(scanAt), java.sql.Types.OTHER)
            .update()
        == 1;
  }

  /// A file that was found bad on its way in: its row stays, for its uploader to see.
  void reject(DocumentId id, Arrived arrived) {
    jdbc.sql(
            """
            update document set status = 'rejected', content_type = :type, sha256 = :sha256
            where id = :id
            """)
        .param("id", id.value())
        .param("type", arrived.type().mediaType())
        .param("sha256", arrived.sha256())
        .update();
  }

  /// How the bytes of a document lie in the object store.
  sealed interface Secrecy {
    /// There is no such document any more.
    record Gone() implements Secrecy {}

    record None() implements Secrecy {}

    record Encrypted(WrappedKey key) implements Secrecy {}
  }

  Secrecy secrecy(DocumentId id) {
    return jdbc.sql(
            "select key_id, wrapped_key from document where id = :id and sha256 is not null")
        .param("id", id.value())
        .query((row, _) -> secrecy(row))
        .optional()
        .orElseGet(Secrecy.Gone::new);
  }

  private static Secrecy secrecy(ResultSet row) throws SQLException {
    var by = row.getString("key_id");
    return by == null
        ? new Secrecy.None()
        : new Secrecy.Encrypted(new WrappedKey(by, row.getString("wrapped_key")));
  }

  /// @return whether it was pending, with its bytes
  boolean publish(DocumentId id) {
    return jdbc.sql(
                """
                update document set status = 'available'
                where id = :id and status = 'pending' and sha256 is not null
                  and next_scan_at is null
                """)
            .param("id", id.value())
            .update()
        == 1;
  }

  /// From here on nobody finds it, and nobody can read its bytes; what comes late finds nothing to
  /// confirm.
  ///
  /// @return whether it was pending
  boolean giveUp(DocumentId id) {
    return jdbc.sql(
                """
                update document
                set status = 'removing', sha256 = null, key_id = null, wrapped_key = null,
                  next_scan_at = null
                where id = :id and status = 'pending'
                """)
            .param("id", id.value())
            .update()
        == 1;
  }

  /// The same for one that was stored.
  void giveUpStored(DocumentId id) {
    jdbc.sql(
            """
            update document
            set status = 'removing', sha256 = null, key_id = null, wrapped_key = null,
              next_scan_at = null
            where id = :id
            """)
        .param("id", id.value())
        .update();
  }

  /// Once its bytes are gone.
  void removeGivenUp(DocumentId id) {
    jdbc.sql("delete from document where id = :id and status = 'removing'")
        .param("id", id.value())
        .update();
  }

  /// @param arrived whether its bytes are stored
  /// @param givenUp whether nothing is left to decide
  record Unfinished(DocumentId id, boolean arrived, boolean givenUp) {}

  /// Those given up first: nobody has to be asked about them.
  List<Unfinished> unfinishedSince(Instant before, int limit) {
    return jdbc.sql(
            """
            select id, sha256 is not null as arrived, status = 'removing' as given_up
            from document
            where status in ('pending', 'removing') and created_at < :before
              and next_scan_at is null
            order by status desc, created_at limit :limit
            """)
        .param("before", Sql.time(before))
        .param("limit", limit)
        .query((row, _) ->
            new Unfinished(
                Sql.id(row, "id", DocumentId::new),
                row.getBoolean("arrived"),
                row.getBoolean("given_up")))
        .list();
  }

  /// Locks it until the transaction ends, against being attached too.
  ///
  /// @return whether it is settled, for better or worse
  boolean lockWhole(DocumentId id) {
    return jdbc.sql(
            """
            select id from document where id = :id and status in ('available', 'rejected')
            for update
            """)
        .param("id", id.value())
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  /// Locks them until the transaction ends, always in the same order.
  ///
  /// @return those that are available
  Set<DocumentId> lock(Collection<DocumentId> ids) {
    return ids.isEmpty()
        ? Set.of()
        : Set.copyOf(
            jdbc.sql(
                    """
                    select id from document where id in (:ids) and status = 'available'
                    order by id for no key update
                    """)
                .param("ids", ids.stream().map(DocumentId::value).toList())
                .query((row, _) -> Sql.id(row, "id", DocumentId::new))
                .list());
  }

  /// Those of which there are rows that have bytes, or had.
  Set<DocumentId> known(Collection<DocumentId> ids) {
    return ids.isEmpty()
        ? Set.of()
        : Set.copyOf(
            jdbc.sql("select id from document where id in (:ids) and status <> 'rejected'")
                .param("ids", ids.stream().map(DocumentId::value).toList())
                .query((row, _) -> Sql.id(row, "id", DocumentId::new))
                .list());
  }

  Optional<Document> find(DocumentId id) {
    return jdbc.sql(FOUND + "and d.id = :id")
        .param("id", id.value())
        .query(DocumentStore::document)
        .optional();
  }

  List<Document> findAll(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(FOUND + "and d.id in (:ids)")
            .param("ids", ids)
            .query(DocumentStore::document)
            .list();
  }

  void label(DocumentId id, DocumentType type, @Nullable String entity, @Nullable PatientId of) {
    jdbc.sql(
            """
            update document
            set document_type = :type, entity_id = :entity, label_patient_id = :patient
            where id = :id
            """)
        .param("id", id.value())
        .param("type", type.wire())
        .param("entity", entity)
        .param("patient", of == null ? null : of.value(), java.sql.Types.OTHER)
        .update();
  }

  void unlabel(DocumentId id, String entity) {
    jdbc.sql(
            """
            update document set document_type = 'other', entity_id = null, label_patient_id = null
            where id = :id and entity_id = :entity
            """)
        .param("id", id.value())
        .param("entity", entity)
        .update();
  }

  /// The patient whose case history or report has this id.
  Optional<PatientId> patientOfEntry(UUID entry) {
    return jdbc.sql(
            """
            select patient_id from case_history where id = :id
            union all
            select patient_id from report where id = :id
            """)
        .param("id", entry)
        .query((row, _) -> new PatientId(row.getObject(1, UUID.class)))
        .optional();
  }

  /// The patients in whose case histories and reports it is.
  List<PatientId> attachedTo(DocumentId id) {
    return jdbc.sql("select distinct patient_id from attachment where document_id = :id")
        .param("id", id.value())
        .query((row, _) -> new PatientId(row.getObject(1, UUID.class)))
        .list();
  }

  /// Takes it out of every case history and report.
  void detach(DocumentId id) {
    jdbc.sql("delete from attachment where document_id = :id").param("id", id.value()).update();
  }

  /// The first patient in whose record it was put, or in whose chat it was sent.
  Optional<PatientId> patientOf(DocumentId id) {
    return jdbc
        .sql(
            """
            (select patient_id from attachment where document_id = :id order by created_at limit 1)
            union all
            (select patient_id from chat_document where document_id = :id limit 1)
            """)
        .param("id", id.value())
        .query((row, _) -> new PatientId(row.getObject(1, UUID.class)))
        .list()
        .stream()
        .findFirst();
  }

  record Stats(long totalDocuments, long totalSizeBytes) {}

  Stats stats() {
    return jdbc.sql(
            """
            select count(*) as documents, coalesce(sum(size), 0) as bytes from document
            where status = 'available'
            """)
        .query((row, _) -> new Stats(row.getLong("documents"), row.getLong("bytes")))
        .single();
  }

  private static Document document(ResultSet row, int number) throws SQLException {
    var patient = row.getObject("label_patient_id", UUID.class);
    return new Document(
        Sql.id(row, "id", DocumentId::new),
        Document.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getString("file_name"),
        row.getLong("size"),
        row.getString("content_type"),
        row.getString("sha256"),
        row.getBoolean("is_shown"),
        DocumentType.ofWire(row.getString("document_type")),
        Sql.id(row, "uploaded_by", UserId::new),
        Role.ofWire(row.getString("uploaded_by_role")),
        row.getString("remark"),
        row.getString("entity_id"),
        patient == null ? null : new PatientId(patient),
        Sql.time(row, "created_at"));
  }
}
