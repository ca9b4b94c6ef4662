package poca.auth.mail;

import java.net.URI;
import java.time.Instant;
import poca.contracts.UserId;

/// The holder of an account gets this mail (contract 9.5, kind `account`).
public sealed interface AccountMail {

  UserId to();

  /// Asked for by somebody who says that they forgot the password.
  ///
  /// @param link sets a new one, once
  record ForgottenPassword(UserId to, URI link, Instant expiresAt) implements AccountMail {
    @Override
    public String toString() {
      return "ForgottenPassword to " + to;
    }
  }

  /// An admin or the operator has made a link that sets a new password.
  record PasswordLinkMade(UserId to) implements AccountMail {}

  record PasswordChanged(UserId to) implements AccountMail {}

  record SecondFactorSet(UserId to) implements AccountMail {}

  /// @param byAdmin else by the holder
  record SecondFactorRemoved(UserId to, boolean byAdmin) implements AccountMail {}
}
