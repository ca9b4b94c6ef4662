package poca.stack.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A process of ours, remembered over the death of the launcher. Its number alone would not do: the
/// system gives numbers out again, and a stranger must never be ended.
///
/// @param startedAt to the millisecond, as the system tells it
record ProcessRecord(long pid, Instant startedAt) {

  // The system derives start times from the boot time, which moves when the clock is corrected.
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  static ProcessRecord of(ProcessHandle process) {
    return new ProcessRecord(process.pid(), process.info().startInstant().orElseGet(Instant::now));
  }

  void write(Path file) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(next, pid + " " + startedAt.toEpochMilli() + "\n");
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// What `file` remembers; empty when there is none or it cannot be understood.
  static Optional<ProcessRecord> read(Path file) {
    try {
      String[] parts = Files.readString(file).strip().split(" ", -1);
      return Optional.of(
          new ProcessRecord(
              Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1]))));
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /// The remembered process if it still runs and is the same one.
  Optional<ProcessHandle> alive() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheSame);
  }

  private boolean isTheSame(ProcessHandle process) {
    boolean sameStart =
        process
            .info()
            .startInstant()
            .map(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) <= 0)
            .orElse(false);
    // While it is being started the program is still the one that opens a session for it.
    boolean ours =
        process
            .info()
            .command()
            .map(command -> command.endsWith("java") || command.endsWith("setsid"))
            .orElse(false);
    return sameStart && ours;
  }
}
