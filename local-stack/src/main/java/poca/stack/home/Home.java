package poca.stack.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import poca.infra.Directories;

/// The folder of one installation: `$POCA_HOME`, or `~/.local/share/poca`.
///
/// @param root the folder; `data/` is what must be kept, everything else can be made again
public record Home(Path root) {

  public static Home of(Map<String, String> environment) {
    @Nullable String named = environment.get("POCA_HOME");
    Path root =
        named == null || named.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "share", "poca")
            : Path.of(named);
    return new Home(root.toAbsolutePath().normalize());
  }

  /// Makes the folder, readable for its owner only: it holds secrets and patients' data.
  public void create() {
    try {
      Directories.makePrivate(root);
      Directories.makePrivate(data());
      for (String server : List.of("postgres", "kafka", "s3")) {
        // A new one is its server's to make: that there is one says that there are secrets.
        if (Files.exists(data().resolve(server))) {
          Directories.makePrivate(data().resolve(server));
        }
      }
      Files.createDirectories(logs());
      Files.createDirectories(run());
      Files.createDirectories(app());
    } catch (IOException e) {
      throw new OperatorError(
          "Cannot write to %s (%s). Set POCA_HOME to a folder of yours.".formatted(root, e), e);
    }
  }

  public Path data() {
    return root.resolve("data");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  /// What is true only while the stack runs: process records, ready marks, the lock.
  public Path run() {
    return root.resolve("run");
  }

  /// Programs unpacked for running, so that a build does not pull them from under a running stack.
  public Path app() {
    return root.resolve("app");
  }

  public Path secrets() {
    return root.resolve("secrets.env");
  }

  public Path log(String process) {
    return logs().resolve(process + ".log");
  }

  public Path record(String process) {
    return run().resolve(process + ".pid");
  }

  public Path readyMark(String process) {
    return run().resolve(process + ".ready");
  }

  public Path lock() {
    return run().resolve("lock");
  }

  public Path postgresData() {
    return data().resolve("postgres");
  }
}
