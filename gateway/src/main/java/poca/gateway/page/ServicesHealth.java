package poca.gateway.page;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import poca.contracts.ErrorCode;
import poca.gateway.GatewaySettings;
import poca.gateway.door.EnvelopeWriter;
import poca.gateway.door.Page;
import poca.gateway.route.Service;
import poca.gateway.upstream.ServiceClient;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// `/health`: which services are ready. All are asked at once, each has two seconds, and an answer
/// serves for one, so that asking often costs them nothing.
@Component
final class ServicesHealth implements Page {

  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final Duration KEPT = Duration.ofSeconds(1);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private record Features(boolean restApi, boolean websocket) {}

  private record State(
      String service,
      String version,
      String timestamp,
      Features features,
      Map<String, String> services,
      List<HealthNote> notes) {}

  /// @param up by the name of the service
  private record Found(Map<String, String> up, List<HealthNote> notes) {}

  private record One(String service, String state, List<HealthNote> notes) {}

  private final ServiceClient questions;
  private final EnvelopeWriter envelopes;
  private final Clock clock;
  private final String version;
  private final Mono<Found> services;

  ServicesHealth(
      ServiceClient services, EnvelopeWriter envelopes, Clock clock, GatewaySettings settings) {
    this.questions = services;
    this.envelopes = envelopes;
    this.clock = clock;
    this.version = settings.version();
    this.services = Mono.defer(this::ask).cache(KEPT);
  }

  @Override
  public Set<String> patterns() {
    return Set.of("/health");
  }

  @Override
  public Mono<Void> answer(ServerWebExchange exchange) {
    return services.flatMap(found -> {
      if (found.up().containsValue("down")) {
        return Mono.error(
            new Refusal(
                503,
                ErrorCode.SRV_002,
                "Service temporarily unavailable",
                Map.of("services", found.up()),
                Map.of()));
      }
      var state =
          new State(
              "POCA API",
              version,
              MILLIS.format(clock.instant()),
              new Features(true, true),
              found.up(),
              found.notes());
      return envelopes.reply(exchange, Reply.ok("Service is healthy", state));
    });
  }

  private Mono<Found> ask() {
    return Flux.fromStream(Arrays.stream(Service.values()).filter(s -> s != Service.GATEWAY))
        .flatMap(service ->
            questions
                .get(service, "/actuator/health/readiness", new HttpHeaders(), LIMIT)
                .map(response ->
                    response.status() == 200
                        ? new One(service.id(), "up", HealthNote.in(service.id(), response))
                        : new One(service.id(), "down", List.of()))
                .onErrorReturn(new One(service.id(), "down", List.of())))
        .collectSortedList(Comparator.comparing(One::service))
        .map(all ->
            new Found(
                all.stream()
                    .collect(Collectors.toMap(One::service, One::state, (a, _) -> a, TreeMap::new)),
                all.stream().flatMap(one -> one.notes().stream()).toList()));
  }
}
