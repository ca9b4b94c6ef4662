package poca.auth.credential;

import de.mkammerer.argon2.Argon2Factory;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// Argon2id with the parameters that OWASP recommends (Password Storage Cheat Sheet: 19 MiB, 2
/// passes, 1 lane). Both ways of computing it write and read the same strings.
interface Argon2 {

  int MEMORY_KIB = 19 * 1024;
  int PASSES = 2;
  int LANES = 1;
  int SALT_BYTES = 16;
  int HASH_BYTES = 32;

  String hash(String password);

  boolean matches(String password, String hash);

  /// The native library is several times faster and keeps its 19 MiB outside the heap. Where it
  /// does not load (musl, a temporary directory without execution) the one in Java does the work.
  static Argon2 fastest() {
    Logger log = LoggerFactory.getLogger(Argon2.class);
    try {
      var found = new Native();
      if (found.matches("probe", found.hash("probe"))) {
        log.info("passwords are hashed by the native library");
        return found;
      }
    } catch (LinkageError | RuntimeException e) {
      log.info("no native Argon2 here ({}), passwords are hashed in Java", e.toString());
    }
    return new Portable();
  }

  final class Native implements Argon2 {
    private final de.mkammerer.argon2.Argon2 library =
        Argon2Factory.create(Argon2Factory.Argon2Types.ARGON2id, SALT_BYTES, HASH_BYTES);

    @Override
    public String hash(String password) {
      return library.hash(PASSES, MEMORY_KIB, LANES, bytes(password));
    }

    @Override
    public boolean matches(String password, String hash) {
      return library.verify(hash, bytes(password));
    }

    private static byte[] bytes(String password) {
      return password.getBytes(StandardCharsets.UTF_8);
    }
  }

  final class Portable implements Argon2 {
    private final Argon2PasswordEncoder encoder =
        new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);

    @Override
    public String hash(String password) {
      return encoder.encode(password);
    }

    @Override
    public boolean matches(String password, String hash) {
      return encoder.matches(password, hash);
    }
  }
}
