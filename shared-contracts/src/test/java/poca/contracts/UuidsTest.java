package poca.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidsTest {

  @Test
  void upper_case_names_the_same_object() {
    assertThat(DoctorId.of("0193A000-0000-7000-8000-0000000000AB"))
        .isEqualTo(DoctorId.of("0193a000-0000-7000-8000-0000000000ab"))
        .hasToString("0193a000-0000-7000-8000-0000000000ab");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1-1-1-1-1",
        "0193a000-0000-7000-8000-0000000000",
        "0193a000000070008000000000000001",
        "{0193a000-0000-7000-8000-0000000000}",
        "0193a000-0000-7000-8000-00000000000g",
        " 193a000-0000-7000-8000-000000000001",
        "0193a000-00000-700-8000-000000000001",
        "../../../../../../../../etc/passwd.."
      })
  void anything_but_the_canonical_form_is_no_id(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Uuids.parse(text));
  }
}
