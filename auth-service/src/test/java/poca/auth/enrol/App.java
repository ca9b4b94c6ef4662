package poca.auth.enrol;

import com.bastiaanjansen.otp.HOTPGenerator;
import java.time.Clock;
import java.util.stream.IntStream;

/// An authenticator app that has been given a secret.
record App(String secret, Clock clock) {

  private static final int STEP = 30;

  /// The code that it shows now.
  String code() {
    return code(0);
  }

  /// The code that it shows so many half-minutes later; before, if there are fewer than none.
  String code(int later) {
    return new HOTPGenerator.Builder(secret)
        .build()
        .generate(clock.instant().getEpochSecond() / STEP + later);
  }

  /// Six digits that it shows at no time near.
  String wrongCode() {
    for (int i = 0; ; i++) {
      var wrong = "%06d".formatted(i);
      if (IntStream.rangeClosed(-3, 3).noneMatch(s -> code(s).equals(wrong))) {
        return wrong;
      }
    }
  }
}
