package poca.contracts.fact;

import java.time.Instant;
import poca.contracts.SessionId;
import poca.contracts.UserId;

/// Which tokens are worth nothing any more. Every instance of every service reads the whole topic,
/// back as far as a token can live, and trusts its view only while [SessionsAsOf] is fresh.
public sealed interface SessionFact extends Fact {

  Topic<SessionFact> TOPIC =
      new Topic<>("auth.sessions.v1", SessionFact.class, "auth-service", Topic.Keeping.A_DAY);

  /// One key, so one partition and one order: who has read a heartbeat has read every ending before
  /// it.
  @Override
  default String key() {
    return "sessions";
  }

  record SessionEnded(SessionId session, UserId account, Instant at) implements SessionFact {}

  /// The account was deactivated or deleted: its tokens get 403 instead of 401.
  record AccountBarred(UserId account, Instant at) implements SessionFact {}

  record AccountReadmitted(UserId account, Instant at) implements SessionFact {}

  /// A heartbeat: everything that was committed before this instant has been told.
  record SessionsAsOf(Instant at) implements SessionFact {}
}
