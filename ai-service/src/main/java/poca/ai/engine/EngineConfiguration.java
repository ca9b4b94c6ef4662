package poca.ai.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  private static final Logger log = LoggerFactory.getLogger(EngineConfiguration.class);

  @Bean
  Engine engine(EngineSettings settings) {
    if (settings.keysAreUnused()) {
      log.warn("a provider's key is set, but this build has the builtin engine only");
    }
    return new RulesFirst(new Builtin(), settings.emergencyNumber());
  }
}
