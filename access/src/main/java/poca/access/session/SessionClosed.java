package poca.access.session;

import org.jspecify.annotations.Nullable;
import poca.contracts.SessionId;
import poca.contracts.UserId;

/// Published on every instance when a session ended, so that its sockets close.
///
/// @param session null if the account was barred: all its sessions are over
public record SessionClosed(@Nullable SessionId session, UserId account) {}
