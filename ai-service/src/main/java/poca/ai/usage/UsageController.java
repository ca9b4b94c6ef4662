package poca.ai.usage;

import static poca.contracts.Role.ADMIN;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audit;
import poca.access.audit.Audited;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.contracts.AccessBasis;
import poca.contracts.HospitalId;
import poca.platform.peer.Peers;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;

/// What the assistant was used for (contract 9.4), for admins. Without `from` the last 30 days.
@RestController
@RequestMapping("/api/v1/ai")
@OnlyFor(ADMIN)
@Audited("ai_usage")
class UsageController {

  private static final Duration USUAL = Duration.ofDays(30);
  private static final int PAGE = 200;
  private static final int MOST_DOCTORS = 5000;

  private final Ledger ledger;
  private final Peers peers;
  private final Audit audit;
  private final Clock clock;

  UsageController(Ledger ledger, Peers peers, Audit audit, Clock clock) {
    this.ledger = ledger;
    this.peers = peers;
    this.audit = audit;
    this.clock = clock;
  }

  record Usage(List<Ledger.Day> usage) {}

  record DoctorItem(UUID id) {}

  record DoctorPage(List<DoctorItem> doctors) {}

  /// @throws Refusal 422; 404 an unknown hospital; 503 if nobody can say who its doctors are
  @GetMapping("/usage")
  Reply<Usage> usage(
      Caller caller,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(name = "hospital_id", required = false) @Nullable HospitalId hospital) {
    var until = to == null ? clock.instant() : to;
    var since = from == null ? until.minus(USUAL) : from;
    if (since.isAfter(until)) {
      throw Refusal.invalid("query", "to", "value_error", "must not be before from");
    }
    var doctors = hospital == null ? null : doctors(caller, hospital);
    audit.granted(caller, AuditedAction.list("ai_usage"), AccessBasis.ADMIN);
    return Reply.ok(new Usage(ledger.days(since, until, doctors)));
  }

  /// As its owner lists them.
  private List<UUID> doctors(Caller caller, HospitalId hospital) {
    var doctors = new ArrayList<UUID>();
    while (doctors.size() < MOST_DOCTORS) {
      var page =
          peers
              .of("directory-service")
              .getAs(
                  caller.token(),
                  "/api/v1/hospitals/{id}/doctors?skip={skip}&limit={limit}",
                  DoctorPage.class,
                  hospital,
                  doctors.size(),
                  PAGE)
              .orElseThrow(() -> Refusal.notFound("Hospital"))
              .doctors();
      page.forEach(doctor -> doctors.add(doctor.id()));
      if (page.size() < PAGE) break;
    }
    return doctors;
  }
}
