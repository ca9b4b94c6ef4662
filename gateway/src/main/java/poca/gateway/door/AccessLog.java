package poca.gateway.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.SignalType;

/// One line and one measurement per request. The path is the route table's pattern, so that neither
/// ids nor queries nor tokens get into either.
@Component
final class AccessLog {

  private static final Logger log = LoggerFactory.getLogger("poca.gateway.requests");
  private static final int CLIENT_LEFT = 499;
  private static final int SWITCHED = 101;

  private final MeterRegistry meters;
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

  AccessLog(MeterRegistry meters) {
    this.meters = meters;
  }

  private record Kind(String method, String route, int status) {}

  void write(ServerWebExchange exchange, RequestContext context, SignalType end) {
    var took = context.took();
    var endpoint = context.endpoint();
    var answered = exchange.getResponse().getStatusCode();
    var status = end == SignalType.CANCEL || answered == null ? CLIENT_LEFT : answered.value();
    if (endpoint != null && endpoint.isSocket() && status == 200) {
      status = SWITCHED;
    }
    var method = exchange.getRequest().getMethod().name();
    var kind =
        endpoint == null
            ? new Kind("other", "none", status)
            : new Kind(method, endpoint.pattern(), status);
    timers.computeIfAbsent(kind, this::timer).record(took);
    log.info(
        "{} {} {} {}ms request_id={} account={}",
        kind.method(),
        kind.route(),
        status,
        took.toMillis(),
        context.requestId(),
        context.account() == null ? "-" : context.account());
  }

  private Timer timer(Kind kind) {
    return Timer.builder("gateway.requests")
        .description("Requests at the door")
        .tags(
            "method", kind.method(), "route", kind.route(), "status", String.valueOf(kind.status()))
        .register(meters);
  }
}
