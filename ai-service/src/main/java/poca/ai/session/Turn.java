package poca.ai.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import poca.ai.session.TurnLeases.Place;
import poca.ai.triage.StoredUrgency;
import poca.ai.triage.Urgency;
import poca.contracts.AiMessageId;
import poca.contracts.AiSessionId;

/// A turn that has its session.
///
/// @param before how the session was rated before it
/// @param earlier the place of its message, if that is stored already and was not answered
/// @param place of its message; null while it is not taken, since the account has used up its turns
record Turn(
    SessionAccess entry,
    AiMessageId message,
    PatientMessage said,
    Instant at,
    @Nullable StoredUrgency before,
    @Nullable Place earlier,
    @Nullable Place place) {

  AiSessionId session() {
    return entry.session().id();
  }

  Turn at(Place taken) {
    return new Turn(entry, message, said, at, before, earlier, taken);
  }

  boolean leavesAsUrgent(Urgency urgency) {
    return before != null && before.level() == urgency.level();
  }

  boolean makesMoreUrgent(Urgency urgency) {
    return before == null || before.level().compareTo(urgency.level()) < 0;
  }
}
