package poca.ai.worklist;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;
import static poca.contracts.Role.PATIENT;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.ActingAs;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.ai.session.SessionBody;
import poca.ai.triage.UrgencyLevel;
import poca.contracts.ChatId;
import poca.contracts.PatientId;
import poca.platform.web.Paging;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;

@RestController
@ActingAs
@OnlyFor({ADMIN, DOCTOR, PATIENT})
@Audited("ai_session")
class WorklistController {

  private final Worklist worklist;

  WorklistController(Worklist worklist) {
    this.worklist = worklist;
  }

  record SessionList(
      List<SessionBody> sessions, @Nullable Long total, @Nullable String nextCursor) {}

  @GetMapping("/api/v1/ai/sessions")
  Reply<SessionList> list(
      Caller caller,
      @RequestParam(name = "chat_id", required = false) @Nullable ChatId chat,
      @RequestParam(name = "patient_id", required = false) @Nullable PatientId patient,
      @RequestParam(required = false) @Nullable String urgency,
      @RequestParam(required = false) @Nullable Boolean understood,
      @RequestParam(required = false) @Nullable Boolean open,
      @RequestParam(required = false) @Nullable Boolean attended,
      @RequestParam(name = "summary_ready", required = false) @Nullable Boolean summaryReady,
      Paging paging) {
    var filter =
        new WorklistFilter(
            chat,
            patient,
            urgency == null ? null : level(urgency),
            understood,
            open,
            attended,
            summaryReady);
    var page = worklist.list(caller, filter, paging).map(SessionBody::of);
    return Reply.ok(new SessionList(page.items(), page.total(), page.nextCursor()));
  }

  private static UrgencyLevel level(String text) {
    for (var level : UrgencyLevel.values()) {
      if (level.name().toLowerCase(Locale.ROOT).equals(text)) {
        return level;
      }
    }
    throw Refusal.invalid("query", "urgency", "enum", "not one of the allowed values");
  }
}
