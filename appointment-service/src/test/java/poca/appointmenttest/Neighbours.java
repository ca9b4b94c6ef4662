package poca.appointmenttest;

import com.sun.net.httpserver.HttpExchange;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import poca.testkit.world.StandIn;

/// Stands in for auth and the directory. It knows no relation but what reached the service, and the
/// shifts that a test sets.
public final class Neighbours extends StandIn {

  private final Map<UUID, String> shifts = new ConcurrentHashMap<>();
  private volatile boolean directoryIsAway;

  Neighbours() {
    on("/internal/relations/", _ -> Reply.empty(directoryIsAway ? 503 : 404));
    on("/api/v1/doctors/", this::doctor);
  }

  public void directoryIsAway(boolean away) {
    directoryIsAway = away;
  }

  public void shift(UUID doctor, String start, String end) {
    shifts.put(
        doctor, "{\"shift_time_start\":\"%s\",\"shift_time_end\":\"%s\"}".formatted(start, end));
  }

  private Reply doctor(HttpExchange asked) {
    return directoryIsAway
        ? Reply.empty(503)
        : Reply.ofData(shifts.getOrDefault(id(asked), "{\"shift_time_start\":null}"));
  }
}
