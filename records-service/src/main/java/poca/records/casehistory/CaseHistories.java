package poca.records.casehistory;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.contracts.AccessBasis;
import poca.contracts.CaseHistoryId;
import poca.contracts.ErrorCode;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.fact.RecordFact;
import poca.contracts.fact.RecordFact.CaseHistoryWritten;
import poca.platform.web.Paging;
import poca.platform.web.Refusal;
import poca.records.attachment.AttachedTo;
import poca.records.attachment.Attachment;
import poca.records.attachment.Attachments;
import poca.records.careteam.RecordAccess;
import poca.records.document.Document;
import poca.records.document.Documents;
import poca.records.document.FileForm;

/// Writes case histories and what is attached to them. Everything that may ask another service
/// comes before the transaction.
@Service
class CaseHistories {

  private static final String CASE_HISTORY = "case_history";
  private static final String CASE_DOCUMENT = "case_document";

  private final CaseHistoryStore store;
  private final Attachments attachments;
  private final Documents documents;
  private final RecordAccess access;
  private final Audit audit;

  CaseHistories(
      CaseHistoryStore store,
      Attachments attachments,
      Documents documents,
      RecordAccess access,
      Audit audit) {
    this.store = store;
    this.attachments = attachments;
    this.documents = documents;
    this.access = access;
    this.audit = audit;
  }

  record WithFiles(CaseHistory history, List<Attachment> files) {}

  /// @param create whether to begin one if there is none; a patient may not
  WithFiles newest(Caller caller, PatientId patient, boolean create) {
    var basis = access.require(caller, patient);
    var newest = store.newest(patient);
    if (newest.isPresent() || !create) {
      var history = newest.orElseThrow(CaseHistories::noneYet);
      audit.granted(
          caller, AuditedAction.read(CASE_HISTORY, history.id().value()).of(patient), basis);
      return withFiles(history);
    }
    if (caller.is(Role.PATIENT)) {
      throw Refusal.notAllowed();
    }
    return withFiles(
        audit.execute(use -> {
          store.lockPatient(patient);
          var history = store.newest(patient).orElseGet(() -> insert(use, patient, "", List.of()));
          use.granted(
              caller, AuditedAction.create(CASE_HISTORY, history.id().value()).of(patient), basis);
          return history;
        }));
  }

  WithFiles write(
      Caller caller,
      PatientId patient,
      @Nullable String summary,
      @Nullable List<String> references) {
    var basis = access.requireFirst(caller, patient);
    var visible = visible(caller, references);
    return withFiles(
        audit.execute(use -> {
          var history = insert(use, patient, summary, references);
          attach(history, visible, caller);
          use.granted(
              caller, AuditedAction.create(CASE_HISTORY, history.id().value()).of(patient), basis);
          return history;
        }));
  }

  /// Changes the newest; what is null stays.
  WithFiles change(
      Caller caller,
      PatientId patient,
      @Nullable String summary,
      @Nullable List<String> references) {
    var basis = access.require(caller, patient);
    var newest = store.newest(patient).orElseThrow(CaseHistories::noneYet);
    var id = newest.id();
    var auditedAction = AuditedAction.update(CASE_HISTORY, id.value()).of(patient);
    if (summary == null && references == null) {
      audit.granted(caller, auditedAction, basis);
      return withFiles(newest);
    }
    var visible = visible(caller, references);
    return withFiles(
        audit.execute(use -> {
          var before = store.lock(id);
          var after =
              update(
                  use,
                  id,
                  summary == null ? before.summary() : summary,
                  references == null ? before.documents() : references);
          if (references != null) {
            attach(after, visible, caller);
          }
          use.granted(caller, auditedAction, basis);
          return after;
        }));
  }

  /// @param into the newest if null
  Attachment attach(
      Caller caller,
      PatientId patient,
      @Nullable CaseHistoryId into,
      FileForm.Attached attached,
      @Nullable String remark) {
    var basis = access.require(caller, patient);
    var id = chosen(patient, into).id();
    BiFunction<Audit.Use, Document, Attachment> append =
        (use, document) -> append(use, id, patient, document, caller, basis, remark);
    return switch (attached) {
      case FileForm.Attached.Both _ ->
          throw Refusal.breaksRule("Give either a file or a document_id");
      case FileForm.Attached.Known(var document) -> {
        var known = documents.available(caller, document).document();
        yield audit.execute(use -> append.apply(use, known));
      }
      case FileForm.Attached.File(var upload) -> documents.upload(caller, upload, remark, append);
    };
  }

  Attachments.Page files(
      Caller caller, PatientId patient, @Nullable CaseHistoryId of, Paging paging) {
    var basis = access.require(caller, patient);
    var history = chosen(patient, of);
    audit.granted(caller, AuditedAction.list(CASE_DOCUMENT).of(patient), basis);
    return attachments.page(AttachedTo.CASE_HISTORY, history.id().value(), paging);
  }

  Attachments.Page allFiles(Caller caller, PatientId patient, Paging paging) {
    var basis = access.require(caller, patient);
    audit.granted(caller, AuditedAction.list(CASE_DOCUMENT).of(patient), basis);
    return attachments.inCaseHistoriesOf(patient, paging);
  }

  private CaseHistory chosen(PatientId patient, @Nullable CaseHistoryId id) {
    return (id == null ? store.newest(patient) : store.find(patient, id))
        .orElseThrow(CaseHistories::noneYet);
  }

  private CaseHistory insert(
      Audit.Use use,
      PatientId patient,
      @Nullable String summary,
      @Nullable List<String> references) {
    var history =
        new CaseHistory(
            new CaseHistoryId(use.newId()), patient, summary, null, references, 1, use.now(), null);
    store.insert(history);
    tell(use, history);
    return history;
  }

  private CaseHistory update(
      Audit.Use use,
      CaseHistoryId id,
      @Nullable String summary,
      @Nullable List<String> references) {
    var after = store.update(id, summary, references, use.now());
    tell(use, after);
    return after;
  }

  private static void tell(Audit.Use use, CaseHistory history) {
    use.tell(
        RecordFact.TOPIC,
        new CaseHistoryWritten(history.patient(), history.id(), history.version()));
  }

  private void attach(CaseHistory history, List<Document> visible, Caller caller) {
    attachments.replace(
        AttachedTo.CASE_HISTORY,
        history.id().value(),
        history.patient(),
        visible.stream().map(Document::id).toList(),
        caller);
  }

  private Attachment append(
      Audit.Use use,
      CaseHistoryId id,
      PatientId patient,
      Document document,
      Caller caller,
      AccessBasis basis,
      @Nullable String remark) {
    var before = store.lock(id);
    var references = new ArrayList<>(before.documents() == null ? List.of() : before.documents());
    var reference = document.id().toString();
    if (references.stream().noneMatch(reference::equalsIgnoreCase)) {
      references.add(reference);
    }
    update(use, id, before.summary(), references);
    var attachment =
        attachments.attach(
            AttachedTo.CASE_HISTORY, id.value(), patient, document.id(), caller, remark);
    use.granted(caller, AuditedAction.create(CASE_DOCUMENT, attachment.id()).of(patient), basis);
    return attachment;
  }

  private List<Document> visible(Caller caller, @Nullable List<String> references) {
    return references == null ? List.of() : documents.visibleAmong(caller, references);
  }

  private WithFiles withFiles(CaseHistory history) {
    UUID id = history.id().value();
    return new WithFiles(
        history, attachments.of(AttachedTo.CASE_HISTORY, List.of(id)).getOrDefault(id, List.of()));
  }

  private static Refusal noneYet() {
    return new Refusal(404, ErrorCode.RES_001, "Case history not found for this patient");
  }
}
