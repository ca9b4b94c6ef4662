package poca.chat.stream;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// An event as its account gets it.
///
/// @param id its place in the account's stream, from 1
/// @param data names and ids of what it is about, and nothing else
record StreamEvent(long id, String type, Instant at, Map<String, UUID> data) {}
