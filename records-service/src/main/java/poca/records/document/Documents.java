package poca.records.document;

import static poca.contracts.AccessBasis.ROLE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.relation.CareTeam;
import poca.access.security.Caller;
import poca.contracts.AccessBasis;
import poca.contracts.DocumentId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.Uuids;
import poca.platform.web.Refusal;
import poca.records.document.DocumentStore.Label;

/// Keeps documents: takes them in, says who may see them, files them.
@Service
public class Documents {

  private static final String DOCUMENT = "document";

  private final DocumentStore store;
  private final FileIntake intake;
  private final DocumentAccess documentAccess;
  private final CareTeam careTeam;
  private final Audit audit;

  Documents(
      DocumentStore store,
      FileIntake intake,
      DocumentAccess documentAccess,
      CareTeam careTeam,
      Audit audit) {
    this.store = store;
    this.intake = intake;
    this.documentAccess = documentAccess;
    this.careTeam = careTeam;
    this.audit = audit;
  }

  /// What a scanner finds bad is rejected, and what it did not look at is pending.
  ///
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
    return intake.keep(
        caller.user(),
        caller.role(),
        upload,
        label,
        (use, document) ->
            use.granted(
                caller,
                AuditedAction.create(DOCUMENT, document.id().value()).of(label.patient()),
                ROLE));
  }

  /// Stores a file and does `work` with it in one transaction: both happen or neither.
  ///
  /// @throws Refusal 413, 415, 422 for an empty file or one with a virus, 503 while it cannot be
  ///   scanned
  public <T> T upload(
      Caller caller,
      Upload upload,
      @Nullable String remark,
      BiFunction<Audit.Use, Document, T> work) {
    var label = new Label(DocumentType.OTHER, remark, null, null);
    return intake.take(caller.user(), caller.role(), upload, label, work);
  }

  /// A file that comes with a message; it waits for [#confirm].
  Document receive(UserId by, Role role, Upload upload) {
    var document = intake.receive(by, role, upload, Label.NONE);
    audit.granted(Actor.of(by, role), AuditedAction.create(DOCUMENT, document.id().value()), ROLE);
    return document;
  }

  /// Idempotent.
  ///
  /// @throws Refusal 404
  Document confirm(DocumentId id) {
    store.publish(id);
    return store.find(id).orElseThrow(Documents::notFound);
  }

  /// @throws Refusal 404 for what is unknown or not the caller's to see
  Document read(Caller caller, DocumentId id) {
    return read(caller, readable(caller, id));
  }

  /// For who wants the bytes.
  ///
  /// @throws Refusal 404
  public Document open(Caller caller, DocumentId id) {
    return read(caller, available(caller, id));
  }

  private Document read(Caller caller, ReadableDocument found) {
    var document = found.document();
    audit.granted(
        caller,
        AuditedAction.read(DOCUMENT, document.id().value()).of(found.patient()),
        found.basis());
    return document;
  }

  private ReadableDocument readable(Caller caller, DocumentId id) {
    return documentAccess.readable(caller, id).map(this::placed).orElseThrow(Documents::notFound);
  }

  /// Says whose record the document is in also where the caller may read it anyway.
  private ReadableDocument placed(ReadableDocument found) {
    var document = found.document();
    var patient =
        found.patient() == null ? store.patientOf(document.id()).orElse(null) : found.patient();
    if (patient != null) {
      audit.concerns(patient);
    }
    return new ReadableDocument(document, found.basis(), patient);
  }

  /// What can be downloaded, sent or attached.
  ///
  /// @throws Refusal 404
  public ReadableDocument available(Caller caller, DocumentId id) {
    var found = readable(caller, id);
    if (!found.document().isAvailable()) {
      throw notFound();
    }
    return found;
  }

  /// Asks nobody: for who has shown that it may.
  public Optional<Document> find(DocumentId id) {
    return store.find(id).filter(Document::isAvailable);
  }

  /// Whether only its uploader and admins read it, as far as we have heard.
  public boolean isNobodyElses(DocumentId id) {
    return documentAccess.isNobodyElses(id);
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
      documentAccess
          .readable(caller, document.id())
          .map(ReadableDocument::document)
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
    var found = readable(caller, id);
    if (found.basis() == AccessBasis.READER) {
      throw Refusal.notAllowed();
    }
    var named = patientNamed(caller, entityId).orElse(null);
    audit.executeWithoutResult(use -> {
      store.label(id, type, entityId, named);
      use.granted(
          caller,
          AuditedAction.update(DOCUMENT, id.value()).of(named == null ? found.patient() : named),
          found.basis());
    });
    return store.find(id).orElseThrow(Documents::notFound);
  }

  /// Removes a document for good: for admins, and for its uploader as long as it is nobody else's.
  ///
  /// @throws Refusal 404, 403 for other readers, 409 while it is attached, filed under a patient,
  ///   sent or on its way
  void delete(Caller caller, DocumentId id) {
    var found = readable(caller, id);
    if (found.basis() == AccessBasis.READER) {
      throw Refusal.notAllowed();
    }
    // nobody else ever saw what was rejected, however it was labelled
    var always = caller.is(Role.ADMIN) || found.document().status() == Document.Status.REJECTED;
    if (!always) {
      documentAccess.hearOfChats(id);
    }
    audit.executeWithoutResult(use -> {
      var free = store.lockWhole(id) && (always || documentAccess.isNobodyElses(id));
      if (!free) {
        throw store.find(id).isPresent()
            ? Refusal.wrongState(409, "Document is in use")
            : notFound(); // somebody was quicker
      }
      store.detach(id);
      store.giveUpStored(id);
      use.granted(
          caller, AuditedAction.delete(DOCUMENT, id.value()).of(found.patient()), found.basis());
    });
    intake.finishRemovingSoon(id);
  }

  /// Locks documents until the transaction ends, in an order that is everybody's.
  ///
  /// @return those that are still available
  public Set<DocumentId> lock(Collection<DocumentId> ids) {
    return store.lock(ids);
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

  /// For admins.
  DocumentStore.Stats stats(Caller caller) {
    audit.granted(caller, AuditedAction.list("storage_stats"), AccessBasis.ADMIN);
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
        .filter(patient -> careTeam.caring(caller, patient).isLet());
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
