package poca.ai.careteam;

import poca.contracts.ChatId;

/// The chat was deleted. Published in the transaction that notes it, so that what belongs to the
/// chat goes with it.
public record ChatGone(ChatId chat) {}
