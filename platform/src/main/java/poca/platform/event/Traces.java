package poca.platform.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The trace that a fact belongs to, where the service keeps traces.
interface Traces {

  Traces NONE =
      new Traces() {
        @Override
        public @Nullable String current() {
          return null;
        }

        @Override
        public void within(Map<String, String> headers, String name, Runnable work) {
          work.run();
        }
      };

  /// The current trace as W3C `traceparent`.
  @Nullable String current();

  /// Does the work as a part of the trace that the headers name.
  void within(Map<String, String> headers, String name, Runnable work);
}
