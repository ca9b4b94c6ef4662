package poca.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import poca.auth.Api;
import poca.auth.FakeDirectory;
import poca.auth.WholeService;

@WholeService
class SignUpBodyIT {

  private static final String PASSWORD = "quite a good password";

  @Autowired Api api;
  @Autowired FakeDirectory directory;

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "email, none, email missing",
        "email, not-an-address, email value_error",
        "password, none, password missing",
        "password, short, password string_too_short",
        "password, password123, password value_error",
        "name, none, name missing",
        "name, '', name string_too_short",
        "experience, -1, experience greater_than_equal",
        "experience, many, experience int_parsing",
        "experience, 81, experience less_than_equal",
        "name, '\u200b\u3164', name string_too_short",
        "name, 'a\u2028b', name value_error",
        "contact, '\u001b[31m', contact value_error",
        "photo, javascript:alert(1), photo value_error",
        "email, Dup@B\u00fccher.example, email value_error"
      })
  void what_is_malformed_is_named_and_nothing_is_stored(
      String field, @Nullable String value, String complaint) {
    var email = Api.email();
    var body = Api.signUp(email, PASSWORD);
    body.put(field, value);

    var refused = api.post("/api/v1/auth/doctor-signup", body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("VAL_001");
    assertThat(refused.mistake()).isEqualTo(complaint);
    assertThat(api.login(email, PASSWORD).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "dob, 2999-01-01",
    "dob, 9999-12-31",
    "dob, 0001-01-01",
    "age, 131",
    "age, -1",
    "height, 19",
    "height, 281",
    "weight, 0.1",
    "weight, 500.1",
    "weight, 3.25",
    "weight, 1e2",
  })
  void what_no_person_is_is_refused_and_nothing_is_stored(String field, String value) {
    var email = Api.email();
    var body = Api.signUp(email, PASSWORD);
    body.put(field, value);

    var refused = api.post("/api/v1/auth/patient-signup", body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.mistake()).startsWith(field + " ");
    assertThat(api.login(email, PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void a_newborn_weighs_a_decimal_and_the_oldest_is_taken() {
    var body = Api.signUp(Api.email(), PASSWORD);
    body.putAll(Map.of("weight", 0.2, "height", 20, "dob", LocalDate.now(ZoneOffset.UTC)));
    var newborn = api.post("/api/v1/auth/patient-signup", body);
    body.putAll(
        Map.of(
            "email", Api.email(),
            "weight", 500,
            "dob", LocalDate.now(ZoneOffset.UTC).minusYears(130).toString(),
            "name", "\ud83d\ude00".repeat(255)));
    var oldest = api.post("/api/v1/auth/patient-signup", body);

    assertThat(newborn.status()).isEqualTo(200);
    assertThat(directory.profile(newborn.field("user_id")).path("weight").asDouble())
        .isEqualTo(0.2);
    assertThat(oldest.status()).isEqualTo(200);
  }

  @Test
  void a_character_that_cannot_be_stored_is_refused_and_not_a_failure() {
    var body = Api.signUp(Api.email(), PASSWORD);
    body.put("details", "a\0b");

    assertThat(api.post("/api/v1/auth/doctor-signup", body).status()).isEqualTo(422);
    assertThat(api.form("/api/v1/auth/refresh", Map.of("refresh_token", "\0"), "1.2.3.4").status())
        .isEqualTo(401);
  }
}
