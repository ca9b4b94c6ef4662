package poca.ai.session;

import poca.ai.careteam.Party;
import poca.contracts.Ground;

/// A session that the caller may see, and why the caller may.
public record Entry(AiSession session, Ground ground) {

  public Party party() {
    return session.party();
  }
}
