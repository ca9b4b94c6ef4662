package poca.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import poca.access.audit.AuditHashes;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.AuditFact;
import poca.contracts.fact.AuditFact.Action;
import poca.contracts.fact.AuditFact.AuditEntry;
import poca.contracts.fact.AuditFact.EntriesSealed;
import poca.contracts.fact.AuditFact.Outcome;
import poca.contracts.fact.AuditFact.SealedEntry;
import poca.testkit.world.Bus;
import tools.jackson.databind.json.JsonMapper;

/// What another service's audit tells the directory.
final class Told {

  private static final Instant MORNING = Instant.parse("2026-01-01T08:00:00Z");
  private static final JsonMapper JSON = new JsonMapper();

  private Told() {}

  static SealedEntry entry(
      int minute, @Nullable UUID actor, @Nullable UUID patient, String resource, Outcome outcome) {
    return new SealedEntry(
        new AuditEntry(
            UUID.randomUUID(),
            MORNING.plus(Duration.ofMinutes(minute)),
            actor == null ? null : new UserId(actor),
            actor == null ? null : Role.DOCTOR,
            actor,
            Action.READ,
            resource,
            null,
            patient == null ? null : new PatientId(patient),
            outcome,
            outcome == Outcome.GRANTED ? "treats" : "AUTH_004",
            "request"),
        "5e" + "0".repeat(62));
  }

  static SealedEntry granted(int minute, UUID actor, @Nullable UUID patient) {
    return entry(minute, actor, patient, "case_history", Outcome.GRANTED);
  }

  static EntriesSealed piece(String service, long first, List<SealedEntry> entries) {
    return new EntriesSealed(service, first, AuditHashes.BEGINNING, AuditHashes.BEGINNING, entries);
  }

  static void tell(EntriesSealed... pieces) {
    for (var piece : pieces) {
      send(piece.key(), "EntriesSealed", JSON.writeValueAsString(piece));
    }
  }

  static void send(String key, String type, String body) {
    Bus.tell(AuditFact.TOPIC.name(), type, key, JSON.readTree(body));
  }

  static String someService() {
    return "s-" + UUID.randomUUID();
  }
}
