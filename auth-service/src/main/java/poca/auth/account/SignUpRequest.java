package poca.auth.account;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.contracts.Plausible;
import poca.contracts.Role;
import poca.platform.text.Email;
import poca.platform.text.EmailAddress;
import poca.platform.text.Link;
import poca.platform.text.OneLine;
import poca.platform.text.Prose;
import poca.platform.text.Visible;
import poca.platform.text.WithinYears;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What is sent to sign up (contract 4.1): some of it is the account's, everything else the
/// profile's. None of it shows when a request is printed.
///
/// Each record is one body of the contract, field by field. What several have is said in each: a
/// part of its own would be an object in the JSON too or, unwrapped, stand in the `loc` of every
/// complaint about its fields.
sealed interface SignUpRequest {

  String email();

  String password();

  @Nullable String name();

  @Nullable String contact();

  default @Nullable String address() {
    return null;
  }

  /// The profile's fields are passed on as they were spelt here. What was not sent is left out: the
  /// directory tells a list that was not given from an empty one.
  default NewAccount wanted(Role role, JsonMapper json) {
    var profile = json.convertValue(this, new TypeReference<Map<String, @Nullable Object>>() {});
    profile.keySet().removeAll(Set.of("email", "password", "role"));
    if (role != Role.HOSPITAL) {
      profile.remove("address"); // only a hospital's profile has one
    }
    profile.values().removeIf(Objects::isNull);
    return new NewAccount(
        Email.require(email()), password(), role, name(), contact(), address(), profile, null);
  }

  /// An account of any role, made by an admin; its profile has what of this a profile has.
  record AnyAccount(
      @NotNull @EmailAddress String email,
      @NotNull String password,
      @NotNull Role role,
      @OneLine @Nullable String name,
      @OneLine @Nullable String contact,
      @Prose(max = 255) @Nullable String address)
      implements SignUpRequest {

    @Override
    public String toString() {
      return "AnyAccount";
    }
  }

  record Admin(
      @NotNull @EmailAddress String email,
      @NotNull String password,
      @OneLine @Nullable String name,
      @OneLine @Nullable String contact,
      @Prose(max = 255) @Nullable String address)
      implements SignUpRequest {

    @Override
    public String toString() {
      return "Admin";
    }
  }

  record Doctor(
      @NotNull @EmailAddress String email,
      @NotNull String password,
      @Visible @OneLine String name,
      @OneLine @Nullable String contact,
      @OneLine @Nullable String designation,
      @Min(0) @Max(Plausible.EXPERIENCE) @Nullable Integer experience,
      @Prose @Nullable String details,
      @Link @Nullable String photo)
      implements SignUpRequest {

    @Override
    public String toString() {
      return "Doctor";
    }
  }

  record Patient(
      @NotNull @EmailAddress String email,
      @NotNull String password,
      @Visible @OneLine String name,
      @WithinYears(Plausible.AGE) @Nullable LocalDate dob,
      @Nullable Gender gender,
      @OneLine @Nullable String contact,
      @Link @Nullable String photo,
      @Min(0) @Max(Plausible.AGE) @Nullable Integer age,
      @OneLine @Nullable String bloodGroup,
      @Min(Plausible.SHORTEST) @Max(Plausible.TALLEST) @Nullable Integer height,
      @DecimalMin(Plausible.LIGHTEST)
          @DecimalMax(Plausible.HEAVIEST)
          @Digits(integer = 3, fraction = 1)
          @Nullable BigDecimal weight,
      @Size(max = 60) @Nullable List<@NotNull @OneLine String> allergies,
      @Size(max = 60) @Nullable List<@NotNull @OneLine String> medications,
      @Size(max = 60) @Nullable List<@NotNull @OneLine String> conditions,
      @OneLine @Nullable String emergencyContactName,
      @OneLine @Nullable String emergencyContactNumber,
      @Prose(max = 255) @Nullable String address)
      implements SignUpRequest {

    @Override
    public String toString() {
      return "Patient";
    }
  }

  record Hospital(
      @NotNull @EmailAddress String email,
      @NotNull String password,
      @Visible @OneLine String name,
      @Prose(max = 255) @Nullable String address,
      @OneLine @Nullable String city,
      @OneLine @Nullable String state,
      @OneLine @Nullable String country,
      @OneLine @Nullable String contact,
      @OneLine @Nullable String pinCode,
      @Size(max = 60) @Nullable List<@NotNull @OneLine String> specialities,
      @Link @Nullable String website)
      implements SignUpRequest {

    @Override
    public String toString() {
      return "Hospital";
    }
  }
}
