package poca.auth.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.Caller;
import poca.auth.limit.ClientAddress;
import poca.auth.session.Sessions;
import poca.auth.session.TokenReply;
import poca.contracts.fact.AuditFact.Action;
import poca.platform.web.FormText;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;

/// In and out (contract 4.1). Logins and refreshes bear no caller: what the audit has of them is
/// written by [Logins].
@RestController
@RequestMapping("/api/v1/auth")
class LoginController {

  private final Logins logins;
  private final Sessions sessions;

  LoginController(Logins logins, Sessions sessions) {
    this.logins = logins;
    this.sessions = sessions;
  }

  record Credentials(@Nullable String username, @Nullable String email, @NotNull String password) {
    @Override
    public String toString() {
      return "Credentials";
    }
  }

  record RefreshRequest(@NotNull String refreshToken) {
    @Override
    public String toString() {
      return "RefreshRequest";
    }
  }

  record SecondStepRequest(@NotNull String mfaToken, @NotNull String code) {
    @Override
    public String toString() {
      return "SecondStepRequest";
    }
  }

  record NewPassword(@NotNull String oldPassword, @NotNull String newPassword) {
    @Override
    public String toString() {
      return "NewPassword";
    }
  }

  @PostMapping(path = "/login", consumes = MediaType.APPLICATION_JSON_VALUE)
  TokenReply login(@Valid @RequestBody Credentials sent, HttpServletRequest request) {
    var login = sent.username() == null ? sent.email() : sent.username();
    if (login == null) {
      throw missing("username");
    }
    return login(login, sent.password(), request);
  }

  /// The form of OAuth2's password grant, as its tools send it; what else they send means nothing.
  @PostMapping(
      path = "/login",
      consumes = {MediaType.APPLICATION_FORM_URLENCODED_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE})
  TokenReply login(HttpServletRequest request) {
    return login(field(request, "username"), field(request, "password"), request);
  }

  private TokenReply login(String login, String password, HttpServletRequest request) {
    return TokenReply.ok(
        "Login successful", logins.login(login, password, ClientAddress.of(request)));
  }

  @PostMapping("/login/second-factor")
  TokenReply secondStep(@Valid @RequestBody SecondStepRequest sent, HttpServletRequest request) {
    return TokenReply.ok(
        "Login successful",
        logins.secondStep(sent.mfaToken(), sent.code(), ClientAddress.of(request)));
  }

  @PostMapping(path = "/refresh", consumes = MediaType.APPLICATION_JSON_VALUE)
  TokenReply refresh(@Valid @RequestBody RefreshRequest sent) {
    return refresh(sent.refreshToken());
  }

  @PostMapping(
      path = "/refresh",
      consumes = {MediaType.APPLICATION_FORM_URLENCODED_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE})
  TokenReply refresh(HttpServletRequest request) {
    return refresh(field(request, "refresh_token"));
  }

  private TokenReply refresh(String token) {
    return TokenReply.ok("Token refreshed successfully", logins.refresh(token));
  }

  private static String field(HttpServletRequest request, String name) {
    var value = FormText.of(request, name);
    if (value == null) {
      throw missing(name);
    }
    return value;
  }

  private static Refusal missing(String field) {
    return Refusal.invalid("body", field, "missing", "Field required");
  }

  @PostMapping("/logout")
  @Audited(value = Sessions.RESOURCE, action = Action.LOGOUT)
  Reply<@Nullable Void> logout(Caller caller) {
    sessions.logout(caller);
    return done("Logged out successfully");
  }

  @PostMapping("/logout-all")
  @Audited(value = Sessions.RESOURCE, action = Action.LOGOUT)
  Reply<@Nullable Void> logoutAll(Caller caller) {
    sessions.logoutEverywhere(caller);
    return done("Logged out successfully");
  }

  @PostMapping("/reset-password")
  @Audited(value = LoginAdmission.PASSWORD, action = Action.UPDATE)
  Reply<@Nullable Void> resetPassword(
      @Valid @RequestBody NewPassword sent, Caller caller, HttpServletRequest request) {
    logins.changePassword(
        caller, sent.oldPassword(), sent.newPassword(), ClientAddress.of(request));
    return done("Password reset successfully");
  }

  @SuppressWarnings("NullAway") // it does not know that this type argument may be null
  private static Reply<@Nullable Void> done(String message) {
    return Reply.ok(message, null);
  }
}
