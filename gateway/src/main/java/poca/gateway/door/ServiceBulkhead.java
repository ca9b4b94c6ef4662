package poca.gateway.door;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import poca.gateway.GatewaySettings;
import poca.gateway.route.Service;
import poca.platform.web.Refusal;
import reactor.core.publisher.Mono;

/// How many requests may be under way at one service: so that one that hangs neither fills the
/// gateway's memory nor makes those wait who come too late anyway. Of these places one caller gets
/// a quarter, unless nobody's rate is limited: somebody who sends bodies as slowly as we bear must
/// not keep everybody else out.
@Component
final class ServiceBulkhead {

  private static final int MOST = 1024;

  private final int mostOfOne;
  private final Map<Service, Places> places = new EnumMap<>(Service.class);

  ServiceBulkhead(GatewaySettings settings) {
    mostOfOne = settings.rateLimitPerSecond() == 0 ? MOST : MOST / 4;
    for (var service : Service.values()) {
      places.put(service, new Places());
    }
  }

  /// @param who an account's id or an address
  /// @return the work, or at once 429 if the caller has too much under way, 503 if all together
  ///   have
  Mono<Void> one(Service service, Object who, Mono<Void> work) {
    return Mono.defer(() -> {
      var there = Objects.requireNonNull(places.get(service));
      there.take(who, mostOfOne);
      return work.doFinally(_ -> there.giveBack(who));
    });
  }

  private static final class Places {
    private final Semaphore free = new Semaphore(MOST);
    private final Map<Object, Integer> taken = new ConcurrentHashMap<>();

    private void take(Object who, int most) {
      if (!free.tryAcquire()) {
        throw Refusal.unavailable();
      }
      if (taken.merge(who, 1, Integer::sum) > most) {
        giveBack(who);
        throw Refusal.tooMany(Duration.ofSeconds(1));
      }
    }

    private void giveBack(Object who) {
      taken.computeIfPresent(who, (_, many) -> many == 1 ? null : many - 1);
      free.release();
    }
  }
}
