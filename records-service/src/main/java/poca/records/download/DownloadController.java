package poca.records.download;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.Caller;
import poca.contracts.DocumentId;
import poca.contracts.Uuids;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;
import poca.records.document.Document;
import poca.records.document.Documents;
import poca.records.document.DownloadLinks;
import poca.records.photo.Photos;

/// The ways to a document's bytes.
@RestController
@RequestMapping("/api/v1/documents")
@Audited("document")
class DownloadController {

  private final Documents documents;
  private final DownloadTokens tokens;
  private final DocumentSender sender;
  private final Photos photos;
  private final PhotoSender photoSender;
  private final DownloadLinks links;

  DownloadController(
      Documents documents,
      DownloadTokens tokens,
      DocumentSender sender,
      Photos photos,
      PhotoSender photoSender,
      DownloadLinks links) {
    this.documents = documents;
    this.tokens = tokens;
    this.sender = sender;
    this.photos = photos;
    this.photoSender = photoSender;
    this.links = links;
  }

  /// Readers get the file; everybody else what everybody may see of it.
  @GetMapping("/{document_id}/download")
  void download(
      Caller caller,
      @PathVariable("document_id") DocumentId id,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Document document;
    try {
      document = documents.open(caller, id);
    } catch (Refusal noReader) {
      photoSender.send(photos.seen(caller, id).orElseThrow(() -> noReader), request, response);
      return;
    }
    sender.send(document, request, response, () -> {}, () -> {});
  }

  /// Who is nobody; not written down, since it is for all to see.
  @GetMapping(path = "/{document_id}/download", headers = "!" + HttpHeaders.AUTHORIZATION)
  @Audited(value = "document", refusedOnly = true)
  void look(
      @PathVariable("document_id") String id,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    photoSender.send(
        known(id).flatMap(photos::shown).orElseThrow(Refusal::notAuthenticated), request, response);
  }

  /// Nobody is told more of what is no id than of one that is unknown.
  private static Optional<DocumentId> known(String id) {
    try {
      return Optional.of(new DocumentId(Uuids.parse(id)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  record Token(
      String downloadToken, String downloadUrl, Instant expiresAt, long expiresInSeconds) {}

  @PostMapping("/{document_id}/download-token")
  @Audited("download_token")
  Reply<Token> token(Caller caller, @PathVariable("document_id") DocumentId id) {
    var issued = tokens.issue(caller, documents.available(caller, id));
    return Reply.ok(
        new Token(
            issued.token(),
            links.withToken(issued.token()),
            issued.expiresAt(),
            DownloadTokens.LIFE.toSeconds()));
  }

  @GetMapping("/download-with-token")
  void withToken(
      @RequestParam("token") String token, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var key = tokens.find(token);
    var document = documents.find(key.document()).orElseThrow(() -> Refusal.notFound("Document"));
    sender.send(document, request, response, () -> tokens.look(key), () -> tokens.use(token, key));
  }
}
