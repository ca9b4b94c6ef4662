package poca.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestObjectStoreTest {

  @Test
  void another_server_is_used_when_it_is_named_with_its_keys_and_with_a_bucket_of_its_own() {
    var named =
        Map.of(
            "it.s3.endpoint", "http://127.0.0.1:9000",
            "it.s3.access-key", "a",
            "it.s3.secret-key", "s");
    var store = TestObjectStore.given(named::get).orElseThrow();
    assertThat(store.endpoint()).isEqualTo(URI.create("http://127.0.0.1:9000"));
    assertThat(store.accessKey()).isEqualTo("a");
    assertThat(store.secretKey()).isEqualTo("s");
    assertThat(store.bucket())
        .startsWith("poca-it-")
        .isNotEqualTo(TestObjectStore.given(named::get).orElseThrow().bucket());

    assertThat(TestObjectStore.given(_ -> null)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> TestObjectStore.given(Map.of("it.s3.endpoint", "http://127.0.0.1:9000")::get))
        .withMessageContaining("it.s3.access-key");
  }
}
