package poca.platform.event;

import java.time.Instant;
import java.util.UUID;
import poca.contracts.fact.Fact;

/// A fact as it reaches a subscriber, possibly more than once and possibly after a newer one.
///
/// @param eventId the same at every delivery of this fact
/// @param at when the fact was appended
public record Delivery<F extends Fact>(F fact, UUID eventId, Instant at) {}
