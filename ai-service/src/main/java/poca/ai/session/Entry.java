package poca.ai.session;

import poca.ai.careteam.Party;
import poca.contracts.Ground;

/// A session that the caller may see, whose chat it belongs to, and why the caller may.
public record Entry(AiSession session, Party party, Ground ground) {}
