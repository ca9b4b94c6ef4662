package poca.auth.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import poca.auth.Api;
import poca.auth.WholeService;

/// Roles that must have one: hospitals, in these tests.
@WholeService
class RequiredFactorIT extends FactorTests {

  @Test
  void an_account_that_must_have_one_gets_in_by_getting_one() {
    var email = Api.email();
    var signedUp = api.post("/api/v1/auth/hospital-signup", Api.signUp(email, PASSWORD));
    assertThat(signedUp.status()).as("a sign-up still answers a token").isEqualTo(200);

    var first = api.login(email, PASSWORD);
    assertThat(first.code()).isEqualTo("AUTH_006");
    assertThat(first.details().path("enrol").asBoolean()).isTrue();
    var token = first.details().path("mfa_token").asString();
    assertThat(secondStep(first, "000000", Api.address()).status())
        .as("there is nothing to use yet")
        .isEqualTo(401);
    for (var elsewhere : List.of("/api/v1/users/me", "/api/v1/auth/sessions")) {
      assertThat(api.get(elsewhere, token).status()).isEqualTo(401);
    }

    var app = app(api.post(FACTOR, Map.of("mfa_token", token)));
    var confirmed = api.post(CONFIRM, Map.of("mfa_token", token, "code", app.code()));

    assertThat(confirmed.status()).isEqualTo(200);
    assertThat(codes(confirmed)).hasSize(10);
    assertThat(confirmed.field("user_id")).isEqualTo(signedUp.field("user_id"));
    assertThat(confirmed.data().path("token_type").asString()).isEqualTo("bearer");
    assertThat(confirmed.data().path("role").asString()).isEqualTo("hospital");
    assertThat(confirmed.data().path("profile_id").asString()).isEqualTo(signedUp.field("user_id"));
    assertThat(secondFactor(confirmed.field("access_token"))).isTrue();
    assertThat(refresh(confirmed).status()).isEqualTo(200);
    assertThat(api.post(FACTOR, Map.of("mfa_token", token)).status())
        .as("the stand-in was used")
        .isEqualTo(401);
    assertThat(api.login(email, PASSWORD).details().path("enrol").asBoolean()).isFalse();
    var removal =
        api.post(
            REMOVE,
            Map.of("password", PASSWORD, "code", app.code(1)),
            confirmed.field("access_token"));
    assertThat(removal.status()).isEqualTo(400);
    assertThat(removal.code()).isEqualTo("BIZ_001");
  }

  @Test
  void the_stand_in_may_be_in_the_place_of_a_token() {
    var email = Api.email();
    api.post("/api/v1/auth/hospital-signup", Api.signUp(email, PASSWORD));
    var token = api.login(email, PASSWORD).details().path("mfa_token").asString();

    var offered = api.raw(FACTOR, "application/json", "{}", bearer(token));
    var nothing = api.raw(FACTOR, "application/json", "", bearer(token));
    assertThat(offered.status()).isEqualTo(200);
    assertThat(nothing.status()).isEqualTo(200);
    var confirmed = api.post(CONFIRM, Map.of("code", app(nothing).code()), null, bearer(token));

    assertThat(confirmed.status()).isEqualTo(200);
    assertThat(confirmed.field("access_token")).isNotEmpty();
  }

  @Test
  void the_session_of_a_sign_up_is_not_renewed_before_there_is_one() {
    var email = Api.email();
    var signedUp = api.post("/api/v1/auth/hospital-signup", Api.signUp(email, PASSWORD));

    var refused = refresh(signedUp);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.code()).isEqualTo("AUTH_006");
    assertThat(refused.details()).isEmpty();

    var app = app(api.post(FACTOR, Map.of("password", PASSWORD), signedUp.field("access_token")));
    api.post(CONFIRM, Map.of("code", app.code()), signedUp.field("access_token"));
    assertThat(refresh(signedUp).status()).as("the token stayed good").isEqualTo(200);
  }

  @Test
  void five_wrong_first_codes_end_a_stand_in_and_one_with_a_factor_is_no_stand_in() {
    var email = Api.email();
    api.post("/api/v1/auth/hospital-signup", Api.signUp(email, PASSWORD));
    var token = api.login(email, PASSWORD).details().path("mfa_token").asString();
    var app = app(api.post(FACTOR, Map.of("mfa_token", token)));
    for (int i = 0; i < 5; i++) {
      assertThat(api.post(CONFIRM, Map.of("mfa_token", token, "code", app.wrongCode())).status())
          .isEqualTo(400);
    }
    assertThat(api.post(CONFIRM, Map.of("mfa_token", token, "code", app.code())).status())
        .isEqualTo(401);

    var person = enrolled();
    var halfWay = api.login(person.email(), PASSWORD).details().path("mfa_token").asString();
    assertThat(api.post(FACTOR, Map.of("mfa_token", halfWay)).status()).isEqualTo(401);
    assertThat(
            api.post(CONFIRM, Map.of("mfa_token", halfWay, "code", person.app().code())).status())
        .isEqualTo(401);
  }
}
