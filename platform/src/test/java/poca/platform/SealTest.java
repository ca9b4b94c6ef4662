package poca.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
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
}
