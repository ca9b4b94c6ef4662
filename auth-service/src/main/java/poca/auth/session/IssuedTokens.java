package poca.auth.session;

import poca.contracts.Role;
import poca.contracts.SessionId;
import poca.contracts.UserId;

/// Holds the tokens that a session's holder is given.
///
/// @param refreshToken good once
/// @param expiresIn seconds that the access token lives
public record IssuedTokens(
    SessionId session,
    String accessToken,
    String refreshToken,
    long expiresIn,
    UserId user,
    Role role) {

  @Override
  public String toString() {
    return "Grant of " + user;
  }
}
