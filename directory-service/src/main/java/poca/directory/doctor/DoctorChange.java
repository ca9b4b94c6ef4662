package poca.directory.doctor;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalTime;
import poca.contracts.Plausible;
import poca.platform.text.Link;
import poca.platform.text.OneLine;
import poca.platform.text.Prose;
import poca.platform.text.Visible;
import poca.platform.web.Change;

/// A partial update of a doctor's profile.
record DoctorChange(
    Change<@Visible @OneLine String> name,
    Change<@Link String> photo,
    Change<@OneLine String> designation,
    Change<@Min(0) @Max(Plausible.EXPERIENCE) Integer> experience,
    Change<@Prose String> details,
    Change<@OneLine String> contact,
    Change<LocalTime> shiftTimeStart,
    Change<LocalTime> shiftTimeEnd) {}
