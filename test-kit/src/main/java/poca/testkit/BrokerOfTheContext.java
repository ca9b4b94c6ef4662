package poca.testkit;

import java.util.List;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BrokerOfTheContext {

  @Bean
  KafkaConnectionDetails kafkaConnectionDetailsOfTheContext() {
    return () -> List.of(RealParts.kafka().bootstrapServers());
  }
}
