package poca.directory.hospital;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import poca.platform.text.Link;
import poca.platform.text.OneLine;
import poca.platform.text.Prose;
import poca.platform.text.Visible;
import poca.platform.web.Change;

/// A partial update of a hospital's profile.
record HospitalChange(
    Change<@Visible @OneLine String> name,
    Change<@Prose(max = 255) String> address,
    Change<@OneLine String> city,
    Change<@OneLine String> state,
    Change<@OneLine String> country,
    Change<@OneLine String> contact,
    Change<@OneLine String> pinCode,
    Change<@Size(max = 60) List<@NotNull @OneLine String>> specialities,
    Change<@Link String> link,
    Change<@Link String> website) {}
