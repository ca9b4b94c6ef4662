package poca.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.auth.Api;
import poca.auth.WholeService;
import poca.contracts.fact.WriterKey;

@WholeService
class WriterKeyIT {

  @Autowired Api api;
  @Autowired JdbcClient jdbc;

  private final String first = key();
  private final String second = key();
  private final String firstId = WriterKey.idOf("directory-service", first);
  private final String secondId = WriterKey.idOf("directory-service", second);

  private static String key() {
    var bytes = UUID.randomUUID().toString().substring(0, 32).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Test
  void a_service_registers_its_keys_and_every_service_hears_which_of_them_are_retired() {
    assertThat(put(firstId, first, "directory-service")).isEqualTo(204);
    assertThat(put(secondId, second, "directory-service")).isEqualTo(204);
    assertThat(put(firstId, first, "directory-service")).as("once more").isEqualTo(204);

    var known = api.get(path(secondId), api.serviceToken("auth-service")).body().path("keys");
    assertThat(known)
        .anySatisfy(key -> {
          assertThat(key.path("id").asString()).isEqualTo(firstId);
          assertThat(key.path("service").asString()).isEqualTo("directory-service");
          assertThat(key.path("public_key").asString()).isEqualTo(first);
          assertThat(key.path("retired_at").isString()).isTrue();
        })
        .anySatisfy(key -> {
          assertThat(key.path("id").asString()).isEqualTo(secondId);
          assertThat(key.path("retired_at").isNull()).isTrue();
        });
    var unknown = api.get(path("0123456789"), api.serviceToken("auth-service"));
    assertThat(unknown.status()).isEqualTo(200);
    assertThat(unknown.body().path("keys")).isEmpty();
  }

  @Test
  void nobody_registers_a_key_for_another_or_what_is_no_key() {
    assertThat(put(firstId, first, "auth-service")).isEqualTo(403);
    assertThat(put(firstId, second, "directory-service")).isEqualTo(403);
    var tooShort = "AAAA";
    assertThat(put(WriterKey.idOf("directory-service", tooShort), tooShort, "directory-service"))
        .isEqualTo(422);
    assertThat(api.put(path(firstId), Map.of("public_key", first), api.adminToken()).status())
        .isEqualTo(401);

    assertThat(
            jdbc.sql("select count(*) from writer_key where public_key in (:first, :second)")
                .param("first", first)
                .param("second", second)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void a_new_home_believes_nothing_unsigned() {
    assertThat(
            api.get(path(WriterKey.UNSIGNED), api.serviceToken("directory-service"))
                .body()
                .path("keys"))
        .isEmpty();
  }

  private int put(String id, String key, String service) {
    return api.put(path(id), Map.of("public_key", key), api.serviceToken(service)).status();
  }

  private static String path(String id) {
    return "/internal/writer-keys/" + id;
  }
}
