package poca.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SecretsTest {

  @Test
  void without_good_secrets_the_service_does_not_start() {
    assertThatThrownBy(
            () -> new KeySettings("", Duration.ofDays(30), Duration.ofMinutes(10), Duration.ZERO))
        .hasMessageContaining("POCA_KEY_SECRET");
    assertThatThrownBy(() -> new ServiceAccounts(" ")).hasMessageContaining("POCA_SERVICE_SECRETS");
    assertThatThrownBy(() -> new ServiceAccounts("chat-service=short"))
        .hasMessageContaining("POCA_SERVICE_SECRETS");
  }

  @Test
  void a_service_is_known_by_its_name_and_its_own_secret() {
    var one = "1".repeat(32);
    var two = "2".repeat(31) + "=";
    var accounts = new ServiceAccounts("one=" + one + ", two=" + two + ",");

    assertThat(accounts.knows("one", one)).isTrue();
    assertThat(accounts.knows("two", two)).isTrue();
    assertThat(accounts.knows("one", two)).isFalse();
    assertThat(accounts.knows("three", "")).isFalse();
    assertThat(accounts.toString()).doesNotContain(one);
  }
}
