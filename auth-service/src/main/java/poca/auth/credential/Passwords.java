package poca.auth.credential;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import poca.platform.web.Refusal;

/// Hashes and compares passwords. As many at once as there are processors, some more wait, the rest
/// is turned away: whoever guesses cannot take all memory and time.
///
/// The work is done on threads of its own: on the requests' virtual threads it would hold the few
/// carriers, and with them every other request.
@Component
public class Passwords {

  private static final Duration COME_AGAIN = Duration.ofSeconds(2);

  private final Argon2 argon2;
  private final ThreadPoolExecutor hashers;
  private final Duration patience;
  private final String nobodys;

  @Autowired
  Passwords(PasswordSettings settings) {
    this(settings, Argon2.fastest(), Runtime.getRuntime().availableProcessors());
  }

  Passwords(PasswordSettings settings, Argon2 argon2, int atOnce) {
    this.argon2 = argon2;
    this.patience = settings.patience();
    this.hashers =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(settings.waiting()),
            Thread.ofPlatform().daemon().name("password-", 1).factory());
    this.nobodys = argon2.hash("nobody's");
  }

  /// @return the hash with its parameters and salt, as it is stored
  /// @throws Refusal 429 if too many passwords are being hashed
  public String hash(String password) {
    return inTurn(() -> argon2.hash(ComposedPassword.of(password)));
  }

  /// A wrong password is compared in each of its forms, whosever it is: how many there are shows in
  /// the password alone.
  ///
  /// @throws Refusal as [#hash(String)]
  public boolean matches(String password, String hash) {
    return inTurn(() ->
        ComposedPassword.formsOf(password).stream().anyMatch(form -> argon2.matches(form, hash)));
  }

  /// Costs what a comparison costs, so that an answer's time does not tell whether there is such an
  /// account.
  ///
  /// @throws Refusal as [#hash(String)]
  public void compareWithNothing(String password) {
    var _ = matches(password, nobodys);
  }

  private <T> T inTurn(Callable<T> work) {
    try {
      var turn = hashers.submit(work);
      try {
        return turn.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        turn.cancel(false);
      }
    } catch (RejectedExecutionException | TimeoutException e) {
      throw Refusal.tooMany(COME_AGAIN);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a password could not be hashed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.unavailable();
    }
  }
}
