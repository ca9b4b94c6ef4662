package poca.demo;

import com.bastiaanjansen.otp.HOTPGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The authenticator app of accounts that the demo logs in to, where their role must have one
/// (`MFA_REQUIRED_ROLES`). What it is given it keeps in a file that only its owner can read: the
/// next run logs in again, and so can people, with an app that is given the same secret.
public final class AuthenticatorApp {

  private static final int STEP_SECONDS = 30;

  private final Path file;

  public AuthenticatorApp(Path file) {
    this.file = file;
  }

  /// The secret of an account, in Base32; empty if none is here.
  Optional<String> secret(String email) {
    return Optional.ofNullable(all().get(email));
  }

  /// What an app shows that has this secret.
  public static String code(String secret, Instant at) {
    return new HOTPGenerator.Builder(secret).build().generate(at.getEpochSecond() / STEP_SECONDS);
  }

  /// Keeps what belongs to an account, before it counts.
  void keep(String email, String secret) {
    var line = email + "=" + secret + System.lineSeparator();
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(file, line, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file() {
    return file;
  }

  private Map<String, String> all() {
    var kept = new LinkedHashMap<String, String>();
    for (var line : lines()) {
      var equals = line.indexOf('=');
      if (equals > 0) {
        kept.put(line.substring(0, equals), line.substring(equals + 1).strip());
      }
    }
    return kept;
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
