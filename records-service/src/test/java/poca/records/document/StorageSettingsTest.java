package poca.records.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class StorageSettingsTest {

  @Test
  void a_quota_is_no_limit_or_one_and_nothing_below() {
    assertThat(new StorageSettings(0).bytesPerAccount()).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StorageSettings(-1))
        .withMessageContaining("STORAGE_BYTES_PER_ACCOUNT");
  }
}
