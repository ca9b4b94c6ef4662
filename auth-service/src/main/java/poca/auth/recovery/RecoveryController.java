package poca.auth.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.auth.limit.ClientAddress;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.platform.text.Email;
import poca.platform.text.EmailAddress;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;

/// The way back for whoever lost the password (contract 4.1).
@RestController
class RecoveryController {

  private final PasswordResetLinks passwordResetLinks;
  private final PasswordResetRequests forgotten;
  private final PasswordReset passwordReset;

  RecoveryController(
      PasswordResetLinks passwordResetLinks,
      PasswordResetRequests forgotten,
      PasswordReset passwordReset) {
    this.passwordResetLinks = passwordResetLinks;
    this.forgotten = forgotten;
    this.passwordReset = passwordReset;
  }

  record Forgot(@NotNull @EmailAddress String email) {
    @Override
    public String toString() {
      return "Forgot";
    }
  }

  record Completion(@NotNull String token, @NotNull String newPassword) {
    @Override
    public String toString() {
      return "Completion";
    }
  }

  record PasswordLink(URI link, Instant expiresAt) {
    static PasswordLink of(PasswordResetLinks.Link made) {
      return new PasswordLink(made.address(), made.expiresAt());
    }

    @Override
    public String toString() {
      return "PasswordLink";
    }
  }

  @PostMapping("/api/v1/users/{userId}/password-link")
  @OnlyFor(Role.ADMIN)
  @Audited(PasswordResetLinks.RESOURCE)
  Reply<PasswordLink> link(@PathVariable UserId userId, Caller caller) {
    return Reply.ok(PasswordLink.of(passwordResetLinks.make(caller, userId)));
  }

  @PostMapping("/api/v1/auth/forgot-password")
  Reply<@Nullable Void> forgot(@Valid @RequestBody Forgot sent, HttpServletRequest request) {
    forgotten.remember(Email.require(sent.email()), ClientAddress.of(request));
    return done("Request successful");
  }

  @PostMapping("/api/v1/auth/forgot-password/complete")
  Reply<@Nullable Void> complete(@Valid @RequestBody Completion sent, HttpServletRequest request) {
    passwordReset.set(sent.token(), sent.newPassword(), ClientAddress.of(request));
    return done("Password reset successfully");
  }

  /// For `./poca admin reset-password`: whoever has auth-service's own secret could sign any token
  /// anyway. No other service makes a link.
  @PostMapping("/internal/accounts/password-link")
  PasswordLink linkForOperator(@Valid @RequestBody Forgot sent, HttpServletRequest request) {
    var service = request.getUserPrincipal();
    if (service == null || !service.getName().equals("auth-service")) {
      throw Refusal.notAllowed();
    }
    return PasswordLink.of(passwordResetLinks.makeForOperator(Email.require(sent.email())));
  }

  @SuppressWarnings("NullAway") // it does not know that this type argument may be null
  private static Reply<@Nullable Void> done(String message) {
    return Reply.ok(message, null);
  }
}
