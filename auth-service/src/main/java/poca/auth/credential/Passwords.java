package poca.auth.credential;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import poca.platform.web.Refusal;

/// Hashes and compares passwords. As many at once as there are processors, some more wait, the rest
/// is turned away: whoever guesses cannot take all memory and time.
@Component
public class Passwords {

  private final Argon2 argon2;
  private final HashQueue queue;
  private final String nobodys;

  @Autowired
  Passwords(PasswordSettings settings) {
    this(settings, Argon2.fastest(), Runtime.getRuntime().availableProcessors());
  }

  Passwords(PasswordSettings settings, Argon2 argon2, int atOnce) {
    this.argon2 = argon2;
    this.queue = new HashQueue(settings, atOnce);
    this.nobodys = argon2.hash("nobody's");
  }

  /// @return the hash with its parameters and salt, as it is stored
  /// @throws Refusal 429 if too many passwords are being hashed
  public String hash(String password, HashTurn turn) {
    return queue.inTurn(turn, () -> argon2.hash(ComposedPassword.of(password)));
  }

  /// A wrong password is compared in each of its forms, whosever it is: how many there are shows in
  /// the password alone.
  ///
  /// @throws Refusal as [#hash(String, HashTurn)]
  public boolean matches(String password, String hash, HashTurn turn) {
    return queue.inTurn(
        turn,
        () ->
            ComposedPassword.formsOf(password).stream()
                .anyMatch(form -> argon2.matches(form, hash)));
  }

  /// Costs what a comparison costs, so that an answer's time does not tell whether there is such an
  /// account.
  ///
  /// @throws Refusal as [#hash(String, HashTurn)]
  public void compareWithNothing(String password, HashTurn turn) {
    var _ = matches(password, nobodys, turn);
  }
}
