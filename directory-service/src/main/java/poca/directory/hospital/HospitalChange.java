package poca.directory.hospital;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import poca.platform.web.Change;

/// A partial update of a hospital's profile.
record HospitalChange(
    Change<@NotBlank @Size(max = 255) String> name,
    Change<@Size(max = 255) String> address,
    Change<@Size(max = 255) String> city,
    Change<@Size(max = 255) String> state,
    Change<@Size(max = 255) String> country,
    Change<@Size(max = 255) String> contact,
    Change<@Size(max = 255) String> pinCode,
    Change<@Size(max = 60) List<@NotNull @Size(max = 255) String>> specialities,
    Change<@Size(max = 2048) String> link,
    Change<@Size(max = 2048) String> website) {}
