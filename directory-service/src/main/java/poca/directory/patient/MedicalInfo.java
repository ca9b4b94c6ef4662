package poca.directory.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import poca.platform.web.Storable;

/// What a patient says of allergies, medications and conditions; a key that was not given is not
/// there.
@JsonInclude(JsonInclude.Include.NON_NULL)
record MedicalInfo(
    @Size(max = 200) @Nullable List<@NotNull @Size(max = 255) String> allergies,
    @Size(max = 200) @Nullable List<@NotNull @Size(max = 255) String> medications,
    @Size(max = 200) @Nullable List<@NotNull @Size(max = 255) String> conditions) {

  /// Characters: the contract's bound for free objects (1.9).
  private static final int LARGEST = 16 * 1024;

  /// What was given in the lists of a sign-up, over what was given as an object.
  static @Nullable MedicalInfo of(
      @Nullable MedicalInfo object,
      @Nullable List<String> allergies,
      @Nullable List<String> medications,
      @Nullable List<String> conditions) {
    if (allergies == null && medications == null && conditions == null) {
      return object;
    }
    return new MedicalInfo(
        allergies != null || object == null ? allergies : object.allergies(),
        medications != null || object == null ? medications : object.medications(),
        conditions != null || object == null ? conditions : object.conditions());
  }

  /// @throws poca.platform.web.Refusal 422 if it is larger than a free object may be
  void refuseOversize() {
    var size =
        Stream.of(allergies, medications, conditions)
            .filter(Objects::nonNull)
            .flatMap(List::stream)
            .mapToInt(String::length)
            .sum();
    if (size > LARGEST) {
      throw Storable.tooLarge("medical_info");
    }
  }
}
