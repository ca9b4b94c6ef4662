package poca.records.report;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import poca.contracts.ErrorCode;
import poca.contracts.PatientId;
import poca.contracts.ReportId;
import poca.contracts.fact.RecordFact;
import poca.contracts.fact.RecordFact.ReportWritten;
import poca.platform.IdSource;
import poca.platform.event.Outbox;
import poca.platform.security.Caller;
import poca.platform.web.Paging;
import poca.platform.web.Refusal;
import poca.records.attachment.Attachment;
import poca.records.attachment.Attachments;
import poca.records.attachment.Place;
import poca.records.careteam.CareTeam;
import poca.records.document.Document;
import poca.records.document.Documents;
import poca.records.document.FileForm;

/// Writes reports and what is attached to them. Everything that may ask another service comes
/// before the transaction.
@Service
class Reports {

  private final ReportStore store;
  private final Attachments attachments;
  private final Documents documents;
  private final CareTeam careTeam;
  private final Outbox outbox;
  private final TransactionTemplate transaction;
  private final IdSource ids;
  private final Clock clock;

  Reports(
      ReportStore store,
      Attachments attachments,
      Documents documents,
      CareTeam careTeam,
      Outbox outbox,
      TransactionTemplate transaction,
      IdSource ids,
      Clock clock) {
    this.store = store;
    this.attachments = attachments;
    this.documents = documents;
    this.careTeam = careTeam;
    this.outbox = outbox;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  record WithFiles(Report report, List<Attachment> files) {}

  record Page(List<WithFiles> reports, long total) {}

  Page list(Caller caller, PatientId patient, Paging paging) {
    careTeam.requireRecord(caller, patient);
    var reports = store.page(patient, paging.skip(), paging.limit());
    var files =
        attachments.of(Place.REPORT, reports.stream().map(report -> report.id().value()).toList());
    return new Page(
        reports.stream()
            .map(
                report -> new WithFiles(report, files.getOrDefault(report.id().value(), List.of())))
            .toList(),
        store.count(patient));
  }

  WithFiles read(Caller caller, PatientId patient, ReportId id) {
    return withFiles(find(caller, patient, id));
  }

  WithFiles write(
      Caller caller,
      PatientId patient,
      String title,
      ReportType type,
      @Nullable String description,
      List<String> references) {
    careTeam.requireRecord(caller, patient);
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
          for (var document : visible) {
            attachments.attach(Place.REPORT, report.id().value(), patient, document, caller, null);
          }
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
    var before = find(caller, patient, id);
    if (title == null && description == null && type == null) {
      return withFiles(before);
    }
    return withFiles(in(() -> update(id, title, description, type)));
  }

  Attachment attach(
      Caller caller,
      PatientId patient,
      ReportId id,
      FileForm.Attached attached,
      @Nullable String remark) {
    find(caller, patient, id);
    return switch (attached) {
      case FileForm.Attached.Both _ ->
          throw Refusal.breaksRule("Give either a file or a document_id");
      case FileForm.Attached.Known(var document) -> {
        var known = documents.available(caller, document);
        yield in(() -> append(id, patient, known, caller, remark));
      }
      case FileForm.Attached.File(var upload) ->
          documents.upload(
              caller, upload, remark, document -> append(id, patient, document, caller, remark));
    };
  }

  Attachments.Page files(Caller caller, PatientId patient, ReportId id, Paging paging) {
    find(caller, patient, id);
    return attachments.page(Place.REPORT, id.value(), paging);
  }

  private Report find(Caller caller, PatientId patient, ReportId id) {
    careTeam.requireRecord(caller, patient);
    return store
        .find(patient, id)
        .orElseThrow(
            () -> new Refusal(404, ErrorCode.RES_001, "Report not found for this patient"));
  }

  private Attachment append(
      ReportId id, PatientId patient, Document document, Caller caller, @Nullable String remark) {
    update(id, null, null, null);
    return attachments.attach(Place.REPORT, id.value(), patient, document, caller, remark);
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
        report, attachments.of(Place.REPORT, List.of(id)).getOrDefault(id, List.of()));
  }

  private <T> T in(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(_ -> work.get()));
  }
}
