package poca.appointment.calendar;

import io.micrometer.common.KeyValue;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/// Says in spans which route was asked and not by which path: a calendar's path is its key.
@Component
class SpansWithoutTokens extends DefaultServerRequestObservationConvention {

  @Override
  protected KeyValue httpUrl(ServerRequestObservationContext context) {
    var pattern = context.getPathPattern();
    return KeyValue.of("http.url", pattern == null ? "none" : pattern);
  }
}
