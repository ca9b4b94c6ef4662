package poca.directory.patient;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import poca.contracts.UserId;
import poca.directory.mapping.RelationType;

/// What a sign-up, an admin or a parent says of a patient.
///
/// @param userId the owner of a dependant: an admin's to say
/// @param relation what the owner is to a dependant
record NewPatient(
    @NotBlank @Size(max = 255) String name,
    @Nullable LocalDate dob,
    @Nullable Gender gender,
    @Size(max = 255) @Nullable String contact,
    @Size(max = 2048) @Nullable String photo,
    @PositiveOrZero @Nullable Integer age,
    @Size(max = 255) @Nullable String bloodGroup,
    @PositiveOrZero @Nullable Integer height,
    @PositiveOrZero @Nullable Integer weight,
    @Valid @Nullable MedicalInfo medicalInfo,
    @Size(max = 200) @Nullable List<@NotNull @Size(max = 255) String> allergies,
    @Size(max = 200) @Nullable List<@NotNull @Size(max = 255) String> medications,
    @Size(max = 200) @Nullable List<@NotNull @Size(max = 255) String> conditions,
    @Size(max = 255) @Nullable String emergencyContactName,
    @Size(max = 255) @Nullable String emergencyContactNumber,
    @Nullable UserId userId,
    @Nullable RelationType relation) {

  /// Somebody of whom nothing but the name is known.
  static NewPatient named(String name) {
    return new NewPatient(
        name, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null);
  }

  /// @throws poca.platform.web.Refusal 422 if it is larger than it may be
  @Nullable MedicalInfo allMedicalInfo() {
    var info = MedicalInfo.of(medicalInfo, allergies, medications, conditions);
    if (info != null) {
      info.refuseOversize();
    }
    return info;
  }
}
