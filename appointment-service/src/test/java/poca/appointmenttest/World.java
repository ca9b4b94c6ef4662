package poca.appointmenttest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import poca.access.relation.Relations;
import poca.testkit.world.People;
import poca.testkit.world.Response;

/// People who meet.
@TestComponent
@Lazy
public class World extends People {

  World(Relations relations, @Value("${local.server.port}") int port) {
    super(port, relations::apply);
  }

  /// Asked by nobody, without a token.
  public Response byNobody(String path) {
    return send(request(path, null));
  }
}
