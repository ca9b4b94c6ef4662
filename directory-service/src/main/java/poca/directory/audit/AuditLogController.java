package poca.directory.audit;

import static poca.contracts.Role.ADMIN;
import static poca.contracts.Role.PATIENT;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.contracts.PatientId;
import poca.contracts.UserId;
import poca.contracts.fact.AuditFact.Outcome;
import poca.platform.web.Page;
import poca.platform.web.Paging;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;

/// The audit to read (contract 9.1). Who reads it is in it too.
@RestController
@Audited("audit")
class AuditLogController {

  private final AuditLog log;

  AuditLogController(AuditLog log) {
    this.log = log;
  }

  record Listed<T>(List<T> entries, @Nullable String nextCursor) {
    static <T> Listed<T> of(Page<T> page) {
      return new Listed<>(page.items(), page.nextCursor());
    }
  }

  @GetMapping("/api/v1/audit")
  @OnlyFor(ADMIN)
  Reply<Listed<AuditLog.Entry>> entries(
      @RequestParam(name = "patient_id", required = false) @Nullable PatientId patientId,
      @RequestParam(name = "actor_id", required = false) @Nullable UserId actorId,
      @RequestParam(required = false) @Size(max = 255) @Pattern(regexp = "\\P{Cntrl}*")
          @Nullable String resource,
      @RequestParam(required = false) @Nullable String outcome,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      Caller caller,
      Paging paging) {
    return Reply.ok(
        Listed.of(
            log.entries(
                caller,
                new AuditLog.Filter(
                    patientId,
                    actorId,
                    resource,
                    outcome == null ? null : outcome(outcome),
                    from,
                    to),
                paging)));
  }

  @GetMapping("/api/v1/patients/{patientId}/access-log")
  @OnlyFor({ADMIN, PATIENT})
  Reply<Listed<AuditLog.AccessEntry>> accesses(
      @PathVariable PatientId patientId,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      Caller caller,
      Paging paging) {
    return Reply.ok(Listed.of(log.accesses(caller, patientId, from, to, paging)));
  }

  private static Outcome outcome(String text) {
    return Arrays.stream(Outcome.values())
        .filter(known -> known.wire().equals(text))
        .findFirst()
        .orElseThrow(
            () -> Refusal.invalid("query", "outcome", "enum", "not one of the allowed values"));
  }
}
