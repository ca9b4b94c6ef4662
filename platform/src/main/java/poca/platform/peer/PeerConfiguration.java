package poca.platform.peer;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Addresses from `poca.peers.<service>`, the secret from `poca.service-secret`.
@AutoConfiguration
class PeerConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Peers peers(
      Environment environment,
      RestClient.Builder http,
      Clock clock,
      @Value("${spring.application.name}") String service,
      @Value("${poca.service-secret:}") String secret,
      @Value("${poca.peer-time-limit:500ms}") Duration timeLimit) {
    Map<String, String> urls =
        Binder.get(environment)
            .bind("poca.peers", Bindable.mapOf(String.class, String.class))
            .orElseGet(HashMap::new);
    var builder =
        http.clone()
            .configureMessageConverters(converters ->
                converters
                    .registerDefaults()
                    .withJsonConverter(new JacksonJsonHttpMessageConverter(wireJson())));
    var auth =
        builder
            .clone()
            .baseUrl(urls.getOrDefault("auth-service", "http://localhost:8001"))
            .requestFactory(Peers.requests(Duration.ofSeconds(1)))
            .build();
    return new Peers(urls, new ServiceToken(auth, service, secret, clock), builder, timeLimit);
  }

  /// What services say to each other is spelt like what they say to clients.
  private static JsonMapper wireJson() {
    return JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }
}
