package poca.stack.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Every secret of this installation. What is missing is made once and kept in `secrets.env`, which
/// only its owner can read; nothing of it is ever in the repository.
public final class Secrets {

  private static final String ADMIN_EMAIL = "admin@poca.example";
  // No letters or digits that look alike: the password is read off a screen.
  private static final String READABLE = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private final Map<String, String> values;

  private Secrets(Map<String, String> values) {
    this.values = values;
  }

  /// Reads the secrets of `home` and makes those that are missing.
  public static Secrets of(Home home, SecureRandom random) {
    Map<String, String> values = new LinkedHashMap<>(EnvFile.read(home.secrets()));
    int known = values.size();
    if (!values.containsKey("POSTGRES_PASSWORD") && Files.exists(home.postgresData())) {
      throw new OperatorError(
          "%s is gone, but the data it opens is still in %s. Put it back, or start over with ./poca reset."
              .formatted(home.secrets(), home.data()));
    }
    values.putIfAbsent("POCA_ADMIN_EMAIL", ADMIN_EMAIL);
    values.computeIfAbsent("POCA_ADMIN_PASSWORD", _ -> readable(random, 16));
    values.computeIfAbsent("POCA_DEMO_PASSWORD", _ -> readable(random, 16));
    values.computeIfAbsent("POCA_KEY_SECRET", _ -> bytes(random, 32));
    for (LocalService service : LocalService.values()) {
      values.computeIfAbsent("SERVICE_SECRET_" + service.name(), _ -> readable(random, 40));
      values.computeIfAbsent("KAFKA_PASSWORD_" + service.name(), _ -> readable(random, 40));
      service
          .database()
          .ifPresent(db -> {
            values.computeIfAbsent(databaseKey(db), _ -> readable(random, 32));
            values.computeIfAbsent("AUDIT_KEY_" + service.name(), _ -> readable(random, 40));
          });
    }
    values.computeIfAbsent("KAFKA_PASSWORD_BROKER", _ -> readable(random, 40));
    values.computeIfAbsent("POSTGRES_PASSWORD", _ -> readable(random, 32));
    values.computeIfAbsent("S3_ACCESS_KEY", _ -> readable(random, 20));
    values.computeIfAbsent("S3_SECRET_KEY", _ -> readable(random, 40));
    values.computeIfAbsent("DOCUMENT_KEYS", _ -> bytes(random, 32));
    if (values.size() > known) {
      write(home.secrets(), values);
    }
    return new Secrets(values);
  }

  /// The first admin's login as it was made here.
  public String adminEmail() {
    return get("POCA_ADMIN_EMAIL");
  }

  public String adminPassword() {
    return get("POCA_ADMIN_PASSWORD");
  }

  /// The password that the demo's accounts share.
  public String demoPassword() {
    return get("POCA_DEMO_PASSWORD");
  }

  /// What auth-service encrypts its signing keys with: 32 random bytes in base64.
  String keySecret() {
    return get("POCA_KEY_SECRET");
  }

  String serviceSecret(LocalService service) {
    return get("SERVICE_SECRET_" + service.name());
  }

  /// Of the service's login at the bus.
  String busPassword(LocalService service) {
    return get("KAFKA_PASSWORD_" + service.name());
  }

  /// Of the broker's own login.
  String brokerPassword() {
    return get("KAFKA_PASSWORD_BROKER");
  }

  /// What the room's service seals its audit rows with.
  String auditKey(LocalService service) {
    return get("AUDIT_KEY_" + service.name());
  }

  String databasePassword(String database) {
    return get(databaseKey(database));
  }

  String postgresPassword() {
    return get("POSTGRES_PASSWORD");
  }

  String s3AccessKey() {
    return get("S3_ACCESS_KEY");
  }

  String s3SecretKey() {
    return get("S3_SECRET_KEY");
  }

  /// What wraps the keys of documents, the newest first, with commas between.
  String documentKeys() {
    return get("DOCUMENT_KEYS");
  }

  private String get(String key) {
    return Objects.requireNonNull(values.get(key), key);
  }

  private static String databaseKey(String database) {
    return "DB_PASSWORD_" + database.toUpperCase(java.util.Locale.ROOT);
  }

  private static String readable(SecureRandom random, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(READABLE.charAt(random.nextInt(READABLE.length())));
    }
    return text.toString();
  }

  private static String bytes(SecureRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /// Written beside and moved, so that a crash leaves the old file or the new one; never readable
  /// for others, not even for a moment.
  private static void write(Path file, Map<String, String> values) {
    List<String> lines = new ArrayList<>();
    lines.add("# Secrets of this POCA installation. Without this file its data cannot be opened.");
    values.forEach((name, value) -> lines.add(name + "=" + value));
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.deleteIfExists(next);
      Files.createFile(
          next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(next, lines, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new OperatorError("Cannot write %s (%s).".formatted(file, e), e);
    }
  }

  @Override
  public String toString() {
    return "Secrets" + values.keySet();
  }
}
