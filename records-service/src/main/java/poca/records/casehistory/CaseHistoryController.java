package poca.records.casehistory;

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
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import poca.access.audit.Audited;
import poca.access.security.ActingAs;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.contracts.CaseHistoryId;
import poca.contracts.DocumentId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.platform.text.OneLine;
import poca.platform.text.Prose;
import poca.platform.web.Paging;
import poca.platform.web.Reply;
import poca.records.attachment.Attachment;
import poca.records.attachment.Attachments;
import poca.records.document.DownloadLinks;
import poca.records.document.FileForm;

/// A patient's case histories and the documents in them.
@RestController
@RequestMapping("/api/v1/patients/{patient_id}")
@ActingAs
@OnlyFor({ADMIN, DOCTOR, PATIENT})
@Audited("case_history")
class CaseHistoryController {

  private final CaseHistories histories;
  private final DownloadLinks links;

  CaseHistoryController(CaseHistories histories, DownloadLinks links) {
    this.histories = histories;
    this.links = links;
  }

  record Writing(
      @Nullable @Prose String summary,
      @Nullable @Size(max = 200) List<@NotNull @OneLine String> documents) {}

  record CaseDoc(
      UUID id,
      DocumentId documentId,
      UUID caseHistoryId,
      String fileName,
      long size,
      String link,
      Role uploadedBy,
      @Nullable String remark,
      Instant uploadTimestamp,
      Instant createdAt,
      String downloadLink) {}

  record CaseHistoryBody(
      CaseHistoryId id,
      PatientId patientId,
      @Nullable String summary,
      @Nullable String aiSummary,
      @Nullable List<String> documents,
      Instant createdAt,
      @Nullable Instant updatedAt,
      List<CaseDoc> documentFiles) {}

  record CaseDocs(List<CaseDoc> documents, @Nullable Long total, @Nullable String nextCursor) {}

  @GetMapping("/case-history")
  Reply<CaseHistoryBody> newest(
      Caller caller,
      @PathVariable("patient_id") PatientId patient,
      @RequestParam(name = "create_if_not_exists", defaultValue = "false") boolean create,
      HttpMethod method) {
    return Reply.ok(body(histories.newest(caller, patient, create && method != HttpMethod.HEAD)));
  }

  @PostMapping("/case-history")
  Reply<CaseHistoryBody> write(
      Caller caller,
      @PathVariable("patient_id") PatientId patient,
      @Valid @RequestBody Writing writing) {
    return Reply.ok(body(histories.write(caller, patient, writing.summary(), writing.documents())));
  }

  @PutMapping("/case-history")
  Reply<CaseHistoryBody> change(
      Caller caller,
      @PathVariable("patient_id") PatientId patient,
      @Valid @RequestBody Writing writing) {
    return Reply.ok(
        body(histories.change(caller, patient, writing.summary(), writing.documents())));
  }

  @Audited("case_document")
  @PostMapping(path = "/case-history/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Reply<CaseDoc> attach(
      Caller caller,
      @PathVariable("patient_id") PatientId patient,
      MultipartHttpServletRequest request) {
    var form = new FileForm(request);
    var attached = form.attached();
    var into = form.uuid("case_history_id");
    return Reply.created(
        caseDoc(
            histories.attach(
                caller,
                patient,
                into == null ? null : new CaseHistoryId(into),
                attached,
                form.remark())));
  }

  @Audited("case_document")
  @GetMapping("/case-history/documents")
  Reply<CaseDocs> documents(
      Caller caller,
      @PathVariable("patient_id") PatientId patient,
      @RequestParam(name = "case_history_id", required = false) @Nullable CaseHistoryId of,
      Paging paging) {
    return Reply.ok(caseDocs(histories.files(caller, patient, of, paging)));
  }

  @Audited("case_document")
  @GetMapping("/documents")
  Reply<CaseDocs> allDocuments(
      Caller caller, @PathVariable("patient_id") PatientId patient, Paging paging) {
    return Reply.ok(caseDocs(histories.allFiles(caller, patient, paging)));
  }

  private CaseDocs caseDocs(Attachments.Page page) {
    return new CaseDocs(
        page.attachments().stream().map(this::caseDoc).toList(), page.total(), page.nextCursor());
  }

  private CaseHistoryBody body(CaseHistories.WithFiles found) {
    var history = found.history();
    return new CaseHistoryBody(
        history.id(),
        history.patient(),
        history.summary(),
        history.aiSummary(),
        history.documents(),
        history.createdAt(),
        history.updatedAt(),
        found.files().stream().map(this::caseDoc).toList());
  }

  private CaseDoc caseDoc(Attachment attachment) {
    var link = links.download(attachment.document());
    return new CaseDoc(
        attachment.id(),
        attachment.document(),
        attachment.entry(),
        attachment.fileName(),
        attachment.size(),
        link,
        attachment.attachedByRole(),
        attachment.remark(),
        attachment.uploadedAt(),
        attachment.createdAt(),
        link);
  }
}
