package poca.auth.session;

import org.jspecify.annotations.Nullable;
import poca.contracts.Role;
import poca.contracts.UserId;

/// The success envelope of the token endpoints: the fields of the token in `data` and once more
/// beside it, where OAuth2 tools look for them (contract 1.2).
public record TokenReply(
    int statusCode,
    boolean status,
    String message,
    Token data,
    String accessToken,
    String refreshToken,
    String tokenType,
    long expiresIn,
    UserId userId,
    Role role,
    @Nullable UserId profileId) {

  public record Token(
      String accessToken,
      String refreshToken,
      String tokenType,
      long expiresIn,
      UserId userId,
      Role role,
      @Nullable UserId profileId) {

    public static Token of(Grant grant) {
      return new Token(
          grant.accessToken(),
          grant.refreshToken(),
          "bearer",
          grant.expiresIn(),
          grant.user(),
          grant.role(),
          grant.role() == Role.ADMIN ? null : grant.user());
    }

    @Override
    public String toString() {
      return "Token of " + userId;
    }
  }

  public static TokenReply ok(String message, Grant grant) {
    var token = Token.of(grant);
    return new TokenReply(
        200,
        true,
        message,
        token,
        token.accessToken(),
        token.refreshToken(),
        token.tokenType(),
        token.expiresIn(),
        token.userId(),
        token.role(),
        token.profileId());
  }

  @Override
  public String toString() {
    return "TokenReply of " + userId;
  }
}
