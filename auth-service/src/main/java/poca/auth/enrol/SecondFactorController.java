package poca.auth.enrol;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.Caller;
import poca.access.security.Callers;
import poca.access.security.OnlyFor;
import poca.auth.factor.SecondFactors;
import poca.auth.limit.ClientAddress;
import poca.auth.session.TokenReply;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;

/// Second factors (contract 4.1). Where it may be either, the caller is somebody with an access
/// token or somebody half-way through a login.
@RestController
@Audited(SecondFactors.RESOURCE)
class SecondFactorController {

  private final OwnSecondFactor own;
  private final SecondFactorChanges secondFactorChanges;

  SecondFactorController(OwnSecondFactor own, SecondFactorChanges secondFactorChanges) {
    this.own = own;
    this.secondFactorChanges = secondFactorChanges;
  }

  record Beginning(@Nullable String password, @Nullable String mfaToken) {
    @Override
    public String toString() {
      return "Beginning";
    }
  }

  record Code(@NotNull String code, @Nullable String mfaToken) {
    @Override
    public String toString() {
      return "Code";
    }
  }

  record PasswordAndCode(@NotNull String password, @NotNull String code) {
    @Override
    public String toString() {
      return "PasswordAndCode";
    }
  }

  record Offer(String secret, URI otpauthUrl) {
    @Override
    public String toString() {
      return "Offer";
    }
  }

  record Codes(List<String> recoveryCodes) {
    @Override
    public String toString() {
      return "Codes";
    }
  }

  /// The fields of a Token beside the codes.
  record CodesAndToken(List<String> recoveryCodes, @JsonUnwrapped TokenReply.Token token) {
    @Override
    public String toString() {
      return "CodesAndToken of " + token.userId();
    }
  }

  @PostMapping("/api/v1/auth/second-factor")
  Reply<Offer> begin(
      @Valid @RequestBody(required = false) @Nullable Beginning sent, HttpServletRequest request) {
    var caller = Callers.of(request);
    if (caller == null) {
      var standIn = standIn(request, sent == null ? null : sent.mfaToken());
      return offer(own.begin(standIn));
    }
    if (sent == null || sent.password() == null) {
      throw Refusal.invalid("body", "password", "missing", "Field required");
    }
    return offer(own.begin(caller, sent.password(), ClientAddress.of(request)));
  }

  private static Reply<Offer> offer(SecondFactors.Offer made) {
    return Reply.ok(new Offer(made.secret(), made.address()));
  }

  @PostMapping("/api/v1/auth/second-factor/confirm")
  Reply<?> confirm(@Valid @RequestBody Code sent, HttpServletRequest request) {
    var caller = Callers.of(request);
    var address = ClientAddress.of(request);
    var confirmed =
        caller == null
            ? own.confirm(standIn(request, sent.mfaToken()), sent.code(), address)
            : own.confirm(caller, sent.code(), address);
    var tokens = confirmed.grant();
    return tokens == null
        ? Reply.ok(new Codes(confirmed.recoveryCodes()))
        : Reply.ok(new CodesAndToken(confirmed.recoveryCodes(), TokenReply.Token.of(tokens)));
  }

  private static String standIn(HttpServletRequest request, @Nullable String inTheBody) {
    return EnrolTokenInterceptor.standIn(request, inTheBody).orElseThrow(Refusal::notAuthenticated);
  }

  @PostMapping("/api/v1/auth/second-factor/recovery-codes")
  Reply<Codes> renewRecoveryCodes(
      @Valid @RequestBody PasswordAndCode sent, Caller caller, HttpServletRequest request) {
    return Reply.ok(
        new Codes(
            own.renewRecoveryCodes(
                caller, sent.password(), sent.code(), ClientAddress.of(request))));
  }

  @PostMapping("/api/v1/auth/second-factor/remove")
  Reply<@Nullable Void> remove(
      @Valid @RequestBody PasswordAndCode sent, Caller caller, HttpServletRequest request) {
    own.remove(caller, sent.password(), sent.code(), ClientAddress.of(request));
    return done();
  }

  @SuppressWarnings("NullAway") // it does not know that this type argument may be null
  private static Reply<@Nullable Void> done() {
    return Reply.ok(null);
  }

  @DeleteMapping("/api/v1/users/{userId}/second-factor")
  @OnlyFor(Role.ADMIN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeAway(@PathVariable UserId userId, Caller caller) {
    secondFactorChanges.takeAway(caller, userId);
  }
}
