package poca.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives a process a folder of its own for what lies on disk for a moment only: parts of uploads,
/// copies of documents. The folder goes with the process; what one left behind that was killed, the
/// next one of its kind removes at its start. A lock tells the living from the dead, since a number
/// of a process is given again, in containers at once.
public final class ScratchFolder implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ScratchFolder.class);

  private static final String LOCK = ".lock";
  private static final String TURN = "turn";

  /// Locks of files belong to the whole JVM, and end when any of its channels to the file closes.
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final Path lockFile;
  private final FileChannel lock;

  private ScratchFolder(Path path, Path lockFile, FileChannel lock) {
    this.path = path;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /// Makes one, and removes those of processes that are no more.
  ///
  /// @param of the folder of all processes of this kind; made, for its owner alone, if it is not
  ///   there
  /// @throws IllegalStateException if that folder is somebody else's
  public static ScratchFolder in(Path of) {
    synchronized (OURS) {
      try {
        Files.createDirectories(
            of, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (var turn = open(of.resolve(TURN + LOCK));
            var _ = turn.lock()) {
          removeLeftOvers(of);
          return make(of);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("no folder can be made in " + of, e);
      }
    }
  }

  /// Where files may be made.
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      deleteAll(path);
      Files.delete(lockFile);
      lock.close();
      OURS.remove(lockFile);
    } catch (IOException e) {
      log.warn("what is in {} is left to the next one: {}", path, e.toString());
    }
  }

  private static ScratchFolder make(Path of) throws IOException {
    var name = UUID.randomUUID().toString();
    var lockFile = of.resolve(name + LOCK);
    var lock = open(lockFile);
    lock.lock(); // ended by the system, however the process ends
    OURS.add(lockFile);
    var path = Files.createDirectory(of.resolve(name));
    if (!Files.getOwner(path).equals(Files.getOwner(of, LinkOption.NOFOLLOW_LINKS))) {
      throw new IllegalStateException(of + " belongs to somebody else");
    }
    return new ScratchFolder(path, lockFile, lock);
  }

  private static void removeLeftOvers(Path of) throws IOException {
    try (var locks = Files.newDirectoryStream(of, "*" + LOCK)) {
      for (var file : locks) {
        var name = file.getFileName().toString();
        var folder = of.resolve(name.substring(0, name.length() - LOCK.length()));
        if (!folder.endsWith(TURN) && !OURS.contains(file) && isLeft(file)) {
          remove(folder, file);
        }
      }
    }
  }

  private static void remove(Path folder, Path lockFile) {
    try {
      deleteAll(folder);
      Files.delete(lockFile);
      log.info("what a process left behind was removed: {}", folder.getFileName());
    } catch (IOException e) {
      log.warn("what a process left behind cannot be removed: {}", e.toString());
    }
  }

  private static boolean isLeft(Path lockFile) throws IOException {
    try (var channel = open(lockFile)) {
      return channel.tryLock() != null;
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
