package poca.directory.doctor;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import poca.contracts.Plausible;
import poca.platform.text.Link;
import poca.platform.text.OneLine;
import poca.platform.text.Prose;
import poca.platform.text.Visible;

/// What a sign-up says of a doctor.
record NewDoctor(
    @Visible @OneLine String name,
    @OneLine @Nullable String contact,
    @OneLine @Nullable String designation,
    @Min(0) @Max(Plausible.EXPERIENCE) @Nullable Integer experience,
    @Prose @Nullable String details,
    @Link @Nullable String photo) {}
