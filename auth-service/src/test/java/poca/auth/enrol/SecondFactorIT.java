package poca.auth.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import poca.auth.Api;
import poca.auth.WholeService;
import poca.auth.mail.AccountMail;
import poca.contracts.UserId;
import poca.testkit.world.Response;

/// Getting one, using it, giving it up.
@WholeService
class SecondFactorIT extends FactorTests {

  @Test
  void a_factor_counts_when_a_first_code_has_shown_that_an_app_has_it() {
    var email = Api.email();
    var user = api.signUpDoctor(email, PASSWORD);
    var token = user.field("access_token");

    var offered = api.post(FACTOR, Map.of("password", PASSWORD), token);

    assertThat(offered.status()).isEqualTo(200);
    assertThat(offered.data().propertyNames()).containsExactly("secret", "otpauth_url");
    var secret = offered.data().path("secret").asString();
    assertThat(secret).matches("[A-Z2-7]{32}");
    assertThat(offered.data().path("otpauth_url").asString())
        .startsWith("otpauth://totp/POCA:")
        .contains(email.substring(0, email.indexOf('@')))
        .contains("secret=" + secret)
        .contains("issuer=POCA")
        .contains("digits=6")
        .contains("period=30");
    assertThat(secondFactor(token)).isFalse();
    assertThat(api.login(email, PASSWORD).status()).as("it does not count yet").isEqualTo(200);
    var app = app(offered);
    var wrong = api.post(CONFIRM, Map.of("code", app.wrongCode()), token);
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.code()).isEqualTo("AUTH_001");

    var code = app.code();
    var confirmed = api.post(CONFIRM, Map.of("code", code), token);

    assertThat(confirmed.status()).isEqualTo(200);
    assertThat(secondStep(api.login(email, PASSWORD), code, Api.address()).status())
        .as("that code was used")
        .isEqualTo(401);
    assertThat(confirmed.data().propertyNames()).containsExactly("recovery_codes");
    assertThat(codes(confirmed)).hasSize(10).doesNotHaveDuplicates();
    assertThat(secondFactor(token)).isTrue();
    assertThat(post.to(user.field("user_id")))
        .containsExactly(new AccountMail.SecondFactorSet(UserId.of(user.field("user_id"))));
    var again = api.post(CONFIRM, Map.of("code", app.code(1)), token);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.code()).isEqualTo("BIZ_002");
    var another = api.post(FACTOR, Map.of("password", PASSWORD), token);
    assertThat(another.status()).isEqualTo(400);
    assertThat(another.code()).isEqualTo("RES_002");
  }

  @Test
  void a_later_offer_replaces_one_that_was_not_confirmed() {
    var user = api.signUpDoctor(Api.email(), PASSWORD);
    var first = app(api.post(FACTOR, Map.of("password", PASSWORD), user.field("access_token")));
    var second = app(api.post(FACTOR, Map.of("password", PASSWORD), user.field("access_token")));

    assertThat(api.post(CONFIRM, Map.of("code", first.code()), user.field("access_token")).status())
        .isEqualTo(400);
    assertThat(
            api.post(CONFIRM, Map.of("code", second.code()), user.field("access_token")).status())
        .isEqualTo(200);
  }

  @Test
  void nobody_offers_or_confirms_without_being_let_in() {
    var user = api.signUpDoctor(Api.email(), PASSWORD);

    var wrong = api.post(FACTOR, Map.of("password", "wrong"), user.field("access_token"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.code()).isEqualTo("AUTH_001");
    assertThat(api.post(FACTOR, Map.of(), user.field("access_token")).mistake())
        .isEqualTo("password missing");
    assertThat(api.post(CONFIRM, Map.of("code", "000000"), user.field("access_token")).code())
        .isEqualTo("BIZ_002");
    for (var path : List.of(FACTOR, CONFIRM)) {
      var body = Map.of("password", PASSWORD, "code", "000000");
      assertThat(api.post(path, body).message()).isEqualTo("Not authenticated");
      assertThat(api.post(path, with(body, "mfa_token", "unknown")).code()).isEqualTo("AUTH_003");
      assertThat(api.post(path, body, "a.b.c").message()).isEqualTo("Invalid token format");
      assertThat(api.post(path, body, "unknown").status()).isEqualTo(401);
    }
    for (var path : List.of(CODES, REMOVE)) {
      assertThat(api.post(path, Map.of("password", PASSWORD, "code", "1")).status()).isEqualTo(401);
    }
  }

  @Test
  void a_login_takes_two_steps_then() {
    var person = enrolled();
    var address = Api.address();

    var first = api.login(person.email(), PASSWORD, address);

    assertThat(first.status()).isEqualTo(401);
    assertThat(first.code()).isEqualTo("AUTH_006");
    assertThat(first.message()).isEqualTo("Second factor required");
    assertThat(first.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(first.details().propertyNames()).containsExactlyInAnyOrder("mfa_token", "enrol");
    assertThat(first.details().path("enrol").asBoolean()).isFalse();
    assertThat(first.body().toString()).doesNotContain("access_token");
    var wrong = secondStep(first, person.app().wrongCode(), address);
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.code()).isEqualTo("AUTH_001");

    var second = secondStep(first, person.app().code(), address);

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.message()).isEqualTo("Login successful");
    assertThat(second.body().path("access_token").asString())
        .isEqualTo(second.field("access_token"));
    assertThat(second.field("user_id")).isEqualTo(person.id());
    assertThat(secondFactor(second.field("access_token"))).isTrue();
    var replayed = secondStep(first, person.app().code(1), address);
    assertThat(replayed.status()).as("the token was used").isEqualTo(401);
    assertThat(api.login(person.email(), "wrong").code())
        .as("password first")
        .isEqualTo("AUTH_001");
  }

  @Test
  void a_code_is_good_once_and_so_is_none_that_is_older() throws Exception {
    var person = enrolled();
    assertThat(secondStep(person, person.app().code(0)).status()).isEqualTo(200);
    assertThat(secondStep(person, person.app().code(0)).code()).isEqualTo("AUTH_001");
    assertThat(secondStep(person, person.app().code(1)).status())
        .as("a clock that is ahead")
        .isEqualTo(200);
    assertThat(secondStep(person, person.app().code(1)).status()).isEqualTo(401);
    assertThat(secondStep(person, person.app().code(0)).status()).as("older").isEqualTo(401);
    var later =
        clock.after(
            STEP.multipliedBy(3),
            () -> {
              assertThat(secondStep(person, person.app().code(-2)).status()).isEqualTo(401);
              assertThat(secondStep(person, person.app().code(3)).status()).isEqualTo(401);
              return secondStep(person, person.app().code(-1));
            });
    assertThat(later.status()).as("a clock that is behind").isEqualTo(200);
  }

  @Test
  void of_twenty_who_use_a_code_at_once_one_comes_in() throws Exception {
    var person = enrolled();
    var tokens = new ArrayList<Response>();
    for (int i = 0; i < 4; i++) {
      tokens.add(api.login(person.email(), PASSWORD));
    }
    var code = person.app().code();
    var calls = new ArrayList<Callable<Response>>();
    for (int i = 0; i < 20; i++) {
      var token = tokens.get(i % tokens.size());
      calls.add(() -> secondStep(token, code, Api.address()));
    }

    var answers = atOnce(calls);

    assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(a -> a.status() == 401 || a.status() == 429).hasSize(19);
  }

  @Test
  void a_recovery_code_does_once_however_it_is_typed() {
    var person = enrolled();
    var code = person.recoveryCodes().get(3);

    var typed = code.replace("-", " ").toUpperCase();
    assertThat(secondStep(person, typed).status()).isEqualTo(200);
    assertThat(secondStep(person, code).status()).isEqualTo(401);
    assertThat(secondStep(person, person.recoveryCodes().get(4)).status()).isEqualTo(200);
    assertThat(secondStep(enrolled(), person.recoveryCodes().get(5)).status())
        .as("a stranger's")
        .isEqualTo(401);
  }

  @Test
  void new_recovery_codes_end_the_old_ones() {
    var person = enrolled();

    var wrong = twice(CODES, "wrong", person.app().code(), person);
    assertThat(wrong.code()).isEqualTo("AUTH_001");
    assertThat(twice(CODES, PASSWORD, person.app().wrongCode(), person).status()).isEqualTo(400);
    assertThat(twice(CODES, PASSWORD, person.recoveryCodes().getFirst(), person).code())
        .as("a code of the app it must be")
        .isEqualTo("AUTH_001");
    var renewed = twice(CODES, PASSWORD, person.app().code(), person);

    assertThat(renewed.status()).isEqualTo(200);
    assertThat(codes(renewed)).hasSize(10).doesNotContainAnyElementsOf(person.recoveryCodes());
    assertThat(secondStep(person, person.recoveryCodes().get(1)).status()).isEqualTo(401);
    assertThat(secondStep(person, codes(renewed).get(1)).status()).isEqualTo(200);
    var none = api.signUpDoctor(Api.email(), PASSWORD);
    assertThat(
            api.post(
                    CODES,
                    Map.of("password", PASSWORD, "code", "000000"),
                    none.field("access_token"))
                .code())
        .isEqualTo("AUTH_001");
  }

  @Test
  void the_holder_gives_it_up_with_password_and_code() {
    var person = enrolled();

    assertThat(twice(REMOVE, "wrong", person.app().code(), person).code()).isEqualTo("AUTH_001");
    assertThat(twice(REMOVE, PASSWORD, person.app().wrongCode(), person).code())
        .isEqualTo("AUTH_001");
    var removed = twice(REMOVE, PASSWORD, person.recoveryCodes().get(9), person);

    assertThat(removed.status()).isEqualTo(200);
    assertThat(removed.data().isNull()).isTrue();
    assertThat(secondFactor(person.token())).isFalse();
    assertThat(api.login(person.email(), PASSWORD).status()).isEqualTo(200);
    assertThat(rows("recovery_code", person.id())).isZero();
    assertThat(post.to(person.id()))
        .last()
        .isEqualTo(new AccountMail.SecondFactorRemoved(UserId.of(person.id()), false));
  }

  @Test
  void an_admin_takes_a_lost_one_away_and_every_session_ends() {
    var person = enrolled();
    var path = "/api/v1/users/" + person.id() + "/second-factor";
    var waiting = api.login(person.email(), PASSWORD);

    assertThat(api.delete(path, person.token()).status()).isEqualTo(403);
    assertThat(api.delete(path, api.adminToken()).status()).isEqualTo(204);

    assertThat(api.get("/api/v1/users/me", person.token()).message())
        .isEqualTo("Session has ended");
    assertThat(post.to(person.id()))
        .last()
        .isEqualTo(new AccountMail.SecondFactorRemoved(UserId.of(person.id()), true));
    assertThat(secondStep(waiting, person.app().code(), Api.address()).status()).isEqualTo(401);
    assertThat(api.login(person.email(), PASSWORD).status()).isEqualTo(200);
    var admin = api.login(WholeService.ADMIN, WholeService.ADMIN_PASSWORD);
    var own =
        api.delete(
            "/api/v1/users/" + admin.field("user_id") + "/second-factor",
            admin.field("access_token"));
    assertThat(own.status()).isEqualTo(400);
    assertThat(own.code()).isEqualTo("BIZ_001");
    assertThat(
            api.delete(
                    "/api/v1/users/" + UUID.randomUUID() + "/second-factor",
                    admin.field("access_token"))
                .message())
        .isEqualTo("User not found");
    var without = api.signUpDoctor(Api.email(), PASSWORD);
    var none = "/api/v1/users/" + without.field("user_id") + "/second-factor";
    assertThat(api.delete(none, admin.field("access_token")).status()).isEqualTo(204);
    assertThat(api.get("/api/v1/users/me", without.field("access_token")).status()).isEqualTo(200);
  }

  @Test
  void a_new_password_leaves_the_factor_and_ends_what_waits_for_a_code() {
    var person = enrolled();
    var waiting = api.login(person.email(), PASSWORD);
    var link =
        api.post("/api/v1/users/" + person.id() + "/password-link", Map.of(), api.adminToken())
            .data()
            .path("link")
            .asString();

    var set =
        api.post(
            "/api/v1/auth/forgot-password/complete",
            Map.of(
                "token",
                link.substring(link.indexOf('=') + 1),
                "new_password",
                "another good password"));

    assertThat(set.status()).isEqualTo(200);
    assertThat(secondStep(waiting, person.app().code(), Api.address()).status()).isEqualTo(401);
    var first = api.login(person.email(), "another good password");
    assertThat(first.code()).isEqualTo("AUTH_006");
    assertThat(secondStep(first, person.app().code(), Api.address()).status()).isEqualTo(200);
  }

  @Test
  void no_secret_is_stored_as_it_is_and_a_deleted_account_keeps_none() {
    var person = enrolled();
    var token = api.login(person.email(), PASSWORD).details().path("mfa_token").asString();
    var everything =
        jdbc.sql(
                """
                select encode(sealed, 'escape') || encode(sealed, 'base64') from second_factor
                union all select encode(hash, 'escape') || encode(hash, 'base64') from recovery_code
                union all select encode(hash, 'escape') || encode(hash, 'base64') from mfa_token
                """)
            .query(String.class)
            .list();

    assertThat(everything).isNotEmpty();
    for (var secret : List.of(person.app().secret(), person.recoveryCodes().getFirst(), token)) {
      assertThat(everything).noneMatch(row -> row.contains(secret));
    }
    api.delete("/api/v1/users/" + person.id(), api.adminToken());
    assertThat(rows("second_factor", person.id())).isZero();
    assertThat(rows("recovery_code", person.id())).isZero();
  }
}
