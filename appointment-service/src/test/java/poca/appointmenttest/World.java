package poca.appointmenttest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import poca.access.relation.Relations;
import poca.testkit.world.People;

/// People who meet.
@TestComponent
@Lazy
public class World extends People {

  World(Relations relations, @Value("${local.server.port}") int port) {
    super(port, relations::apply);
  }
}
