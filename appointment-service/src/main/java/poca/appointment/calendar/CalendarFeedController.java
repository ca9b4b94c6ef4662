package poca.appointment.calendar;

import static poca.contracts.Role.DOCTOR;
import static poca.contracts.Role.HOSPITAL;
import static poca.contracts.Role.PATIENT;

import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.Audited;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.appointment.booking.Calendars;
import poca.appointment.calendar.CalendarFeeds.Feed;
import poca.contracts.AccessBasis;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;

/// The calendar of an account: made and revoked by it, read by whoever has its token (contract
/// 9.3).
@RestController
@RequestMapping("/api/v1")
class CalendarFeedController {

  static final String RESOURCE = "calendar_feed";

  private final CalendarFeeds feeds;
  private final Calendars calendars;
  private final Audit audit;
  private final String publicBaseUrl;

  CalendarFeedController(
      CalendarFeeds feeds,
      Calendars calendars,
      Audit audit,
      @Value("${poca.public-base-url}") String publicBaseUrl) {
    this.feeds = feeds;
    this.calendars = calendars;
    this.audit = audit;
    this.publicBaseUrl = publicBaseUrl;
  }

  /// @param url has the token in it, and is shown this once
  record Link(String url) {}

  @OnlyFor({DOCTOR, PATIENT, HOSPITAL})
  @Audited(RESOURCE)
  @PostMapping("/appointments/calendar-feed")
  Reply<Link> issue(Caller caller) {
    var token =
        audit.execute(use -> {
          var auditedAction = AuditedAction.grant(RESOURCE, caller.user().value());
          use.granted(caller, auditedAction, AccessBasis.SELF);
          return feeds.issue(new Feed(caller.user(), caller.role()));
        });
    return Reply.ok(new Link(publicBaseUrl + "/api/v1/calendars/" + token + ".ics"));
  }

  @Audited(RESOURCE)
  @DeleteMapping("/appointments/calendar-feed")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(Caller caller) {
    audit.executeWithoutResult(use -> {
      var auditedAction = AuditedAction.revoke(RESOURCE, caller.user().value());
      use.granted(caller, auditedAction, AccessBasis.SELF);
      feeds.revoke(caller.user());
    });
  }

  /// Each reading is in the audit under the account; a guess is not, or a stranger could make the
  /// chain grow.
  @GetMapping("/calendars/{token}.ics")
  ResponseEntity<byte[]> read(@PathVariable String token) {
    var feed = feeds.find(token).orElseThrow(() -> Refusal.notFound("Calendar"));
    var calendar = calendars.of(feed.account(), feed.role());
    audit.granted(
        Actor.of(feed.account(), feed.role()),
        AuditedAction.read(RESOURCE, feed.account().value()),
        AccessBasis.TOKEN);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"appointments.ics\"")
        .body(calendar.getBytes(StandardCharsets.UTF_8));
  }
}
