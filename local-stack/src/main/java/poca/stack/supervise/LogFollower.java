package poca.stack.supervise;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads what is added to a log file, by whole lines.
public final class LogFollower {

  private final Path file;
  private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
  private long position;

  public LogFollower(Path file) {
    this.file = file;
  }

  /// What is in the file so far will not be read.
  public void skipToEnd() throws IOException {
    position = Files.exists(file) ? Files.size(file) : 0;
  }

  /// The lines that were finished since the last time.
  public List<String> newLines() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    if (Files.size(file) < position) {
      position = 0; // a new file in the place of the old one
      unfinished.reset();
    }
    List<String> lines = new ArrayList<>();
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(position);
      byte[] buffer = new byte[1 << 14];
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        position += n;
        for (int i = 0; i < n; i++) {
          if (buffer[i] == '\n') {
            lines.add(unfinished.toString(StandardCharsets.UTF_8));
            unfinished.reset();
          } else {
            unfinished.write(buffer[i]);
          }
        }
      }
    }
    return lines;
  }
}
