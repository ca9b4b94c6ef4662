package poca.ai.problem;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.DOCTOR;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.ActingAs;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.contracts.AiSessionId;
import poca.platform.web.Reply;

/// The second opinion on an interview, for the chat's doctor and admins.
@RestController
@ActingAs
@OnlyFor({ADMIN, DOCTOR})
@Audited("problem_suggestion")
class ProblemController {

  private final SecondOpinion opinion;

  ProblemController(SecondOpinion opinion) {
    this.opinion = opinion;
  }

  record ProblemList(List<SecondOpinion.Suggested> problems) {}

  @GetMapping("/api/v1/ai/sessions/{session_id}/problem-suggestions")
  Reply<ProblemList> list(
      Caller caller, @PathVariable("session_id") AiSessionId id, HttpMethod method) {
    return Reply.ok(new ProblemList(opinion.of(caller, id, method != HttpMethod.HEAD)));
  }
}
