package poca.ai.citation;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.ActingAs;
import poca.access.security.Caller;
import poca.ai.source.Citations.Citation;
import poca.contracts.AiSessionId;
import poca.platform.web.Reply;

/// What a statement cites (contract 9.4). Who may not see the object sees no citation of it either:
/// 404, as for one that is unknown.
@RestController
@RequestMapping("/api/v1/ai/sessions/{session_id}/citations")
@ActingAs
@Audited("citation")
class CitationController {

  private final CitedObjects objects;

  CitationController(CitedObjects objects) {
    this.objects = objects;
  }

  /// @param version of what is cited, as it was then
  /// @param start UTF-16 offset in its text
  record CitationBody(
      UUID id, String kind, UUID resourceId, long version, int start, int end, String quote) {

    static CitationBody of(Citation citation) {
      return new CitationBody(
          citation.id(),
          citation.kind().wire(),
          citation.resource(),
          citation.version(),
          citation.start(),
          citation.end(),
          citation.quote());
    }
  }

  @GetMapping("/{citation_id}")
  Reply<CitationBody> read(
      Caller caller,
      @PathVariable("session_id") AiSessionId session,
      @PathVariable("citation_id") UUID citation) {
    return Reply.ok(CitationBody.of(objects.read(caller, session, citation)));
  }
}
