package poca.records.document;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import poca.access.audit.Audited;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.contracts.DocumentId;
import poca.contracts.Role;
import poca.platform.web.FormText;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;

/// Documents as such; their bytes go out through `download`.
@RestController
@RequestMapping("/api/v1/documents")
@Audited("document")
class DocumentController {

  private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1024L * 1024);

  private final Documents documents;
  private final DownloadLinks links;

  DocumentController(Documents documents, DownloadLinks links) {
    this.documents = documents;
    this.links = links;
  }

  @PostMapping(path = "/upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Reply<FileDoc> upload(Caller caller, MultipartHttpServletRequest request) {
    var form = new FileForm(request);
    var stored =
        documents.upload(
            caller, form.requiredFile(), form.documentType(), form.remark(), form.entityId());
    return Reply.ok(FileDoc.of(stored, links));
  }

  @GetMapping("/{document_id}")
  Reply<FileDoc> read(Caller caller, @PathVariable("document_id") DocumentId id) {
    return Reply.ok(FileDoc.of(documents.read(caller, id), links));
  }

  @PutMapping("/{document_id}/link")
  Reply<FileDoc> link(
      Caller caller, @PathVariable("document_id") DocumentId id, HttpServletRequest form) {
    var entity = FileForm.label(FormText.of(form, "entity_id"));
    var type =
        FileForm.field(
            FormText.of(form, "document_type"), "document_type", "enum", DocumentType::ofWire);
    if (entity == null) {
      throw missing("entity_id");
    }
    if (type == null) {
      throw missing("document_type");
    }
    return Reply.ok(FileDoc.of(documents.link(caller, id, type, entity), links));
  }

  private static Refusal missing(String field) {
    return Refusal.invalid("body", field, "missing", "Field required");
  }

  @DeleteMapping("/{document_id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Caller caller, @PathVariable("document_id") DocumentId id) {
    documents.delete(caller, id);
  }

  record StorageStats(long totalDocuments, long totalSizeBytes, BigDecimal totalSizeMb) {}

  @OnlyFor(Role.ADMIN)
  @Audited("storage_stats")
  @GetMapping("/storage/stats")
  Reply<StorageStats> stats(Caller caller) {
    var stats = documents.stats(caller);
    return Reply.ok(
        new StorageStats(
            stats.totalDocuments(),
            stats.totalSizeBytes(),
            BigDecimal.valueOf(stats.totalSizeBytes()).divide(MEGABYTE, 2, RoundingMode.HALF_UP)));
  }
}
