package poca.ai.context;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import poca.platform.peer.Peers;
import tools.jackson.databind.JsonNode;

/// Asks the owners something harmless when the service starts. The first question of a process
/// loads classes and a service token, takes longer than an answer may wait, and would leave the
/// first patient's record out.
@Component
class WarmUp {

  private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

  private static final String HEALTH = "/actuator/health/liveness";

  private final Peers peers;

  WarmUp(Peers peers) {
    this.peers = peers;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    for (var service : new String[] {"directory-service", "records-service"}) {
      Thread.ofVirtual().name("warm-up-" + service).start(() -> ask(service));
    }
  }

  private void ask(String service) {
    // a public route, which looks at no token
    try {
      var _ = peers.of(service).get(HEALTH, JsonNode.class);
      var _ = peers.of(service).getAs("none", HEALTH, JsonNode.class);
    } catch (RuntimeException later) {
      log.debug("{} not asked yet: {}", service, later.toString());
    }
  }
}
