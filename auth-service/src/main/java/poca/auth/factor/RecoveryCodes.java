package poca.auth.factor;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import poca.auth.token.OpaqueToken;
import poca.contracts.UserId;

/// Ten codes for the day on which the telephone is gone. Each is good once; what is stored is a
/// digest, which so many random bits (79) need no salt for.
@Component
class RecoveryCodes {

  static final int HOW_MANY = 10;

  // No letters or digits that look alike: they are read off paper.
  private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int LETTERS = 16;
  private static final int GROUP = 4;

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  RecoveryCodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Makes new ones; the old ones are worth nothing.
  List<String> renew(UserId account) {
    jdbc.sql("delete from recovery_code where account_id = :account")
        .param("account", account.value())
        .update();
    var codes = new ArrayList<String>();
    for (int i = 0; i < HOW_MANY; i++) {
      var code = make();
      codes.add(code);
      jdbc.sql("insert into recovery_code (account_id, hash) values (:account, :hash)")
          .param("account", account.value())
          .param("hash", digest(code))
          .update();
    }
    return List.copyOf(codes);
  }

  private String make() {
    var code = new StringBuilder();
    for (int i = 0; i < LETTERS; i++) {
      if (i > 0 && i % GROUP == 0) {
        code.append('-');
      }
      code.append(READABLE.charAt(random.nextInt(READABLE.length())));
    }
    return code.toString();
  }

  /// @return whether it was one; it is none any more
  boolean use(UserId account, String code) {
    return jdbc.sql("delete from recovery_code where account_id = :account and hash = :hash")
            .param("account", account.value())
            .param("hash", digest(code))
            .update()
        == 1;
  }

  /// Whoever types it leaves the hyphens out, or writes capitals.
  private static byte[] digest(String code) {
    return OpaqueToken.digest(code.replace("-", "").toLowerCase(Locale.ROOT));
  }
}
