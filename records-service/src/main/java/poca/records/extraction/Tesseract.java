package poca.records.extraction;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Reads images where the program `tesseract` is installed, and nothing where it is not.
@Component
class Tesseract {

  private static final Duration LONGEST = Duration.ofSeconds(25);
  private static final long LARGEST = 10L * 1024 * 1024;

  private final ReaderProcess readerProcess;
  private final Optional<Path> program;

  Tesseract(ReaderProcess readerProcess) {
    this.readerProcess = readerProcess;
    this.program =
        Stream.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")
            .map(folder -> Path.of(folder, "tesseract"))
            .filter(Files::isExecutable)
            .findFirst();
  }

  boolean isThere() {
    return program.isPresent();
  }

  Optional<String> read(Path image) {
    if (program.isEmpty() || image.toFile().length() > LARGEST) return Optional.empty();
    return readerProcess.run(
        List.of(program.get().toString(), image.toString(), "stdout", "-l", "eng"), LONGEST);
  }
}
