package poca.stack.home;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where everything listens, counted from the gateway's port; all on 127.0.0.1.
public record Ports(int gateway) {

  public static final int DEFAULT = 8000;

  public Ports {
    if (gateway < 1024 || gateway > 65_000) {
      throw new OperatorError(
          "--port %d does not work: choose one from 1024 to 65000.".formatted(gateway));
    }
  }

  public int of(LocalService service) {
    return gateway + service.portOffset();
  }

  /// The gateway's probes and metrics, which are not on its public port.
  public int management() {
    return gateway + 9;
  }

  /// Where a service says whether it is ready.
  public URI readiness(LocalService service) {
    int port = service == LocalService.GATEWAY ? management() : of(service);
    return URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
  }

  public int postgres() {
    return gateway + 40;
  }

  public int kafka() {
    return gateway + 41;
  }

  public int kafkaController() {
    return gateway + 42;
  }

  public int s3() {
    return gateway + 43;
  }

  /// Every port with the name of who listens there.
  public Map<Integer, String> all() {
    Map<Integer, String> all = new LinkedHashMap<>();
    for (LocalService service : LocalService.values()) {
      all.put(of(service), service.id());
    }
    all.put(management(), "the gateway's probes and metrics");
    all.put(postgres(), "PostgreSQL");
    all.put(kafka(), "Kafka");
    all.put(kafkaController(), "the Kafka controller");
    all.put(s3(), "the S3 server");
    return all;
  }
}
