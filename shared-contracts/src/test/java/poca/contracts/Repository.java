package poca.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads the texts of the repository that these tests run in.
final class Repository {

  private static final Set<String> MADE = Set.of("target", "node_modules");

  private Repository() {}

  /// The folder of the parent pom.
  static Path root() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docs/openapi.yaml"))) {
      folder = Objects.requireNonNull(folder.getParent(), "not in the repository");
    }
    return folder;
  }

  /// The texts of all files with one of these endings, by their path from the root.
  static SortedMap<Path, String> texts(Set<String> endings) {
    var root = root();
    var texts = new TreeMap<Path, String>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes any) {
              var name = folder.getFileName().toString();
              return !folder.equals(root) && (MADE.contains(name) || name.startsWith("."))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes any)
                throws IOException {
              var name = file.getFileName().toString();
              if (endings.contains(name.substring(name.lastIndexOf('.') + 1))) {
                texts.put(root.relativize(file), Files.readString(file));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
