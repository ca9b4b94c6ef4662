package poca.ai.session;

import poca.ai.careteam.Party;

/// A session that the caller may see, and whose chat it belongs to.
public record Entry(AiSession session, Party party) {}
