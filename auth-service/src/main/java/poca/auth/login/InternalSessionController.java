package poca.auth.login;

import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import poca.contracts.SessionId;
import poca.contracts.UserId;

/// For a service that has not heard of sessions for too long; service tokens only.
@RestController
class InternalSessionController {

  private final OwnSessionCheck check;

  InternalSessionController(OwnSessionCheck check) {
    this.check = check;
  }

  record Answer(String verdict) {}

  @GetMapping("/internal/sessions/{session}")
  Answer verdict(@PathVariable SessionId session, @RequestParam UserId account) {
    return new Answer(check.verdict(session, account).name().toLowerCase(Locale.ROOT));
  }
}
