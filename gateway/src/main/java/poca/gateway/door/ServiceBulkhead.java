package poca.gateway.door;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import poca.gateway.GatewaySettings;
import poca.gateway.access.Shares;
import poca.gateway.access.Shares.Claimant;
import poca.gateway.route.Service;
import reactor.core.publisher.Mono;

/// How many requests may be under way at one service: so that one that hangs neither fills the
/// gateway's memory nor makes those wait who come too late anyway. Uploads, each of which holds a
/// thread of the service and room in its temporary folder while its bytes come, have places of
/// their own and leave the others free.
@Component
final class ServiceBulkhead {

  static final int MOST = 1024;
  static final int MOST_UPLOADS = 64;

  private final Map<Service, Shares> requests = new EnumMap<>(Service.class);
  private final Map<Service, Shares> uploads = new EnumMap<>(Service.class);

  ServiceBulkhead(GatewaySettings settings) {
    for (var service : Service.values()) {
      requests.put(service, new Shares(settings, MOST, MOST / 4, MOST / 2));
      uploads.put(service, new Shares(settings, MOST_UPLOADS, MOST_UPLOADS / 4, MOST_UPLOADS / 2));
    }
  }

  /// @return the work, or at once 429 if the caller or its address has too much under way, 503 if
  ///   all together have
  Mono<Void> one(Service service, boolean upload, Claimant who, Mono<Void> work) {
    return Mono.defer(() -> {
      var places = Objects.requireNonNull((upload ? uploads : requests).get(service));
      places.take(who, 1);
      return work.doFinally(_ -> places.giveBack(who, 1));
    });
  }
}
