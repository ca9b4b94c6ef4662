package poca.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "+1",
        " 1",
        "1 ",
        "0x1",
        "1e2",
        "1.0",
        "\uff11",
        "\u0663",
        "1_000",
        "1,000",
        "--1",
        "9223372036854775808",
        "99999999999999999999",
      })
  void a_whole_number_has_one_spelling(String text) {
    assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> Digits.whole(text));
    assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> Digits.wholeInt(text));
  }

  @Test
  void a_whole_number_is_read_up_to_its_type() {
    assertThat(Digits.whole("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    assertThat(Digits.wholeInt("2147483647")).isEqualTo(Integer.MAX_VALUE);
    assertThatExceptionOfType(NumberFormatException.class)
        .isThrownBy(() -> Digits.wholeInt("2147483648"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".5", "5.", "1e2", "+1.5", "1,5", "\uff15.5", "NaN", "Infinity", "0x1p3"})
  void a_decimal_number_has_digits_and_one_point(String text) {
    assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> Digits.decimal(text));
  }

  @Test
  void a_decimal_number_is_kept_without_zeros_at_its_end() {
    assertThat(Digits.decimal("12.50")).isEqualTo(new BigDecimal("12.5"));
    assertThat(Digits.decimal("0.2")).isEqualTo(new BigDecimal("0.2"));
  }
}
