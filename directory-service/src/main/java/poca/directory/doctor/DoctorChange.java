package poca.directory.doctor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import poca.platform.web.Change;

/// A partial update of a doctor's profile.
record DoctorChange(
    Change<@NotBlank @Size(max = 255) String> name,
    Change<@Size(max = 2048) String> photo,
    Change<@Size(max = 255) String> designation,
    Change<@PositiveOrZero Integer> experience,
    Change<@Size(max = 20_000) String> details,
    Change<@Size(max = 255) String> contact,
    Change<LocalTime> shiftTimeStart,
    Change<LocalTime> shiftTimeEnd) {}
