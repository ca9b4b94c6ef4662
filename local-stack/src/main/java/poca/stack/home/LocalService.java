package poca.stack.home;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The services: this list is the only place to add one.
public enum LocalService {
  GATEWAY(0, null, 160),
  AUTH_SERVICE(1, "auth", 192),
  DIRECTORY_SERVICE(2, "directory", 192),
  APPOINTMENT_SERVICE(3, "appointment", 192),
  CHAT_SERVICE(4, "chat", 192),
  AI_SERVICE(5, "ai", 192),
  RECORDS_SERVICE(6, "records", 192);

  private final int portOffset;
  private final @Nullable String database;
  private final int heapMegabytes;

  LocalService(int portOffset, @Nullable String database, int heapMegabytes) {
    this.portOffset = portOffset;
    this.database = database;
    this.heapMegabytes = heapMegabytes;
  }

  /// The name of the folder, the program and the process.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Its database, and the login role that owns it.
  public Optional<String> database() {
    return Optional.ofNullable(database);
  }

  /// Counted from the gateway's port.
  int portOffset() {
    return portOffset;
  }

  public int heapMegabytes() {
    return heapMegabytes;
  }

  /// Where the build puts the program.
  public Path jar(Path repository) {
    return repository.resolve(id()).resolve("target").resolve(id() + ".jar");
  }

  /// The variable that tells the others where this service is.
  String addressVariable() {
    return "POCA_" + name().replace("_SERVICE", "") + "_URL";
  }
}
