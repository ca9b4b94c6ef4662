package poca.auth.key;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

  /// Here tokens are verified with the keys at hand; the other services fetch them.
  @Bean
  JWKSource<SecurityContext> ownKeys(SigningKeys keys) {
    return (selector, _) -> keys.select(selector);
  }
}
