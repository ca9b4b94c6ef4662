package poca.auth.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.contracts.Role;
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
      @NotNull String email,
      @NotNull String password,
      @NotNull Role role,
      @Size(max = Texts.SHORT) @Nullable String name,
      @Size(max = Texts.SHORT) @Nullable String contact,
      @Size(max = Texts.SHORT) @Nullable String address)
      implements SignUpRequest {

    @Override
    public String toString() {
      return "AnyAccount";
    }
  }

  record Admin(
      @NotNull String email,
      @NotNull String password,
      @Size(max = Texts.SHORT) @Nullable String name,
      @Size(max = Texts.SHORT) @Nullable String contact,
      @Size(max = Texts.SHORT) @Nullable String address)
      implements SignUpRequest {

    @Override
    public String toString() {
      return "Admin";
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
      @Size(max = Texts.URL) @Nullable String photo)
      implements SignUpRequest {

    @Override
    public String toString() {
      return "Doctor";
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
      @Size(max = Texts.SHORT) @Nullable String address)
      implements SignUpRequest {

    @Override
    public String toString() {
      return "Patient";
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
      @Size(max = Texts.URL) @Nullable String website)
      implements SignUpRequest {

    @Override
    public String toString() {
      return "Hospital";
    }
  }
}
