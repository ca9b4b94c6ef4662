package poca.gateway.page;

import java.util.Set;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import poca.gateway.door.Answers;
import poca.gateway.door.Page;
import reactor.core.publisher.Mono;

/// Whether the gateway itself runs and takes requests, under the paths that whoever starts services
/// asks all of them for. One word and no details: this port is open to the world.
@Component
final class Probes implements Page {

  private static final String LIVENESS = "/actuator/health/liveness";
  private static final String READINESS = "/actuator/health/readiness";

  private final ApplicationAvailability availability;
  private final Answers answers;

  Probes(ApplicationAvailability availability, Answers answers) {
    this.availability = availability;
    this.answers = answers;
  }

  @Override
  public Set<String> patterns() {
    return Set.of(LIVENESS, READINESS);
  }

  @Override
  public Mono<Void> answer(ServerWebExchange exchange) {
    var good =
        exchange.getRequest().getURI().getRawPath().equals(LIVENESS)
            ? availability.getLivenessState() == LivenessState.CORRECT
            : availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    return good
        ? answers.json(exchange, HttpStatus.OK, "{\"status\":\"UP\"}")
        : answers.json(exchange, HttpStatus.SERVICE_UNAVAILABLE, "{\"status\":\"DOWN\"}");
  }
}
