package poca.auth.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.Caller;
import poca.access.security.Callers;
import poca.access.security.OnlyFor;
import poca.auth.account.SignUpRequest.Admin;
import poca.auth.account.SignUpRequest.AnyAccount;
import poca.auth.account.SignUpRequest.Doctor;
import poca.auth.account.SignUpRequest.Hospital;
import poca.auth.account.SignUpRequest.Patient;
import poca.auth.limit.ClientAddress;
import poca.auth.session.IssuedTokens;
import poca.auth.session.TokenReply;
import poca.contracts.Role;
import tools.jackson.databind.json.JsonMapper;

/// The ways to an account that log in at once (contract 4.1).
@RestController
@RequestMapping("/api/v1/auth")
@Audited(Accounts.RESOURCE)
class SignUpController {

  private final SignUps signUps;
  private final JsonMapper json;

  SignUpController(SignUps signUps, JsonMapper json) {
    this.signUps = signUps;
    this.json = json;
  }

  @PostMapping("/signup")
  @OnlyFor(Role.ADMIN)
  TokenReply any(@Valid @RequestBody AnyAccount request, Caller caller) {
    var wanted = request.wanted(request.role(), json);
    return reply("User", signUps.signUpBy(caller, wanted));
  }

  /// Who may come this far is decided by [AdminSignUpInterceptor].
  @PostMapping("/admin-signup")
  TokenReply admin(@Valid @RequestBody Admin request, HttpServletRequest http) {
    var wanted = request.wanted(Role.ADMIN, json);
    var caller = Callers.of(http);
    return reply(
        "Admin",
        caller == null
            ? signUps.signUpFirstAdmin(wanted, ClientAddress.of(http))
            : signUps.signUpBy(caller, wanted));
  }

  @PostMapping({"/doctor-signup", "/doctor/signup"})
  TokenReply doctor(@Valid @RequestBody Doctor request, HttpServletRequest http) {
    return reply(
        "Doctor", signUps.signUp(request.wanted(Role.DOCTOR, json), ClientAddress.of(http)));
  }

  @PostMapping({"/patient-signup", "/patient/signup"})
  TokenReply patient(@Valid @RequestBody Patient request, HttpServletRequest http) {
    return reply(
        "Patient", signUps.signUp(request.wanted(Role.PATIENT, json), ClientAddress.of(http)));
  }

  @PostMapping({"/hospital-signup", "/hospital/signup"})
  TokenReply hospital(@Valid @RequestBody Hospital request, HttpServletRequest http) {
    return reply(
        "Hospital", signUps.signUp(request.wanted(Role.HOSPITAL, json), ClientAddress.of(http)));
  }

  private static TokenReply reply(String whose, IssuedTokens tokens) {
    return TokenReply.ok(whose + " account created successfully", tokens);
  }
}
