package poca.auth.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import poca.auth.Api;
import poca.auth.WholeService;
import poca.testkit.world.Response;

/// Codes and passwords that are guessed.
@WholeService
class GuessingIT extends FactorTests {

  @Test
  void five_wrong_codes_or_five_minutes_end_what_the_first_step_gave() throws Exception {
    var person = enrolled();
    var first = api.login(person.email(), PASSWORD);
    for (int i = 0; i < 5; i++) {
      assertThat(secondStep(first, person.app().wrongCode(), Api.address()).status())
          .isEqualTo(401);
    }
    assertThat(secondStep(first, person.app().code(), Api.address()).status()).isEqualTo(401);

    var another = api.login(person.email(), PASSWORD);
    var late =
        clock.after(
            Duration.ofMinutes(5), () -> secondStep(another, person.app().code(), Api.address()));
    assertThat(late.status()).isEqualTo(401);
    assertThat(secondStep(another, person.app().code(), Api.address()).status()).isEqualTo(200);
  }

  @Test
  void ten_wrong_codes_over_many_addresses_stop_the_second_step_for_a_quarter_of_an_hour()
      throws Exception {
    var person = enrolled();
    var tokens = new ArrayList<Response>();
    for (int i = 0; i < 4; i++) {
      tokens.add(api.login(person.email(), PASSWORD));
    }
    var calls = new ArrayList<Callable<Response>>();
    for (int i = 0; i < 20; i++) {
      var token = tokens.get(i % tokens.size());
      calls.add(() -> secondStep(token, person.app().wrongCode(), Api.address()));
    }

    var answers = atOnce(calls);

    assertThat(answers).filteredOn(a -> a.status() == 401).hasSize(10);
    assertThat(answers)
        .filteredOn(a -> a.status() == 429)
        .hasSize(10)
        .allSatisfy(a -> {
          assertThat(a.code()).isEqualTo("AUTH_005");
          assertThat(Integer.parseInt(a.headers().firstValue("Retry-After").orElseThrow()))
              .isBetween(800, 900);
        });
    assertThat(secondStep(person, person.app().code()).status()).isEqualTo(429);
    for (var path : List.of(CODES, REMOVE)) {
      assertThat(twice(path, PASSWORD, person.app().code(), person).code()).isEqualTo("AUTH_005");
    }
    assertThat(api.login(Api.email(), "x").status()).as("nobody else").isEqualTo(401);
    var later =
        clock.after(
            Duration.ofMinutes(15).plusSeconds(1), () -> secondStep(person, person.app().code()));
    assertThat(later.status()).isEqualTo(200);
  }

  @Test
  void wrong_codes_count_as_failed_logins_of_the_pair_and_the_first_step_clears_none() {
    var person = enrolled();
    var address = Api.address();
    for (int i = 0; i < 6; i++) {
      api.login(person.email(), "wrong", address);
    }
    var first = api.login(person.email(), PASSWORD, address);
    for (int i = 0; i < 4; i++) {
      assertThat(secondStep(first, person.app().wrongCode(), address).status()).isEqualTo(401);
    }

    var barred = secondStep(first, person.app().code(), address);

    assertThat(barred.status()).isEqualTo(429);
    assertThat(barred.code()).isEqualTo("AUTH_005");
    assertThat(api.login(person.email(), PASSWORD, address).status()).isEqualTo(429);
    assertThat(secondStep(person, person.app().code()).status())
        .as("from elsewhere the holder comes in")
        .isEqualTo(200);
  }

  @Test
  void a_completed_login_clears_the_pair() {
    var person = enrolled();
    var address = Api.address();
    for (int i = 0; i < 9; i++) {
      api.login(person.email(), "wrong", address);
    }
    var first = api.login(person.email(), PASSWORD, address);
    assertThat(secondStep(first, person.app().code(), address).status()).isEqualTo(200);

    assertThat(api.login(person.email(), "wrong", address).status()).isEqualTo(401);
    assertThat(api.login(person.email(), PASSWORD, address).code()).isEqualTo("AUTH_006");
  }

  @Test
  void wrong_old_passwords_count_for_the_login_limit_too() {
    var email = Api.email();
    var user = api.signUpDoctor(email, PASSWORD);
    var address = Map.of("X-Client-Address", Api.address());
    var body = Map.of("old_password", "wrong", "new_password", "another good password");
    for (int i = 0; i < 10; i++) {
      assertThat(
              api.post("/api/v1/auth/reset-password", body, user.field("access_token"), address)
                  .status())
          .isEqualTo(400);
    }

    var right = Map.of("old_password", PASSWORD, "new_password", "another good password");
    var barred =
        api.post("/api/v1/auth/reset-password", right, user.field("access_token"), address);

    assertThat(barred.status()).isEqualTo(429);
    assertThat(barred.code()).isEqualTo("AUTH_005");
    assertThat(
            api.post(FACTOR, Map.of("password", PASSWORD), user.field("access_token"), address)
                .code())
        .isEqualTo("AUTH_005");
    assertThat(api.login(email, PASSWORD, address.values().iterator().next()).code())
        .isEqualTo("AUTH_005");
    assertThat(api.login(email, PASSWORD).status()).as("elsewhere").isEqualTo(200);
  }
}
