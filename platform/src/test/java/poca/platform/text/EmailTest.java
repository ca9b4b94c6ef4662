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
    assertThat(Email.require("ada@poca.example").localPart()).isEqualTo("ada");
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@poca.example",
        "ada@",
        "a b@c.d",
        "a@b@c.d",
        "a\0@b.c",
        "a@b..c",
        ".a@b.c",
        "a.@b.c",
        "a@-b.c",
        "a@b-.c",
        "a@.b"
      })
  void what_is_none_is_not_taken(String text) {
    assertThat(Email.of(text)).isEmpty();
  }

  @Test
  void it_has_the_lengths_that_mail_can_carry() {
    var local = "a".repeat(64);
    var domain = ("b".repeat(62) + ".").repeat(2) + "b".repeat(63);
    assertThat(Email.of(local + "@" + domain).orElseThrow().text()).hasSize(254);
    assertThat(Email.of(local + "@b" + domain)).isEmpty();
    assertThat(Email.of("a" + local + "@b.c")).isEmpty();
    assertThat(Email.of("a@" + "b".repeat(63) + ".c")).isPresent();
    assertThat(Email.of("a@" + "b".repeat(64) + ".c")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@poca.example",
        "a@localhost",
        "a!#$%&'*+/=?^_`{|}~-b@c.d",
        "a.b.c@1.2.3.d",
        "a@b--c.d"
      })
  void what_mail_in_use_has_is_taken(String text) {
    assertThat(Email.of(text)).isPresent();
  }
}
