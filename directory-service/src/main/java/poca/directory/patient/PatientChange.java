package poca.directory.patient;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import poca.contracts.UserId;
import poca.platform.web.Change;

/// A partial update of a patient's profile.
///
/// @param userId the owner of a dependant: an admin's to change
record PatientChange(
    Change<@NotBlank @Size(max = 255) String> name,
    Change<LocalDate> dob,
    Change<Gender> gender,
    Change<@Size(max = 255) String> contact,
    Change<@Size(max = 2048) String> photo,
    Change<@PositiveOrZero Integer> age,
    Change<@Size(max = 255) String> bloodGroup,
    Change<@PositiveOrZero Integer> height,
    Change<@PositiveOrZero Integer> weight,
    Change<@Valid MedicalInfo> medicalInfo,
    Change<@Size(max = 255) String> emergencyContactName,
    Change<@Size(max = 255) String> emergencyContactNumber,
    Change<UserId> userId) {}
