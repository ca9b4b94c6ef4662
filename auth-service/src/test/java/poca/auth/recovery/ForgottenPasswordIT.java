package poca.auth.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import poca.auth.Api;
import poca.auth.WholeService;
import poca.auth.mail.AccountMail;

/// Links by mail.
@WholeService
class ForgottenPasswordIT extends PasswordResetLinksTests {

  @AfterEach
  void open() {
    post.open = true;
  }

  @Test
  void who_forgot_the_password_gets_a_link_by_mail_for_half_an_hour() throws Exception {
    var email = Api.email();
    var user = api.signUpDoctor(email, PASSWORD);

    var asked = api.post(FORGOT, Map.of("email", " " + email.toUpperCase()));

    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.message()).isEqualTo("Request successful");
    assertThat(asked.data().isNull()).isTrue();
    var letter = letter(user.field("user_id"));
    assertThat(letter.link().toString()).startsWith(PREFIX);
    assertThat(letter.expiresAt())
        .isBetween(
            Instant.now().plus(Duration.ofMinutes(29)), Instant.now().plus(Duration.ofMinutes(30)));
    var token = letter.link().toString().substring(PREFIX.length());
    var late = clock.after(Duration.ofMinutes(30), () -> complete(token, ANOTHER));
    assertThat(late.status()).isEqualTo(400);
    assertThat(complete(token, ANOTHER).status()).isEqualTo(200);
    assertThat(post.to(user.field("user_id")))
        .last()
        .isEqualTo(new AccountMail.PasswordChanged(id(user)));
    assertThat(api.login(email, ANOTHER).status()).isEqualTo(200);
  }

  @Test
  void nobody_learns_whether_there_is_such_an_account() {
    var email = Api.email();
    var user = api.signUpDoctor(email, PASSWORD);
    var off = api.signUpDoctor(Api.email(), PASSWORD);
    api.put("/api/v1/users/" + off.field("user_id"), Map.of("is_active", false), api.adminToken());
    var before = post.letters.size();

    var known = api.post(FORGOT, Map.of("email", email));
    var unknown = api.post(FORGOT, Map.of("email", Api.email()));

    assertThat(unknown.status()).isEqualTo(200);
    assertThat(unknown.body()).isEqualTo(known.body());
    assertThat(shown(unknown)).isEqualTo(shown(known));
    assertThat(letter(user.field("user_id"))).isNotNull();
    await().until(() -> waiting() == 0);
    assertThat(post.letters).hasSize(before + 1);
    assertThat(api.post(FORGOT, Map.of("email", "no address")).mistake())
        .isEqualTo("email value_error");
  }

  @Test
  void an_answers_time_does_not_tell_either() {
    var email = Api.email();
    api.signUpDoctor(email, PASSWORD);
    var known = new ArrayList<Long>();
    var unknown = new ArrayList<Long>();

    for (int i = 0; i < 60; i++) {
      known.add(nanos(email));
      unknown.add(nanos(Api.email()));
    }

    assertThat((double) middle(known) / middle(unknown)).isBetween(0.5, 2.0);
  }

  @Test
  void three_letters_go_to_an_account_within_an_hour_and_the_answer_stays_the_same()
      throws Exception {
    var email = Api.email();
    var user = api.signUpDoctor(email, PASSWORD);

    for (int i = 0; i < 5; i++) {
      assertThat(api.post(FORGOT, Map.of("email", email)).status()).isEqualTo(200);
    }
    await().until(() -> waiting() == 0 && post.to(user.field("user_id")).size() == 3);

    var later =
        clock.after(
            Duration.ofHours(1),
            () -> {
              var response = api.post(FORGOT, Map.of("email", email));
              await().until(() -> post.to(user.field("user_id")).size() == 4);
              return response;
            });
    assertThat(later.status()).isEqualTo(200);
    // the links of all letters are good until one is used
    var tokens =
        post.to(user.field("user_id")).stream()
            .map(l ->
                ((AccountMail.ForgottenPassword) l).link().toString().substring(PREFIX.length()))
            .toList();
    assertThat(complete(tokens.get(1), ANOTHER).status()).isEqualTo(200);
    assertThat(complete(tokens.get(0), "a third good password").status()).isEqualTo(400);
    assertThat(complete(tokens.get(2), "a third good password").status()).isEqualTo(400);
  }

  @Test
  void twenty_calls_come_from_an_address_within_an_hour() throws Exception {
    var address = Map.of("X-Client-Address", Api.address());
    var email = Api.email();

    var answers = atOnce(25, () -> api.post(FORGOT, Map.of("email", email), null, address));
    var completions =
        atOnce(
            25,
            () ->
                api.post(COMPLETE, Map.of("token", "no", "new_password", ANOTHER), null, address));

    assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(20);
    assertThat(answers)
        .filteredOn(a -> a.status() == 429)
        .hasSize(5)
        .allSatisfy(a -> {
          assertThat(a.code()).isEqualTo("SRV_003");
          assertThat(Integer.parseInt(a.headers().firstValue("Retry-After").orElseThrow()))
              .isBetween(3500, 3600);
        });
    assertThat(completions).filteredOn(a -> a.status() == 400).hasSize(20);
    assertThat(completions).filteredOn(a -> a.code().equals("SRV_003")).hasSize(5);
    assertThat(api.post(FORGOT, Map.of("email", email)).status()).isEqualTo(200);
  }

  @Test
  void without_mail_the_answer_is_the_same_and_nothing_is_made() {
    post.open = false;
    var email = Api.email();
    var user = api.signUpDoctor(email, PASSWORD);

    assertThat(api.post(FORGOT, Map.of("email", email)).status()).isEqualTo(200);

    assertThat(waiting()).isZero();
    assertThat(links(user.field("user_id"))).isZero();
  }
}
