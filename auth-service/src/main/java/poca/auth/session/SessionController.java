package poca.auth.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.Caller;
import poca.contracts.SessionId;
import poca.contracts.fact.AuditFact.Action;
import poca.platform.web.Paging;
import poca.platform.web.Reply;

/// Where somebody is logged in, as they see it themselves (contract 4.1).
@RestController
@RequestMapping("/api/v1/auth/sessions")
class SessionController {

  private final Sessions sessions;

  SessionController(Sessions sessions) {
    this.sessions = sessions;
  }

  /// @param lastUsedAt when it last got tokens, which an app that is used does at least every
  ///   half-hour
  /// @param client what the browser or app called itself then
  /// @param current whether it is the one that asks
  record Session(
      SessionId id,
      Instant createdAt,
      Instant lastUsedAt,
      @Nullable String client,
      boolean current) {}

  record Own(List<Session> sessions, long total) {}

  @GetMapping
  Reply<Own> mine(Paging paging, Caller caller) {
    return Reply.ok(
        new Own(
            sessions.liveOf(caller.user(), paging.skip(), paging.limit()).stream()
                .map(live ->
                    new Session(
                        live.id(),
                        live.createdAt(),
                        live.lastUsedAt(),
                        live.client(),
                        live.id().equals(caller.session())))
                .toList(),
            sessions.countLiveOf(caller.user())));
  }

  @DeleteMapping("/{sessionId}")
  @Audited(value = Sessions.RESOURCE, action = Action.LOGOUT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable SessionId sessionId, Caller caller) {
    sessions.endOwn(caller, sessionId);
  }
}
