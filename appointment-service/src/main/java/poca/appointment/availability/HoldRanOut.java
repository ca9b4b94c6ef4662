package poca.appointment.availability;

import java.util.UUID;

/// A time is still held although its hold has run out, and somebody asks for it. Told outside of a
/// transaction: whoever held it ends the hold before it returns.
public record HoldRanOut(UUID hold) {}
