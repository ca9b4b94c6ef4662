package poca.platform.event;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class MicrometerTraces implements Traces {

  private final Tracer tracer;
  private final Propagator propagator;

  MicrometerTraces(Tracer tracer, Propagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  @Override
  public @Nullable String current() {
    var span = tracer.currentSpan();
    if (span == null || span.isNoop()) {
      return null;
    }
    var context = span.context();
    return "00-%s-%s-%s"
        .formatted(
            context.traceId(),
            context.spanId(),
            Boolean.TRUE.equals(context.sampled()) ? "01" : "00");
  }

  @Override
  public void within(Map<String, String> headers, String name, Runnable work) {
    var span = propagator.extract(headers, Map::get).name(name).kind(Span.Kind.CONSUMER).start();
    try (var _ = tracer.withSpan(span)) {
      work.run();
    } catch (RuntimeException | Error e) {
      span.error(e);
      throw e;
    } finally {
      span.end();
    }
  }
}
