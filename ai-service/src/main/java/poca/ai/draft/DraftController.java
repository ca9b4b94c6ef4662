package poca.ai.draft;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.ActingAs;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.ai.context.RecordRead;
import poca.ai.session.TextRules;
import poca.ai.source.KeptStatement;
import poca.contracts.AiSessionId;
import poca.platform.web.Paging;
import poca.platform.web.Reply;

/// The routes of suggested responses (contract 4.14), for the chat's doctor and admins.
@RestController
@RequestMapping("/api/v1/ai")
@ActingAs
@OnlyFor({ADMIN, DOCTOR})
@Audited("suggested_response")
class DraftController {

  private final Drafts drafts;

  DraftController(Drafts drafts) {
    this.drafts = drafts;
  }

  record NewDraft(@NotNull AiSessionId sessionId, @Nullable String summary) {}

  record DraftBody(
      UUID id,
      AiSessionId sessionId,
      String suggestedResponse,
      String engine,
      Instant timestamp,
      List<KeptStatement> statements,
      @Nullable RecordRead record) {

    static DraftBody of(Drafts.Draft draft) {
      return new DraftBody(
          draft.id(),
          draft.session(),
          draft.text(),
          draft.engine(),
          draft.at(),
          draft.statements(),
          draft.read());
    }
  }

  record DraftList(List<DraftBody> suggestedResponses, long total) {}

  @PostMapping("/suggested-response")
  Reply<DraftBody> write(Caller caller, @Valid @RequestBody NewDraft draft) {
    var summary = TextRules.summary(draft.summary());
    return Reply.ok(DraftBody.of(drafts.write(caller, draft.sessionId(), summary)));
  }

  @GetMapping("/sessions/{session_id}/suggested-responses")
  Reply<DraftList> list(Caller caller, @PathVariable("session_id") AiSessionId id, Paging paging) {
    var page = drafts.list(caller, id, paging.skip(), paging.limit());
    return Reply.ok(
        new DraftList(page.drafts().stream().map(DraftBody::of).toList(), page.total()));
  }
}
