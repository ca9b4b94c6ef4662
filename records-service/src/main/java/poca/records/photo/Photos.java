package poca.records.photo;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.contracts.AccessBasis;
import poca.contracts.DocumentId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.PhotoFact.PhotoSet;
import poca.platform.sql.Sql;
import poca.platform.web.Refusal;
import poca.records.document.Document;
import poca.records.document.Documents;

/// Shows everybody the pictures that people set as their profiles' photos, as copies. A copy is
/// made before the photo is set, so that one that cannot be shown is refused; it is shown from the
/// directory's fact on, as long as a profile has it.
@Component
public class Photos {

  /// How long a copy waits for the fact that shows it, and is kept for who changes his mind.
  private static final Duration PATIENCE = Duration.ofDays(1);

  private final Documents documents;
  private final PhotoCopies copies;
  private final Audit audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  Photos(Documents documents, PhotoCopies copies, Audit audit, JdbcClient jdbc, Clock clock) {
    this.documents = documents;
    this.copies = copies;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Has a copy ready, if this document may become a photo that everybody sees.
  ///
  /// @param by who sets it
  /// @param account whose profile it is for
  /// @return false for a document that is not for this account to show
  /// @throws Refusal 422 for one that is no picture which can be shown
  boolean prepare(DocumentId id, UserId by, Role role, UserId account) {
    var found = documents.find(id).filter(document -> mayShow(document, by, role, account));
    if (found.isEmpty()) {
      return false;
    }
    if (!isWanted(id)) {
      keep(id, copies.of(found.get()).orElseThrow(Photos::noPicture));
    }
    return true;
  }

  /// What an admin uploaded may be part of a patient's record: only another admin shows that.
  private boolean mayShow(Document document, UserId by, Role role, UserId account) {
    if (role == Role.ADMIN) {
      return document.uploadedByRole() == Role.ADMIN || document.uploadedBy().equals(account);
    }
    return document.uploadedBy().equals(by)
        || (document.uploadedByRole() == Role.ADMIN && documents.isNobodyElses(document.id()));
  }

  private static Refusal noPicture() {
    return Refusal.invalid(
        "body", "photo", "value_error", "must be a jpeg, png, gif, webp or bmp that can be read");
  }

  private boolean isWanted(DocumentId id) {
    return jdbc.sql("update photo_copy set wanted_at = :now where document_id = :id")
            .param("id", id.value())
            .param("now", Sql.time(clock.instant()))
            .update()
        == 1;
  }

  private void keep(DocumentId id, Photo photo) {
    jdbc.sql(
            """
            insert into photo_copy (document_id, content_type, content, sha256, wanted_at)
            select id, :type, :content, :sha256, :now from document where id = :id
            on conflict (document_id) do update set wanted_at = excluded.wanted_at
            """)
        .param("id", id.value())
        .param("type", photo.contentType())
        .param("content", photo.content())
        .param("sha256", photo.sha256())
        .param("now", Sql.time(clock.instant()))
        .update();
  }

  /// A profile's photo is another one now, or none.
  void apply(PhotoSet set) {
    jdbc.sql(
            """
            insert into photo (profile_id, document_id, version)
            values (:profile, :document, :version)
            on conflict (profile_id) do update
              set document_id = excluded.document_id, version = excluded.version
              where photo.version < excluded.version
            """)
        .param("profile", set.profile())
        .param("document", idOf(set), java.sql.Types.OTHER)
        .param("version", set.version())
        .update();
  }

  private static @Nullable UUID idOf(PhotoSet set) {
    return set.document() == null ? null : set.document().value();
  }

  /// The copy that everybody may see; empty for a document that is nobody's photo.
  public Optional<Photo> shown(DocumentId id) {
    return jdbc.sql(
            """
            select c.content_type, c.content, c.sha256
            from photo_copy c join document d on d.id = c.document_id
            where d.id = :id and d.status = 'available'
              and exists (select 1 from photo p where p.document_id = d.id)
            """)
        .param("id", id.value())
        .query((row, _) ->
            new Photo(
                row.getString("content_type"), row.getBytes("content"), row.getString("sha256")))
        .optional();
  }

  /// The same for a caller, who may not read the document itself.
  public Optional<Photo> seen(Caller caller, DocumentId id) {
    var photo = shown(id);
    if (photo.isPresent()) {
      audit.granted(caller, AuditedAction.read("document", id.value()), AccessBasis.PUBLIC);
    }
    return photo;
  }

  /// A copy that no profile has any more.
  @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT6H")
  void forget() {
    jdbc.sql(
            """
            delete from photo_copy c
            where wanted_at < :before
              and not exists (select 1 from photo p where p.document_id = c.document_id)
            """)
        .param("before", Sql.time(clock.instant().minus(PATIENCE)))
        .update();
  }
}
