package poca.platform.event;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;

/// Says `DEGRADED` with the number of each group's dead letters. It is no reason to take the
/// service out of work: everything else goes on.
final class DeadLetterHealth implements HealthIndicator {

  private static final Status DEGRADED = new Status("DEGRADED", "there are dead letters");

  private final ParkedFacts parked;

  DeadLetterHealth(ParkedFacts parked) {
    this.parked = parked;
  }

  @Override
  public Health health() {
    try {
      var dead = parked.dead();
      return dead.isEmpty()
          ? Health.up().build()
          : Health.status(DEGRADED).withDetails(dead).build();
    } catch (DataAccessException databaseOutOfReach) {
      return Health.unknown().build();
    }
  }
}
