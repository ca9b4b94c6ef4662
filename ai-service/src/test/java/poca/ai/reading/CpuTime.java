package poca.ai.reading;

import java.lang.management.ManagementFactory;

/// Measures what work costs, not how long it waits for its turn on a busy machine.
public final class CpuTime {

  private CpuTime() {}

  /// @return of this thread
  public static double seconds(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - start) / 1e9;
  }
}
