package poca.records.report;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.contracts.AccessBasis;
import poca.contracts.ErrorCode;
import poca.contracts.PatientId;
import poca.contracts.ReportId;
import poca.contracts.fact.RecordFact;
import poca.contracts.fact.RecordFact.ReportWritten;
import poca.platform.IdSource;
import poca.platform.event.Outbox;
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
  private final Outbox outbox;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final IdSource ids;
  private final Clock clock;

  Reports(
      ReportStore store,
      Attachments attachments,
      Documents documents,
      RecordAccess access,
      Outbox outbox,
      Audit audit,
      TransactionTemplate transaction,
      IdSource ids,
      Clock clock) {
    this.store = store;
    this.attachments = attachments;
    this.documents = documents;
    this.access = access;
    this.outbox = outbox;
    this.audit = audit;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  record WithFiles(Report report, List<Attachment> files) {}

  record Page(List<WithFiles> reports, long total) {}

  Page list(Caller caller, PatientId patient, Paging paging) {
    var basis = access.require(caller, patient);
    granted(caller, AuditedAction.list(REPORT), patient, basis);
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
    granted(caller, AuditedAction.read(REPORT, id.value()), patient, found.basis());
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
        in(() -> {
          var report =
              new Report(
                  new ReportId(ids.next()),
                  patient,
                  title,
                  description,
                  type,
                  1,
                  clock.instant(),
                  null);
          store.insert(report);
          told(report);
          attachments.replace(
              AttachedTo.REPORT,
              report.id().value(),
              patient,
              visible.stream().map(Document::id).toList(),
              caller);
          granted(caller, AuditedAction.create(REPORT, report.id().value()), patient, basis);
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
    var auditedAction = AuditedAction.update(REPORT, id.value());
    if (title == null && description == null && type == null) {
      granted(caller, auditedAction, patient, found.basis());
      return withFiles(found.report());
    }
    return withFiles(
        in(() -> {
          granted(caller, auditedAction, patient, found.basis());
          return update(id, title, description, type);
        }));
  }

  Attachment attach(
      Caller caller,
      PatientId patient,
      ReportId id,
      FileForm.Attached attached,
      @Nullable String remark) {
    var basis = find(caller, patient, id).basis();
    Function<Document, Attachment> append =
        document -> append(id, patient, document, caller, basis, remark);
    return switch (attached) {
      case FileForm.Attached.Both _ ->
          throw Refusal.breaksRule("Give either a file or a document_id");
      case FileForm.Attached.Known(var document) -> {
        var known = documents.available(caller, document).document();
        yield in(() -> append.apply(known));
      }
      case FileForm.Attached.File(var upload) -> documents.upload(caller, upload, remark, append);
    };
  }

  Attachments.Page files(Caller caller, PatientId patient, ReportId id, Paging paging) {
    var basis = find(caller, patient, id).basis();
    granted(caller, AuditedAction.list(REPORT_DOCUMENT), patient, basis);
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
      ReportId id,
      PatientId patient,
      Document document,
      Caller caller,
      AccessBasis basis,
      @Nullable String remark) {
    update(id, null, null, null);
    var attachment =
        attachments.attach(AttachedTo.REPORT, id.value(), patient, document.id(), caller, remark);
    granted(caller, AuditedAction.create(REPORT_DOCUMENT, attachment.id()), patient, basis);
    return attachment;
  }

  private void granted(
      Caller caller, AuditedAction auditedAction, PatientId patient, AccessBasis basis) {
    audit.granted(caller, auditedAction.of(patient), basis);
  }

  private Report update(
      ReportId id,
      @Nullable String title,
      @Nullable String description,
      @Nullable ReportType type) {
    var after = store.update(id, title, description, type, clock.instant());
    told(after);
    return after;
  }

  private void told(Report report) {
    outbox.append(
        RecordFact.TOPIC, new ReportWritten(report.patient(), report.id(), report.version()));
  }

  private WithFiles withFiles(Report report) {
    var id = report.id().value();
    return new WithFiles(
        report, attachments.of(AttachedTo.REPORT, List.of(id)).getOrDefault(id, List.of()));
  }

  private <T> T in(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(_ -> work.get()));
  }
}
