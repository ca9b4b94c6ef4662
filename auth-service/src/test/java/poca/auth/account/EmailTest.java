package poca.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

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
      strings = {"", "ada", "@poca.example", "ada@", "a b@c.d", "a@b@c.d", "a\0@b.c", "a@b..c"})
  void what_is_none_is_not_taken(String text) {
    assertThat(Email.of(text)).isEmpty();
  }
}
