package poca.auth.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoverySettingsTest {

  @Test
  void a_link_points_to_the_app_with_its_token_in_the_fragment() {
    assertThat(new RecoverySettings("", "http://localhost:8000/").link("t").toString())
        .isEqualTo("http://localhost:8000/app/password#token=t");
    assertThat(new RecoverySettings("https://app.example/x/", "http://a.b").link("t").toString())
        .isEqualTo("https://app.example/x/password#token=t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"app.example", "javascript:alert(1)", "/app", "https://a.b/?c=", "https://a.b/#d"})
  void what_is_no_address_of_an_app_stops_the_start(String url) {
    assertThatThrownBy(() -> new RecoverySettings(url, "http://localhost:8000"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PUBLIC_APP_URL");
  }
}
