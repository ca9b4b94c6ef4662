package poca.stack.supervise;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import poca.stack.home.Home;
import poca.stack.home.OperatorError;

/// Starts the processes layer by layer, starts again what dies, and ends all in the opposite order.
final class Supervisor {

  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LIVED_WELL = Duration.ofMinutes(1);

  private final List<List<ChildProcess>> layers;
  private final int atOnce;
  private final Consumer<String> say;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopping;

  /// @param layers what must serve before the next layer starts
  /// @param atOnce how many processes start at the same time
  Supervisor(Home home, List<List<Program>> layers, int atOnce, Consumer<String> say) {
    this.layers =
        layers.stream()
            .map(layer -> layer.stream().map(program -> new ChildProcess(program, home)).toList())
            .toList();
    this.atOnce = atOnce;
    this.say = say;
  }

  /// Returns when everything serves.
  ///
  /// @throws OperatorError when something does not; what was started keeps running until [#stop]
  void start() throws InterruptedException {
    for (List<ChildProcess> layer : layers) {
      startTogether(layer);
    }
  }

  private void startTogether(List<ChildProcess> layer) throws InterruptedException {
    ExecutorService starters =
        Executors.newFixedThreadPool(atOnce, Thread.ofPlatform().daemon().factory());
    try {
      List<Callable<Void>> starts = new ArrayList<>();
      for (ChildProcess child : layer) {
        starts.add(() -> start(child));
      }
      List<Future<Void>> running = starts.stream().map(starters::submit).toList();
      for (Future<Void> start : running) {
        start.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OperatorError error) {
        throw error;
      }
      throw new OperatorError("The stack could not be started: " + e.getCause(), e);
    } finally {
      starters.shutdownNow();
    }
  }

  private Void start(ChildProcess child) throws IOException, InterruptedException {
    if (stopping) {
      throw new OperatorError("Stopped while it started.");
    }
    long from = System.nanoTime();
    say.accept("  %-20s starting".formatted(child.name()));
    child.launch();
    child.awaitReady();
    say.accept(
        "  %-20s ready after %.1f s%s"
            .formatted(
                child.name(),
                (System.nanoTime() - from) / 1e9,
                child.port() == 0 ? "" : " on port " + child.port()));
    Thread.ofVirtual().name("watch-" + child.name()).start(() -> watch(child));
    return null;
  }

  /// The same care for each process: one that dies is started again, after longer pauses when it
  /// keeps dying.
  private void watch(ChildProcess child) {
    Duration pause = Duration.ofMillis(500);
    try {
      while (true) {
        long from = System.nanoTime();
        int exit = child.awaitEnd();
        if (stopping) {
          return;
        }
        if (System.nanoTime() - from > LIVED_WELL.toNanos()) {
          pause = Duration.ofMillis(500);
        }
        say.accept(
            "%s ended with exit code %d; starting it again in %.1f s (./poca logs %s)"
                .formatted(child.name(), exit, pause.toMillis() / 1000.0, child.name()));
        Thread.sleep(pause);
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
        if (stopping) {
          return;
        }
        startAgain(child);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void startAgain(ChildProcess child) throws InterruptedException {
    try {
      child.launch();
      child.awaitReady();
      say.accept("%s is ready again".formatted(child.name()));
    } catch (IOException | OperatorError e) {
      if (!stopping) {
        say.accept(String.valueOf(e.getMessage()));
      }
    }
  }

  /// Waits until [#stop] was called and is done.
  void awaitEnd() throws InterruptedException {
    ended.await();
  }

  boolean isStopping() {
    return stopping;
  }

  /// Ends every process, the last layer first; within a layer all at once.
  void stop() {
    stopping = true;
    for (List<ChildProcess> layer : layers.reversed()) {
      layer.forEach(ChildProcess::askToEnd);
      long end = System.nanoTime() + GRACE.toNanos();
      for (ChildProcess child : layer) {
        child.end(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
      }
    }
    ended.countDown();
  }
}
