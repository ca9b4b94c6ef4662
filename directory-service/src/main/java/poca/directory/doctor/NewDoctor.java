package poca.directory.doctor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What a sign-up says of a doctor.
record NewDoctor(
    @NotBlank @Size(max = 255) String name,
    @Size(max = 255) @Nullable String contact,
    @Size(max = 255) @Nullable String designation,
    @PositiveOrZero @Nullable Integer experience,
    @Size(max = 20_000) @Nullable String details,
    @Size(max = 2048) @Nullable String photo) {}
