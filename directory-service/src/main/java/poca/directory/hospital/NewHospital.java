package poca.directory.hospital;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import poca.platform.text.EmailAddress;
import poca.platform.text.Link;
import poca.platform.text.OneLine;
import poca.platform.text.Prose;
import poca.platform.text.Visible;

/// What a sign-up, an admin or an owner says of a hospital.
record NewHospital(
    @Visible @OneLine String name,
    @NotNull @EmailAddress String email,
    @Prose(max = 255) @Nullable String address,
    @OneLine @Nullable String city,
    @OneLine @Nullable String state,
    @OneLine @Nullable String country,
    @OneLine @Nullable String contact,
    @OneLine @Nullable String pinCode,
    @Size(max = 60) @Nullable List<@NotNull @OneLine String> specialities,
    @Link @Nullable String link,
    @Link @Nullable String website) {}
