package poca.recordstest;

import java.util.UUID;
import poca.contracts.Role;
import poca.contracts.SessionId;

/// Somebody with a token.
public record Person(UUID id, Role role, SessionId session, String token) {}
