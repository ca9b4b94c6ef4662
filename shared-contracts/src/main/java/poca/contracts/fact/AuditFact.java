package poca.contracts.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;

/// What a service's audit has sealed, told to the directory, which shows it, and to the witness of
/// the service's chain. Ids only. The topic is shared by all services and keeps everything.
public sealed interface AuditFact extends Fact {

  Topic<AuditFact> TOPIC =
      new Topic<>(
          "audit.entries.v1",
          AuditFact.class,
          Topic.EACH_UNDER_ITS_NAME,
          Topic.Keeping.NEWEST_PER_KEY);

  String service();

  /// A piece of one service's hash chain.
  ///
  /// @param first position of the first entry; a chain begins with 1 and has no gap
  /// @param before the link that the first entry follows, in hex
  /// @param after the link of the last entry, in hex: a checkpoint
  record EntriesSealed(
      String service, long first, String before, String after, List<SealedEntry> entries)
      implements AuditFact {

    /// Every piece has a key of its own, so none replaces another.
    @Override
    public String key() {
      return service + ":" + first;
    }

    public long last() {
      return first + entries.size() - 1;
    }
  }

  /// @param seal the service's keyed hash of the entry, in hex: only the service can make it
  record SealedEntry(AuditEntry entry, String seal) {}

  /// @param actor null where nobody is known: a login with an unknown email, a one-time token
  /// @param actingAs the entity of the contract's 1.7
  /// @param resource what kind of thing, singular snake case: `case_history`
  /// @param resourceId null for a list
  /// @param patient whose data it was; null if no one patient's
  /// @param reason the [poca.contracts.AccessBasis] that allowed it, or the error code
  /// @param requestId null for what came over a socket
  record AuditEntry(
      UUID id,
      Instant at,
      @Nullable UserId actor,
      @Nullable Role actorRole,
      @Nullable UUID actingAs,
      Action action,
      String resource,
      @Nullable UUID resourceId,
      @Nullable PatientId patient,
      Outcome outcome,
      String reason,
      @Nullable String requestId) {}

  enum Action {
    READ,
    CREATE,
    UPDATE,
    DELETE,
    LOGIN,
    LOGOUT,
    GRANT,
    REVOKE;

    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException for any other spelling
    public static Action ofWire(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  enum Outcome {
    GRANTED,
    REFUSED;

    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException for any other spelling
    public static Outcome ofWire(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }
}
