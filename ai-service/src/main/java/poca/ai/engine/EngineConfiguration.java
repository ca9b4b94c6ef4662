package poca.ai.engine;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.ai.interview.Helplines;

@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  @Bean
  Lines lines(EngineSettings settings) {
    return new Lines(settings.lines());
  }

  @Bean
  Engine engine(EngineSettings settings, Lines lines, MeterRegistry meters) {
    return new RulesFirst(
        new Failover(lines.all(), new Builtin(), settings.total(), meters),
        new Helplines(settings.emergencyNumber(), settings.crisisLine()));
  }
}
