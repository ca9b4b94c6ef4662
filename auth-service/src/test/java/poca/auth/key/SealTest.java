package poca.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SealTest {

  private static final String PURPOSE = "what the tests seal";
  private static final byte[] OPEN = "a private key".getBytes(StandardCharsets.UTF_8);

  private final Seal seal = new Seal("a secret of more than 32 characters", PURPOSE);

  @Test
  void what_was_sealed_opens_with_the_same_secret_under_the_same_name_only() throws Exception {
    var sealed = seal.close("kid", OPEN);

    assertThat(seal.open("kid", sealed)).isEqualTo(OPEN);
    assertThat(seal.close("kid", OPEN)).isNotEqualTo(sealed);
    assertThatThrownBy(() -> seal.open("other", sealed))
        .isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(
            () -> new Seal("another secret of over 32 characters", PURPOSE).open("kid", sealed))
        .isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(
            () -> new Seal("a secret of more than 32 characters", "another").open("kid", sealed))
        .isInstanceOf(GeneralSecurityException.class);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> seal.open("kid", sealed)).isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(() -> seal.open("kid", new byte[3]))
        .isInstanceOf(GeneralSecurityException.class);
  }

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
