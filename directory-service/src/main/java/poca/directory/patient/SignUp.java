package poca.directory.patient;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import poca.contracts.PatientId;
import poca.directory.mapping.RelationType;

/// What auth-service hands in for a new account: the profile's fields, and with them a patient that
/// is made together with the account's own or not at all.
record SignUp(
    @JsonUnwrapped @Valid @NotNull NewPatient profile, @Valid @Nullable Dependant dependant) {

  record Dependant(
      @NotNull PatientId id, @NotNull RelationType relation, @Valid @NotNull NewPatient profile) {}
}
