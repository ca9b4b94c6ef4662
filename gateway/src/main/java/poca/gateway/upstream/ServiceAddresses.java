package poca.gateway.upstream;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import poca.gateway.route.Service;

/// Where the services are: `poca.peers.<service>`, set by `POCA_*_URL`.
@Component
public final class ServiceAddresses {

  private final Map<Service, String> addresses = new EnumMap<>(Service.class);

  ServiceAddresses(Environment environment) {
    for (var service : Service.values()) {
      if (service != Service.GATEWAY) {
        var address = environment.getRequiredProperty("poca.peers." + service.id());
        addresses.put(
            service, address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
      }
    }
  }

  /// `http://localhost:8004`, without a slash at its end.
  public String of(Service service) {
    var address = addresses.get(service);
    if (address == null) {
      throw new IllegalArgumentException(service + " has no address");
    }
    return address;
  }
}
