package poca.infra;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// The unpacked PostgreSQL programs, shared by the processes of one user.
final class PostgresDistribution {

  private PostgresDistribution() {}

  /// Starts a server from the programs in `folder`, which are unpacked on the first start. The
  /// library cannot finish what a killed first start left half unpacked, so that is removed; one
  /// process at a time, since another one may just be unpacking.
  static synchronized EmbeddedPostgres start(EmbeddedPostgres.Builder builder, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      for (Path unpacked : unpacked(folder)) {
        if (!Files.exists(unpacked.resolve(".exists"))) {
          Directories.delete(unpacked);
        }
      }
      return builder.setOverrideWorkingDirectory(folder.toFile()).start();
    }
  }

  private static List<Path> unpacked(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).toList();
    }
  }
}
