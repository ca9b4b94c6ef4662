package poca.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import poca.platform.web.Refusal;

class PasswordsTest {

  private static final PasswordSettings SETTINGS =
      new PasswordSettings(8, true, Duration.ofSeconds(30), 2, 2);

  @Test
  void both_ways_of_hashing_read_each_other() {
    var here = new Argon2.Portable();
    var fastest = Argon2.fastest();

    var hash = fastest.hash("pässwörd 🗝");

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(here.matches("pässwörd 🗝", hash)).isTrue();
    assertThat(here.matches("passwort", hash)).isFalse();
    assertThat(fastest.matches("pässwörd 🗝", here.hash("pässwörd 🗝"))).isTrue();
    assertThat(fastest.matches("x", here.hash("pässwörd 🗝"))).isFalse();
    assertThat(fastest.hash("pässwörd 🗝")).isNotEqualTo(hash);
  }

  private static final HashTurn TURN = HashTurn.login(false, "192.0.2.1");

  /// A keyboard that composes its letters, and one that does not.
  private static final String COMPOSED = "p\u00e4ssw\u00f6rd-12";

  private static final String APART = "pa\u0308sswo\u0308rd-12";

  @Test
  void the_same_letters_are_the_same_password_however_they_are_typed() {
    var passwords = new Passwords(SETTINGS, new Argon2.Portable(), 1);

    assertThat(passwords.matches(APART, passwords.hash(COMPOSED, TURN), TURN)).isTrue();
    assertThat(passwords.matches(COMPOSED, passwords.hash(APART, TURN), TURN)).isTrue();
    assertThat(passwords.matches("password-12", passwords.hash(COMPOSED, TURN), TURN)).isFalse();
  }

  @Test
  void a_hash_from_before_passwords_were_composed_still_opens() {
    var argon2 = new Argon2.Portable();
    var passwords = new Passwords(SETTINGS, argon2, 1);

    for (var typedThen : List.of(COMPOSED, APART)) {
      assertThat(passwords.matches(APART, argon2.hash(typedThen), TURN)).isTrue();
      assertThat(passwords.matches(COMPOSED, argon2.hash(typedThen), TURN)).isTrue();
    }
  }

  @Test
  void a_wrong_password_is_compared_as_often_for_nobody_as_for_somebody() {
    for (var wrong : List.of("wrong-pass", COMPOSED, APART, "x".repeat(100_000))) {
      var counted = new Counted();
      var passwords = new Passwords(SETTINGS, counted, 1);
      var hash = passwords.hash("another one", TURN);
      counted.comparisons.set(0);

      assertThat(passwords.matches(wrong, hash, TURN)).isFalse();
      var ofSomebody = counted.comparisons.getAndSet(0);
      passwords.compareWithNothing(wrong, TURN);

      assertThat(counted.comparisons.get()).isEqualTo(ofSomebody).isPositive();
    }
  }

  @Test
  void a_length_is_that_of_the_composed_password() {
    var rules = new PasswordRules(SETTINGS);

    assertThat(rules.objection("password", "a\u0308".repeat(7))).isPresent();
    assertThat(rules.objection("password", "a\u0308".repeat(128))).isEmpty();
  }

  @Test
  void when_too_many_hash_at_once_the_rest_is_turned_away() throws Exception {
    var passwords = new Passwords(SETTINGS, new Argon2.Portable(), 1);

    var outcomes = new ArrayList<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> hashing = () -> status(passwords);
      for (var future : threads.invokeAll(Collections.nCopies(20, hashing))) {
        outcomes.add(future.get());
      }
    }

    assertThat(outcomes).contains(200, 429).containsOnly(200, 429);
    assertThat(outcomes).filteredOn(status -> status == 200).hasSizeBetween(3, 6);
  }

  private static int status(Passwords passwords) {
    try {
      return passwords.hash("some password", TURN).isEmpty() ? 0 : 200;
    } catch (Refusal refusal) {
      assertThat(refusal.headers()).containsKey("Retry-After");
      return refusal.status();
    }
  }

  @Test
  void a_new_password_has_a_length_and_is_not_common() {
    var rules = new PasswordRules(SETTINGS);

    assertThat(rules.objection("password", "seven77")).isPresent();
    assertThat(rules.objection("password", "eight888")).isEmpty();
    assertThat(rules.objection("password", "🗝".repeat(7))).isPresent();
    assertThat(rules.objection("password", "🗝".repeat(128))).isEmpty();
    assertThat(rules.objection("password", "x".repeat(129))).isPresent();
    assertThat(rules.objection("password", "Password1").orElseThrow().type())
        .isEqualTo("value_error");
    assertThat(rules.objection("password", "qwertyuiop")).isPresent();
    var without = new PasswordRules(new PasswordSettings(8, false, Duration.ZERO, 1, 1));
    assertThat(without.objection("password", "qwertyuiop")).isEmpty();
    assertThatThrownBy(() -> rules.require("new_password", "short"))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.status()).isEqualTo(422));
  }

  private static final class Counted implements Argon2 {
    private final Argon2 real = new Argon2.Portable();
    private final AtomicInteger comparisons = new AtomicInteger();

    @Override
    public String hash(String password) {
      return real.hash(password);
    }

    @Override
    public boolean matches(String password, String hash) {
      comparisons.incrementAndGet();
      return real.matches(password, hash);
    }
  }
}
