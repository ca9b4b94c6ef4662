package poca.records.document;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import poca.contracts.DocumentId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.platform.web.Refusal;

/// What chat-service hands us: files that come with messages. None of it is routed by the gateway.
@RestController
@RequestMapping("/internal/documents")
class PeerController {

  private final Documents documents;
  private final DownloadLinks links;

  PeerController(Documents documents, DownloadLinks links) {
    this.documents = documents;
    this.links = links;
  }

  /// The body is the file, of whatever length.
  @PostMapping
  FileDoc receive(
      HttpServletRequest request,
      @RequestParam("file_name") String fileName,
      @RequestParam("uploaded_by") UserId by,
      @RequestParam("uploaded_by_role") String role) {
    return FileDoc.of(
        documents.receive(by, roleOf(role), new Upload(fileName, request::getInputStream)), links);
  }

  @PutMapping("/{document_id}/confirm")
  FileDoc confirm(@PathVariable("document_id") DocumentId id) {
    return FileDoc.of(documents.confirm(id), links);
  }

  private static Role roleOf(String text) {
    try {
      return Role.ofWire(text.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw Refusal.invalid("query", "uploaded_by_role", "enum", "not one of the allowed values");
    }
  }
}
