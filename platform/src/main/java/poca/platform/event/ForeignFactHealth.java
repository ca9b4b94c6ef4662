package poca.platform.event;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;

/// Notes `foreign_fact` for a day after a record that no rightful writer signed. It changed
/// nothing, so the service is up all the same.
final class ForeignFactHealth implements HealthIndicator {

  private final ForeignFactTable foreign;

  ForeignFactHealth(ForeignFactTable foreign) {
    this.foreign = foreign;
  }

  @Override
  public Health health() {
    try {
      return foreign.any()
          ? Health.up().withDetail("notes", List.of("foreign_fact")).build()
          : Health.up().build();
    } catch (DataAccessException databaseOutOfReach) {
      return Health.up().build();
    }
  }
}
