package poca.records.report;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;
import static poca.contracts.Role.PATIENT;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import poca.access.audit.Audited;
import poca.access.security.ActingAs;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.contracts.DocumentId;
import poca.contracts.PatientId;
import poca.contracts.ReportId;
import poca.contracts.UserId;
import poca.platform.text.OneLine;
import poca.platform.text.Prose;
import poca.platform.web.Paging;
import poca.platform.web.Reply;
import poca.records.attachment.Attachment;
import poca.records.document.DownloadLinks;
import poca.records.document.FileForm;

/// A patient's reports and the documents in them.
@RestController
@RequestMapping("/api/v1/patients/{patient_id}/reports")
@ActingAs
@OnlyFor({ADMIN, DOCTOR, PATIENT})
@Audited("report")
class ReportController {

  private final Reports reports;
  private final DownloadLinks links;

  ReportController(Reports reports, DownloadLinks links) {
    this.reports = reports;
    this.links = links;
  }

  record Writing(
      @NotNull @OneLine(min = 1) String title,
      @NotNull ReportType reportType,
      @Nullable @Prose String description,
      @Nullable @Size(max = 200) List<@Nullable @OneLine String> documentIds) {}

  record Changing(
      @Nullable @OneLine(min = 1) String title,
      @Nullable @Prose String description,
      @Nullable ReportType reportType) {}

  record ReportDoc(
      UUID id,
      DocumentId documentId,
      UUID reportId,
      String fileName,
      long size,
      String link,
      UserId uploadedBy,
      @Nullable String remark,
      Instant uploadTimestamp,
      Instant createdAt,
      String downloadLink) {}

  record ReportBody(
      ReportId id,
      PatientId patientId,
      String title,
      @Nullable String description,
      ReportType reportType,
      Instant createdAt,
      @Nullable Instant updatedAt,
      List<ReportDoc> reportDocuments) {}

  record ReportList(List<ReportBody> reports, long total) {}

  record ReportDocs(List<ReportDoc> documents, @Nullable Long total, @Nullable String nextCursor) {}

  @GetMapping
  Reply<ReportList> list(
      Caller caller, @PathVariable("patient_id") PatientId patient, Paging paging) {
    var page = reports.list(caller, patient, paging);
    return Reply.ok(new ReportList(page.reports().stream().map(this::body).toList(), page.total()));
  }

  @PostMapping
  Reply<ReportBody> write(
      Caller caller,
      @PathVariable("patient_id") PatientId patient,
      @Valid @RequestBody Writing writing) {
    var references =
        writing.documentIds() == null
            ? List.<String>of()
            : writing.documentIds().stream().filter(java.util.Objects::nonNull).toList();
    return Reply.ok(
        body(
            reports.write(
                caller,
                patient,
                writing.title(),
                writing.reportType(),
                writing.description(),
                references)));
  }

  @GetMapping("/{report_id}")
  Reply<ReportBody> read(
      Caller caller,
      @PathVariable("patient_id") PatientId patient,
      @PathVariable("report_id") ReportId id) {
    return Reply.ok(body(reports.read(caller, patient, id)));
  }

  @PutMapping("/{report_id}")
  Reply<ReportBody> change(
      Caller caller,
      @PathVariable("patient_id") PatientId patient,
      @PathVariable("report_id") ReportId id,
      @Valid @RequestBody Changing changing) {
    return Reply.ok(
        body(
            reports.change(
                caller,
                patient,
                id,
                changing.title(),
                changing.description(),
                changing.reportType())));
  }

  @Audited("report_document")
  @PostMapping(path = "/{report_id}/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Reply<ReportDoc> attach(
      Caller caller,
      @PathVariable("patient_id") PatientId patient,
      @PathVariable("report_id") ReportId id,
      MultipartHttpServletRequest request) {
    var form = new FileForm(request);
    var attached = form.attached();
    return Reply.created(reportDoc(reports.attach(caller, patient, id, attached, form.remark())));
  }

  @Audited("report_document")
  @GetMapping("/{report_id}/documents")
  Reply<ReportDocs> documents(
      Caller caller,
      @PathVariable("patient_id") PatientId patient,
      @PathVariable("report_id") ReportId id,
      Paging paging) {
    var page = reports.files(caller, patient, id, paging);
    return Reply.ok(
        new ReportDocs(
            page.attachments().stream().map(this::reportDoc).toList(),
            page.total(),
            page.nextCursor()));
  }

  private ReportBody body(Reports.WithFiles found) {
    var report = found.report();
    return new ReportBody(
        report.id(),
        report.patient(),
        report.title(),
        report.description(),
        report.type(),
        report.createdAt(),
        report.updatedAt(),
        found.files().stream().map(this::reportDoc).toList());
  }

  private ReportDoc reportDoc(Attachment attachment) {
    var link = links.download(attachment.document());
    return new ReportDoc(
        attachment.id(),
        attachment.document(),
        attachment.entry(),
        attachment.fileName(),
        attachment.size(),
        link,
        attachment.attachedBy(),
        attachment.remark(),
        attachment.uploadedAt(),
        attachment.createdAt(),
        link);
  }
}
