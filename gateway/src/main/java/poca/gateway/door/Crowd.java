package poca.gateway.door;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import poca.gateway.route.Service;
import poca.platform.web.Refusal;
import reactor.core.publisher.Mono;

/// How many requests may be under way at one service: so that one that hangs neither fills the
/// gateway's memory nor makes those wait who come too late anyway.
@Component
final class Crowd {

  private static final int MOST = 1024;

  private final Map<Service, Semaphore> places = new EnumMap<>(Service.class);

  Crowd() {
    for (var service : Service.values()) {
      places.put(service, new Semaphore(MOST));
    }
  }

  /// @return the work, or 503 at once if there are too many
  Mono<Void> one(Service service, Mono<Void> work) {
    return Mono.defer(() -> {
      var place = places.get(service);
      return place == null || !place.tryAcquire()
          ? Mono.error(Refusal.unavailable())
          : work.doFinally(_ -> place.release());
    });
  }
}
