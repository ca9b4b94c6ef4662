package poca.gateway.page;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import poca.gateway.GatewaySettings;
import poca.gateway.door.EnvelopeWriter;
import poca.gateway.door.Page;
import poca.platform.web.Reply;
import reactor.core.publisher.Mono;

/// `/`: what this is and where it is described.
@Component
final class Welcome implements Page {

  private record Service(String name, String description, String version, String documentation) {}

  private final EnvelopeWriter envelopes;
  private final Reply<Service> reply;

  Welcome(EnvelopeWriter envelopes, GatewaySettings settings) {
    this.envelopes = envelopes;
    this.reply =
        Reply.ok(
            "Welcome to POCA Service API",
            new Service(
                "POCA Service API",
                "Connects patients, doctors and hospitals: records, appointments, chat, and an"
                    + " assistant that asks first.",
                settings.version(),
                "/api/v1/docs"));
  }

  @Override
  public Set<String> patterns() {
    return Set.of("/");
  }

  @Override
  public Mono<Void> answer(ServerWebExchange exchange) {
    return envelopes.reply(exchange, reply);
  }
}
