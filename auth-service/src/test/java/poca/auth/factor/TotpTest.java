package poca.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poca.contracts.Role;

class TotpTest {

  /// The secret of RFC 6238, appendix B, in Base32.
  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codes_are_those_of_the_rfc(long second, String code) {
    var at = Instant.ofEpochSecond(second);
    var step = second / 30;

    assertThat(Totp.stepOf(SECRET, code, at, 0)).hasValue(step);
    assertThat(Totp.stepOf(SECRET, code, at, step)).as("used").isEmpty();
  }

  @Test
  void a_clock_may_be_one_step_off() {
    var at = Instant.ofEpochSecond(1_111_111_111);
    for (var seconds : List.of(-30, 0, 30)) {
      assertThat(Totp.stepOf(SECRET, "050471", at.plusSeconds(seconds), 0)).isNotEmpty();
    }
    for (var seconds : List.of(-60, 60)) {
      assertThat(Totp.stepOf(SECRET, "050471", at.plusSeconds(seconds), 0)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"28708", "2870822", "٢٨٧٠٨٢", "abcdef", "''", "-28708", "287 82"})
  void what_is_no_code_is_none(String code) {
    assertThat(Totp.stepOf(SECRET, code, Instant.ofEpochSecond(59), 0)).isEmpty();
  }

  @Test
  void an_app_reads_the_secret_and_whose_it_is_from_the_address() {
    var secret = Totp.newSecret();

    assertThat(secret).matches("[A-Z2-7]{32}").isNotEqualTo(Totp.newSecret());
    assertThat(Totp.address(secret, "a+b@poca.example").toString())
        .startsWith("otpauth://totp/POCA:")
        .contains("secret=" + secret, "issuer=POCA", "algorithm=SHA1", "digits=6", "period=30")
        .doesNotContain(" ");
  }

  @Test
  void the_roles_that_must_have_one_are_roles() {
    assertThat(new FactorSettings("").required()).isEmpty();
    assertThat(new FactorSettings(" admin, Doctor,").required())
        .containsExactlyInAnyOrder(Role.ADMIN, Role.DOCTOR);
    assertThatThrownBy(() -> new FactorSettings("admin,nurse"))
        .hasMessageContaining("MFA_REQUIRED_ROLES")
        .hasMessageContaining("nurse");
  }
}
