package poca.directory.hospital;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a sign-up, an admin or an owner says of a hospital.
record NewHospital(
    @NotBlank @Size(max = 255) String name,
    @NotBlank @Email @Size(max = 255) String email,
    @Size(max = 255) @Nullable String address,
    @Size(max = 255) @Nullable String city,
    @Size(max = 255) @Nullable String state,
    @Size(max = 255) @Nullable String country,
    @Size(max = 255) @Nullable String contact,
    @Size(max = 255) @Nullable String pinCode,
    @Size(max = 60) @Nullable List<@NotNull @Size(max = 255) String> specialities,
    @Size(max = 2048) @Nullable String link,
    @Size(max = 2048) @Nullable String website) {}
