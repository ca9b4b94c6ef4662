package poca.records.extraction;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import poca.platform.ScratchFolder;
import poca.records.extraction.reader.DocumentReader;

/// Has a document read by a process of its own: a little memory, a little time, a bounded answer,
/// no environment and no secret. Whatever a document does to its reader, it does it there.
@Component
public class ReaderProcess {

  private static final Logger log = LoggerFactory.getLogger(ReaderProcess.class);

  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final int MOST_ANSWER = 64 * 1024;
  private static final String LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";

  /// At once, on this instance.
  private final Semaphore free = new Semaphore(2, true);

  private final String at;
  private final String classPath;
  private final Path folders;

  @Autowired
  ReaderProcess(ScratchFolder scratch) {
    this(scratch.path());
  }

  ReaderProcess(Path folders) {
    this(
        String.valueOf(DocumentReader.class.getProtectionDomain().getCodeSource().getLocation()),
        System.getProperty("java.class.path"),
        folders);
  }

  /// @param at where our classes are
  /// @param classPath of this process
  /// @param folders where those of the readers are made
  ReaderProcess(String at, String classPath, Path folders) {
    this.at = at;
    this.classPath = absolute(classPath);
    this.folders = folders;
  }

  /// @return what it said; empty if it failed, took too long or said too much
  Optional<String> read(String kind, Path file) {
    return read(DocumentReader.class, kind, file.toString());
  }

  /// Has a program of this service read a file.
  ///
  /// @param reader has a `main`; files are named to it by their whole paths
  /// @return what it said; empty if it failed or took too long
  public Optional<String> read(Class<?> reader, String... arguments) {
    var command = command(reader.getName());
    command.addAll(List.of(arguments));
    return run(command, LONGEST);
  }

  Optional<String> run(List<String> command, Duration longest) {
    free.acquireUninterruptibly();
    try {
      return answer(command, longest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      free.release();
    }
  }

  private Optional<String> answer(List<String> command, Duration longest) throws IOException {
    var folder = Files.createTempDirectory(folders, "reading");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    // tesseract alone asks for it: its threads wait for each other where processors are few
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    var process = builder.start();
    try {
      var said =
          CompletableFuture.supplyAsync(
              () -> said(process.getInputStream()), Thread::startVirtualThread);
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("a document took its reader too long");
        return Optional.empty();
      }
      if (process.exitValue() != 0) {
        log.info("a document was not read: its reader ended with {}", process.exitValue());
        return Optional.empty();
      }
      return Optional.of(said.join());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      delete(folder);
    }
  }

  private static String said(InputStream out) {
    try (out) {
      return new String(out.readNBytes(MOST_ANSWER), StandardCharsets.UTF_8);
    } catch (IOException cut) {
      return "";
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList())
        Files.deleteIfExists(file);
    }
  }

  /// The child starts in a folder of its own.
  private static String absolute(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private List<String> command(String reader) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx160m",
            "-Xss1m",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:MaxDirectMemorySize=16m",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ActiveProcessorCount=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=.", // its own folder, which goes with it
            "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory"));
    if (at.startsWith("file:") && at.endsWith("/BOOT-INF/classes/")) {
      var classes = Path.of(pathOf(at));
      command.addAll(
          List.of("-cp", classes + File.pathSeparator + classes.resolveSibling("lib") + "/*"));
      command.add(reader);
    } else if (at.startsWith("file:")) {
      command.addAll(List.of("-cp", classPath, reader));
    } else {
      command.addAll(List.of("-Dloader.main=" + reader, "-cp", classPath, LAUNCHER));
    }
    return command;
  }

  private static String pathOf(String location) {
    try {
      return new java.net.URI(location).getPath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
