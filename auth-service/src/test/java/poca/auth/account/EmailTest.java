package poca.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

  @Test
  void it_is_stored_lower_case_without_space_around() {
    assertThat(Email.of(" Ada.Lovelace+1@Poca.Example ").orElseThrow().text())
        .isEqualTo("ada.lovelace+1@poca.example");
    assertThat(Email.require("ada@poca.example").localPart()).isEqualTo("ada");
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

  private record Mail(@jakarta.validation.constraints.Email String address) {}

  /// The directory asks for Jakarta's `@Email` where a hospital's profile has the account's
  /// address.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@poca.example",
        "a@localhost",
        "a!#$%&'*+/=?^_`{|}~-b@c.d",
        "a.b.c@1.2.3.d",
        "a@b--c.d"
      })
  void what_is_taken_here_the_directory_takes_too(String text) {
    assertThat(Email.of(text)).isPresent();
    try (var factory = Validation.buildDefaultValidatorFactory()) {
      assertThat(factory.getValidator().validate(new Mail(text))).isEmpty();
    }
  }
}
