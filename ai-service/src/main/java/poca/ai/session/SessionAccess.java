package poca.ai.session;

import poca.ai.careteam.ChatParties;
import poca.contracts.AccessBasis;

/// A session that the caller may see, and why the caller may.
public record SessionAccess(AiSession session, AccessBasis basis) {

  public ChatParties party() {
    return session.party();
  }
}
