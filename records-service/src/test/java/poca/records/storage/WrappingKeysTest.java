package poca.records.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poca.platform.web.Refusal;

class WrappingKeysTest {

  private static String key(int of, int length) {
    var bytes = new byte[length];
    Arrays.fill(bytes, (byte) of);
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void the_first_wraps_what_is_new_and_each_opens_what_it_wrapped() {
    var old = new WrappingKeys(List.of(key(1, 32)));
    var both = new WrappingKeys(List.of(key(2, 32), key(1, 32)));
    var made = old.make("a");
    var now = both.rewrap("a", made.wrapped());

    assertThat(both.open("a", made.wrapped()).secret()).isEqualTo(made.key().secret());
    assertThat(both.open("a", now).secret()).isEqualTo(made.key().secret());
    assertThat(now.wrappedBy()).isNotEqualTo(made.wrapped().wrappedBy());
    assertThat(both.older()).containsExactly(made.wrapped().wrappedBy());
    assertThat(both.make("b").wrapped().wrappedBy()).isEqualTo(now.wrappedBy());
    assertThat(both.make("a").key().secret()).isNotEqualTo(made.key().secret());
  }

  @Test
  void a_key_opens_for_its_own_object_and_under_its_own_wrapping_key_only() {
    var keys = new WrappingKeys(List.of(key(1, 32)));
    var wrapped = keys.make("a").wrapped();
    assertThatThrownBy(() -> keys.open("b", wrapped)).isInstanceOf(Refusal.class);
    var others = new WrappingKeys(List.of(key(2, 32)));
    assertThatThrownBy(() -> others.open("a", wrapped)).isInstanceOf(Refusal.class);
    var cut = new WrappedKey(wrapped.wrappedBy(), "AAAA");
    assertThatThrownBy(() -> keys.open("a", cut)).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "AQEBAQ==", "not base64!"})
  void what_is_no_key_keeps_the_service_from_starting(String bad) {
    for (var keys : List.of(List.of(bad), List.of(key(1, 32), bad))) {
      assertThatIllegalStateException()
          .isThrownBy(() -> new WrappingKeys(keys))
          .withMessageContaining("DOCUMENT_KEYS")
          .withMessageNotContaining(key(1, 32));
    }
    assertThatIllegalStateException().isThrownBy(() -> new WrappingKeys(List.of()));
    assertThatIllegalStateException()
        .isThrownBy(() -> new WrappingKeys(List.of(key(1, 32), key(1, 32))));
  }
}
