package poca.records.report;

import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.contracts.AccessBasis;
import poca.contracts.ErrorCode;
import poca.contracts.PatientId;
import poca.contracts.ReportId;
import poca.contracts.fact.RecordFact;
import poca.contracts.fact.RecordFact.ReportWritten;
import poca.platform.web.Paging;
import poca.platform.web.Refusal;
import poca.records.attachment.AttachedTo;
import poca.records.attachment.Attachment;
import poca.records.attachment.Attachments;
import poca.records.careteam.RecordAccess;
import poca.records.document.Document;
import poca.records.document.Documents;
import poca.records.document.FileForm;

/// Writes reports and what is attached to them. Everything that may ask another service comes
/// before the transaction.
@Service
class Reports {

  private static final String REPORT = "report";
  private static final String REPORT_DOCUMENT = "report_document";

  private final ReportStore store;
  private final Attachments attachments;
  private final Documents documents;
  private final RecordAccess access;
  private final Audit audit;

  Reports(
      ReportStore store,
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

  record WithFiles(Report report, List<Attachment> files) {}

  record Page(List<WithFiles> reports, long total) {}

  Page list(Caller caller, PatientId patient, Paging paging) {
    var basis = access.require(caller, patient);
    audit.granted(caller, AuditedAction.list(REPORT).of(patient), basis);
    var reports = store.page(patient, paging.skip(), paging.limit());
    var files =
        attachments.of(
            AttachedTo.REPORT, reports.stream().map(report -> report.id().value()).toList());
    return new Page(
        reports.stream()
            .map(
                report -> new WithFiles(report, files.getOrDefault(report.id().value(), List.of())))
            .toList(),
        store.count(patient));
  }

  WithFiles read(Caller caller, PatientId patient, ReportId id) {
    var found = find(caller, patient, id);
    audit.granted(caller, AuditedAction.read(REPORT, id.value()).of(patient), found.basis());
    return withFiles(found.report());
  }

  WithFiles write(
      Caller caller,
      PatientId patient,
      String title,
      ReportType type,
      @Nullable String description,
      List<String> references) {
    var basis = access.require(caller, patient);
    var visible = documents.visibleAmong(caller, references);
    return withFiles(
        audit.execute(use -> {
          var report =
              new Report(
                  new ReportId(use.newId()), patient, title, description, type, 1, use.now(), null);
          store.insert(report);
          tell(use, report);
          attachments.replace(
              AttachedTo.REPORT,
              report.id().value(),
              patient,
              visible.stream().map(Document::id).toList(),
              caller);
          use.granted(caller, AuditedAction.create(REPORT, report.id().value()).of(patient), basis);
          return report;
        }));
  }

  /// What is null stays.
  WithFiles change(
      Caller caller,
      PatientId patient,
      ReportId id,
      @Nullable String title,
      @Nullable String description,
      @Nullable ReportType type) {
    var found = find(caller, patient, id);
    var auditedAction = AuditedAction.update(REPORT, id.value()).of(patient);
    if (title == null && description == null && type == null) {
      audit.granted(caller, auditedAction, found.basis());
      return withFiles(found.report());
    }
    return withFiles(
        audit.execute(use -> {
          use.granted(caller, auditedAction, found.basis());
          return update(use, id, title, description, type);
        }));
  }

  Attachment attach(
      Caller caller,
      PatientId patient,
      ReportId id,
      FileForm.Attached attached,
      @Nullable String remark) {
    var basis = find(caller, patient, id).basis();
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

  Attachments.Page files(Caller caller, PatientId patient, ReportId id, Paging paging) {
    var basis = find(caller, patient, id).basis();
    audit.granted(caller, AuditedAction.list(REPORT_DOCUMENT).of(patient), basis);
    return attachments.page(AttachedTo.REPORT, id.value(), paging);
  }

  private record Found(Report report, AccessBasis basis) {}

  private Found find(Caller caller, PatientId patient, ReportId id) {
    var basis = access.require(caller, patient);
    return store
        .find(patient, id)
        .map(report -> new Found(report, basis))
        .orElseThrow(
            () -> new Refusal(404, ErrorCode.RES_001, "Report not found for this patient"));
  }

  private Attachment append(
      Audit.Use use,
      ReportId id,
      PatientId patient,
      Document document,
      Caller caller,
      AccessBasis basis,
      @Nullable String remark) {
    update(use, id, null, null, null);
    var attachment =
        attachments.attach(AttachedTo.REPORT, id.value(), patient, document.id(), caller, remark);
    use.granted(caller, AuditedAction.create(REPORT_DOCUMENT, attachment.id()).of(patient), basis);
    return attachment;
  }

  private Report update(
      Audit.Use use,
      ReportId id,
      @Nullable String title,
      @Nullable String description,
      @Nullable ReportType type) {
    var after = store.update(id, title, description, type, use.now());
    tell(use, after);
    return after;
  }

  private static void tell(Audit.Use use, Report report) {
    use.tell(RecordFact.TOPIC, new ReportWritten(report.patient(), report.id(), report.version()));
  }

  private WithFiles withFiles(Report report) {
    var id = report.id().value();
    return new WithFiles(
        report, attachments.of(AttachedTo.REPORT, List.of(id)).getOrDefault(id, List.of()));
  }
}
