package poca.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

  @Test
  void an_address_is_kept_trimmed_and_in_lower_case() {
    assertThat(Email.of(" Ana.Maria+poca@Example.ORG\n").map(Email::text))
        .contains("ana.maria+poca@example.org");
  }

  /// The last ones would become another address in lower case: the Kelvin sign a `k`.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "dup@b\u00fccher.example",
        "j\u00fcrgen@example.org",
        "\u212aate@example.org",
        "ana@\u212a.example",
        "\uff41na@example.org",
        "ana@example.org\u00a0",
      })
  void what_is_outside_ascii_is_no_address(String text) {
    assertThat(Email.of(text)).isEmpty();
  }
}
