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

    public static Token of(IssuedTokens tokens) {
      return new Token(
          tokens.accessToken(),
          tokens.refreshToken(),
          "bearer",
          tokens.expiresIn(),
          tokens.user(),
          tokens.role(),
          tokens.role() == Role.ADMIN ? null : tokens.user());
    }

    @Override
    public String toString() {
      return "Token of " + userId;
    }
  }

  public static TokenReply ok(String message, IssuedTokens tokens) {
    var token = Token.of(tokens);
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
