package poca.platform;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/// Time and ids, which a test may set.
@AutoConfiguration
class PlatformConfiguration {

  /// Whole milliseconds, as the contract shows them: what is stored is what was answered.
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Bean
  @ConditionalOnMissingBean
  IdSource idSource() {
    return Generators.timeBasedEpochGenerator()::generate;
  }
}
