package poca.stack.supervise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// How much memory processes hold, in megabytes.
final class Memory {

  private Memory() {}

  /// What is resident; 0 when the system does not say.
  static long resident(ProcessHandle process) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try {
      return Files.exists(status) ? kilobytes(status, "VmRSS:") / 1024 : askPs(process) / 1024;
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  /// A process with its children, shared pages counted once: PostgreSQL's processes share their
  /// buffers.
  static long ofTree(ProcessHandle root) {
    return Stream.concat(Stream.of(root), root.descendants()).mapToLong(Memory::share).sum() / 1024;
  }

  private static long share(ProcessHandle process) {
    Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
    try {
      return Files.exists(rollup) ? kilobytes(rollup, "Pss:") : askPs(process);
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  private static long kilobytes(Path file, String name) throws IOException {
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(name)) {
        return Long.parseLong(line.substring(name.length()).replace("kB", "").strip());
      }
    }
    return 0;
  }

  private static long askPs(ProcessHandle process) throws IOException {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
    String said = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return said.isEmpty() ? 0 : Long.parseLong(said);
  }
}
