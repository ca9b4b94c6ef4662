package poca.auth.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import poca.auth.session.Grant;
import poca.auth.session.TokenReply;
import poca.contracts.Role;
import poca.platform.security.OnlyFor;

/// The ways to an account that log in at once (contract 4.1).
@RestController
@RequestMapping("/api/v1/auth")
class SignUpController {

  private final SignUps signUps;

  SignUpController(SignUps signUps) {
    this.signUps = signUps;
  }

  /// An account of any role, made by an admin; its profile has a name and nothing else.
  record AnyAccount(
      @NotNull String email,
      @NotNull String password,
      @NotNull Role role,
      @Size(max = Texts.SHORT) @Nullable String name,
      @Size(max = Texts.SHORT) @Nullable String contact,
      @Size(max = Texts.SHORT) @Nullable String address) {

    @Override
    public String toString() {
      return "AnyAccount";
    }

    NewAccount wanted() {
      return new NewAccount(
          Email.require(email), password, role, name, contact, address, profile());
    }

    private Map<String, @Nullable Object> profile() {
      var fields = new LinkedHashMap<String, @Nullable Object>();
      fields.put("contact", contact);
      if (role == Role.HOSPITAL) {
        fields.put("address", address);
      }
      return given(fields);
    }
  }

  record Admin(
      @NotNull String email,
      @NotNull String password,
      @Size(max = Texts.SHORT) @Nullable String name,
      @Size(max = Texts.SHORT) @Nullable String contact,
      @Size(max = Texts.SHORT) @Nullable String address) {

    @Override
    public String toString() {
      return "Admin";
    }

    private NewAccount wanted() {
      return new NewAccount(
          Email.require(email), password, Role.ADMIN, name, contact, address, Map.of());
    }
  }

  record Doctor(
      @NotNull String email,
      @NotNull String password,
      @NotBlank @Size(max = Texts.SHORT) String name,
      @Size(max = Texts.SHORT) @Nullable String contact,
      @Size(max = Texts.SHORT) @Nullable String designation,
      @PositiveOrZero @Nullable Integer experience,
      @Size(max = Texts.LONG) @Nullable String details,
      @Size(max = Texts.URL) @Nullable String photo) {

    @Override
    public String toString() {
      return "Doctor";
    }

    private NewAccount wanted() {
      var profile = new LinkedHashMap<String, @Nullable Object>();
      profile.put("name", name);
      profile.put("contact", contact);
      profile.put("designation", designation);
      profile.put("experience", experience);
      profile.put("details", details);
      profile.put("photo", photo);
      return new NewAccount(
          Email.require(email), password, Role.DOCTOR, name, contact, null, given(profile));
    }
  }

  record Patient(
      @NotNull String email,
      @NotNull String password,
      @NotBlank @Size(max = Texts.SHORT) String name,
      @Nullable LocalDate dob,
      @Nullable Gender gender,
      @Size(max = Texts.SHORT) @Nullable String contact,
      @Size(max = Texts.URL) @Nullable String photo,
      @PositiveOrZero @Nullable Integer age,
      @Size(max = Texts.SHORT) @Nullable String bloodGroup,
      @PositiveOrZero @Nullable Integer height,
      @PositiveOrZero @Nullable Integer weight,
      @Size(max = Texts.MANY) @Nullable List<@NotNull @Size(max = Texts.SHORT) String> allergies,
      @Size(max = Texts.MANY) @Nullable List<@NotNull @Size(max = Texts.SHORT) String> medications,
      @Size(max = Texts.MANY) @Nullable List<@NotNull @Size(max = Texts.SHORT) String> conditions,
      @Size(max = Texts.SHORT) @Nullable String emergencyContactName,
      @Size(max = Texts.SHORT) @Nullable String emergencyContactNumber,
      @Size(max = Texts.SHORT) @Nullable String address) {

    @Override
    public String toString() {
      return "Patient";
    }

    private NewAccount wanted() {
      var profile = new LinkedHashMap<String, @Nullable Object>();
      profile.put("name", name);
      profile.put("dob", dob);
      profile.put("gender", gender);
      profile.put("contact", contact);
      profile.put("photo", photo);
      profile.put("age", age);
      profile.put("blood_group", bloodGroup);
      profile.put("height", height);
      profile.put("weight", weight);
      profile.put("allergies", allergies);
      profile.put("medications", medications);
      profile.put("conditions", conditions);
      profile.put("emergency_contact_name", emergencyContactName);
      profile.put("emergency_contact_number", emergencyContactNumber);
      return new NewAccount(
          Email.require(email), password, Role.PATIENT, name, contact, address, given(profile));
    }
  }

  record Hospital(
      @NotNull String email,
      @NotNull String password,
      @NotBlank @Size(max = Texts.SHORT) String name,
      @Size(max = Texts.SHORT) @Nullable String address,
      @Size(max = Texts.SHORT) @Nullable String city,
      @Size(max = Texts.SHORT) @Nullable String state,
      @Size(max = Texts.SHORT) @Nullable String country,
      @Size(max = Texts.SHORT) @Nullable String contact,
      @Size(max = Texts.SHORT) @Nullable String pinCode,
      @Size(max = Texts.MANY) @Nullable List<@NotNull @Size(max = Texts.SHORT) String> specialities,
      @Size(max = Texts.URL) @Nullable String website) {

    @Override
    public String toString() {
      return "Hospital";
    }

    private NewAccount wanted() {
      var profile = new LinkedHashMap<String, @Nullable Object>();
      profile.put("name", name);
      profile.put("address", address);
      profile.put("city", city);
      profile.put("state", state);
      profile.put("country", country);
      profile.put("contact", contact);
      profile.put("pin_code", pinCode);
      profile.put("specialities", specialities);
      profile.put("website", website);
      return new NewAccount(
          Email.require(email), password, Role.HOSPITAL, name, contact, address, given(profile));
    }
  }

  /// What was not sent is left out: the directory tells a list that was not given from an empty
  /// one.
  private static Map<String, @Nullable Object> given(Map<String, @Nullable Object> fields) {
    fields.values().removeIf(Objects::isNull);
    return fields;
  }

  @PostMapping("/signup")
  @OnlyFor(Role.ADMIN)
  TokenReply any(@Valid @RequestBody AnyAccount request) {
    return reply("User", signUps.signUp(request.wanted()));
  }

  /// Who may come this far is decided by [AdminSignUpGate].
  @PostMapping("/admin-signup")
  TokenReply admin(@Valid @RequestBody Admin request, HttpServletRequest http) {
    var wanted = request.wanted();
    return reply(
        "Admin",
        AdminSignUpGate.isForTheFirst(http)
            ? signUps.signUpFirstAdmin(wanted)
            : signUps.signUp(wanted));
  }

  @PostMapping({"/doctor-signup", "/doctor/signup"})
  TokenReply doctor(@Valid @RequestBody Doctor request) {
    return reply("Doctor", signUps.signUp(request.wanted()));
  }

  @PostMapping({"/patient-signup", "/patient/signup"})
  TokenReply patient(@Valid @RequestBody Patient request) {
    return reply("Patient", signUps.signUp(request.wanted()));
  }

  @PostMapping({"/hospital-signup", "/hospital/signup"})
  TokenReply hospital(@Valid @RequestBody Hospital request) {
    return reply("Hospital", signUps.signUp(request.wanted()));
  }

  private static TokenReply reply(String whose, Grant grant) {
    return TokenReply.ok(whose + " account created successfully", grant);
  }
}
