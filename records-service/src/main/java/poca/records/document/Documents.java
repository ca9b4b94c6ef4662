package poca.records.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import poca.contracts.DocumentId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.Uuids;
import poca.platform.security.Caller;
import poca.platform.web.Refusal;
import poca.records.careteam.CareTeam;
import poca.records.document.DocumentStore.Label;

/// Keeps documents: takes them in, says who may see them, files them.
@Service
public class Documents {

  private final DocumentStore store;
  private final Intake intake;
  private final Readers readers;
  private final CareTeam careTeam;

  Documents(DocumentStore store, Intake intake, Readers readers, CareTeam careTeam) {
    this.store = store;
    this.intake = intake;
    this.readers = readers;
    this.careTeam = careTeam;
  }

  /// @throws Refusal 413, 415, 422 for an empty file
  Document upload(
      Caller caller,
      Upload upload,
      @Nullable DocumentType type,
      @Nullable String remark,
      @Nullable String entityId) {
    var label =
        new Label(
            type == null ? DocumentType.OTHER : type,
            remark,
            entityId,
            patientNamed(caller, entityId).orElse(null));
    return intake.take(caller.user(), caller.role(), upload, label, document -> document);
  }

  /// Stores a file and does `work` with it in one transaction: both happen or neither.
  public <T> T upload(
      Caller caller, Upload upload, @Nullable String remark, Function<Document, T> work) {
    var label = new Label(DocumentType.OTHER, remark, null, null);
    return intake.take(caller.user(), caller.role(), upload, label, work);
  }

  /// A file that comes with a message; it waits for [#confirm].
  Document receive(UserId by, Role role, Upload upload) {
    return intake.receive(by, role, upload, Label.NONE);
  }

  /// Idempotent.
  ///
  /// @throws Refusal 404
  Document confirm(DocumentId id) {
    store.publish(id);
    return store.find(id).orElseThrow(Documents::notFound);
  }

  /// @throws Refusal 404 for what is unknown or not the caller's to see
  public Document readable(Caller caller, DocumentId id) {
    return readers.readable(caller, id).orElseThrow(Documents::notFound);
  }

  /// What can be downloaded, sent or attached.
  ///
  /// @throws Refusal 404
  public Document available(Caller caller, DocumentId id) {
    return readers
        .readable(caller, id)
        .filter(Document::isAvailable)
        .orElseThrow(Documents::notFound);
  }

  /// Asks nobody: for who has shown that it may.
  public Optional<Document> find(DocumentId id) {
    return store.find(id).filter(Document::isAvailable);
  }

  /// Those among free references that name documents which the caller may attach, once each and in
  /// their order.
  public List<Document> visibleAmong(Caller caller, Collection<String> references) {
    var ids = new LinkedHashMap<UUID, Boolean>();
    for (var reference : references) {
      parsed(reference).ifPresent(id -> ids.put(id, true));
    }
    var visible = new LinkedHashMap<UUID, Document>();
    for (var document : store.findAll(ids.keySet())) {
      readers
          .readable(caller, document.id())
          .filter(Document::isAvailable)
          .ifPresent(seen -> visible.put(seen.id().value(), seen));
    }
    var inOrder = new ArrayList<Document>();
    for (var id : ids.keySet()) {
      var document = visible.get(id);
      if (document != null) {
        inOrder.add(document);
      }
    }
    return inOrder;
  }

  /// Files a document under another name; for its uploader and admins.
  ///
  /// @throws Refusal 404, 403 for other readers
  Document link(Caller caller, DocumentId id, DocumentType type, String entityId) {
    var document = readable(caller, id);
    if (!caller.is(Role.ADMIN) && !caller.user().equals(document.uploadedBy())) {
      throw Refusal.notAllowed();
    }
    store.label(id, type, entityId, patientNamed(caller, entityId).orElse(null));
    return store.find(id).orElseThrow(Documents::notFound);
  }

  /// Files a document as part of a case history or a report; that it is attached there is what lets
  /// its readers see it.
  public void file(DocumentId id, DocumentType type, UUID entry) {
    store.label(id, type, entry.toString(), null);
  }

  /// Takes back [#file], unless it has been filed elsewhere since.
  public void unfile(DocumentId id, UUID entry) {
    store.unlabel(id, entry.toString());
  }

  DocumentStore.Stats stats() {
    return store.stats();
  }

  /// The patient to whose readers a label opens the document: the one it names, or whose case
  /// history or report it names, if the caller may write there.
  private Optional<PatientId> patientNamed(Caller caller, @Nullable String entityId) {
    if (entityId == null) {
      return Optional.empty();
    }
    return parsed(entityId)
        .flatMap(id ->
            store
                .patientOfEntry(id)
                .or(() -> Optional.of(new PatientId(id)).filter(careTeam::exists)))
        .filter(patient -> careTeam.mayUseRecord(caller, patient));
  }

  private static Optional<UUID> parsed(String reference) {
    try {
      return Optional.of(Uuids.parse(reference));
    } catch (IllegalArgumentException free) {
      return Optional.empty();
    }
  }

  private static Refusal notFound() {
    return Refusal.notFound("Document");
  }
}
