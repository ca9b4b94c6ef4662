package poca.directory.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import poca.platform.text.OneLine;
import poca.platform.web.Storable;

/// What a patient says of allergies, medications and conditions; a key that was not given is not
/// there.
@JsonInclude(JsonInclude.Include.NON_NULL)
record MedicalInfo(
    @Size(max = 200) @Nullable List<@NotNull @OneLine String> allergies,
    @Size(max = 200) @Nullable List<@NotNull @OneLine String> medications,
    @Size(max = 200) @Nullable List<@NotNull @OneLine String> conditions) {

  static final MedicalInfo NONE = new MedicalInfo(null, null, null);

  /// Bytes of UTF-8: the contract's bound for free objects (1.9).
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

  /// Nothing at all is no object.
  ///
  /// @throws poca.platform.web.Refusal 422 if it is larger than a free object may be
  static @Nullable MedicalInfo kept(
      @Nullable List<String> allergies,
      @Nullable List<String> medications,
      @Nullable List<String> conditions) {
    var info = new MedicalInfo(allergies, medications, conditions);
    info.refuseOversize();
    return info.equals(NONE) ? null : info;
  }

  /// @throws poca.platform.web.Refusal 422 if it is larger than a free object may be
  void refuseOversize() {
    var size =
        Stream.of(allergies, medications, conditions)
            .filter(Objects::nonNull)
            .flatMap(List::stream)
            .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
            .sum();
    if (size > LARGEST) {
      throw Storable.tooLarge("medical_info");
    }
  }
}
