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
import poca.platform.text.Link;
import poca.platform.text.OneLine;
import poca.platform.text.Visible;
import poca.platform.text.WithinYears;
import poca.platform.web.Change;

/// A partial update of a patient's profile.
///
/// @param userId the owner of a dependant: an admin's to change
record PatientChange(
    Change<@Visible @OneLine String> name,
    Change<@WithinYears(Plausible.AGE) LocalDate> dob,
    Change<Gender> gender,
    Change<@OneLine String> contact,
    Change<@Link String> photo,
    Change<@Min(0) @Max(Plausible.AGE) Integer> age,
    Change<@OneLine String> bloodGroup,
    Change<@Min(Plausible.SHORTEST) @Max(Plausible.TALLEST) Integer> height,
    Change<
            @DecimalMin(Plausible.LIGHTEST) @DecimalMax(Plausible.HEAVIEST)
            @Digits(integer = 3, fraction = 1) BigDecimal>
        weight,
    Change<@Valid MedicalInfo> medicalInfo,
    Change<@Size(max = 200) List<@NotNull @OneLine String>> allergies,
    Change<@Size(max = 200) List<@NotNull @OneLine String>> medications,
    Change<@Size(max = 200) List<@NotNull @OneLine String>> conditions,
    Change<@OneLine String> emergencyContactName,
    Change<@OneLine String> emergencyContactNumber,
    Change<UserId> userId) {

  /// What the medical information becomes: the object that is sent, or what there was, with each
  /// list that is sent by itself in place of its own.
  ///
  /// @throws poca.platform.web.Refusal 422 if it is larger than it may be
  @Nullable MedicalInfo medicalInfo(@Nullable MedicalInfo was) {
    var object =
        switch (medicalInfo) {
          case Change.Unsent<MedicalInfo> _ -> was;
          case Change.Cleared<MedicalInfo> _ -> null;
          case Change.Set<MedicalInfo>(var sent) -> sent;
        };
    var info = object == null ? MedicalInfo.NONE : object;
    return MedicalInfo.kept(
        sentOr(allergies, info.allergies()),
        sentOr(medications, info.medications()),
        sentOr(conditions, info.conditions()));
  }

  private static @Nullable List<String> sentOr(
      Change<List<String>> list, @Nullable List<String> was) {
    return switch (list) {
      case Change.Unsent<List<String>> _ -> was;
      case Change.Cleared<List<String>> _ -> null;
      case Change.Set<List<String>>(var sent) -> sent;
    };
  }
}
