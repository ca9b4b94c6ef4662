package poca.directory.patient;

import jakarta.validation.Valid;
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
import org.jspecify.annotations.Nullable;
import poca.contracts.Plausible;
import poca.contracts.UserId;
import poca.directory.mapping.RelationType;
import poca.platform.text.Link;
import poca.platform.text.OneLine;
import poca.platform.text.Visible;
import poca.platform.text.WithinYears;

/// What a sign-up, an admin or a parent says of a patient.
///
/// @param userId the owner of a dependant: an admin's to say
/// @param relation what the owner is to a dependant
record NewPatient(
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
    @Valid @Nullable MedicalInfo medicalInfo,
    @Size(max = 200) @Nullable List<@NotNull @OneLine String> allergies,
    @Size(max = 200) @Nullable List<@NotNull @OneLine String> medications,
    @Size(max = 200) @Nullable List<@NotNull @OneLine String> conditions,
    @OneLine @Nullable String emergencyContactName,
    @OneLine @Nullable String emergencyContactNumber,
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
