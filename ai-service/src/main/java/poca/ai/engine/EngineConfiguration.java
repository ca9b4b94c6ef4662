package poca.ai.engine;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.ai.interview.Helplines;

@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  @Bean
  ModelClients lines(EngineSettings settings) {
    return new ModelClients(settings.lines());
  }

  @Bean
  Engine engine(EngineSettings settings, ModelClients modelClients, MeterRegistry meters) {
    return new RulesFirst(
        new Failover(modelClients.all(), new Builtin(), settings.total(), meters),
        new Helplines(settings.emergencyNumber(), settings.crisisLine()));
  }
}
