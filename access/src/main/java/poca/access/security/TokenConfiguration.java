package poca.access.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/// Token verification for servlet services and the gateway alike. auth-service brings its own key
/// source.
@AutoConfiguration
class TokenConfiguration {

  /// Keys are fetched when first needed, renewed every five minutes and at once (at most every two
  /// seconds) for an unknown `kid`; the last known ones serve for four hours while auth-service is
  /// away.
  ///
  /// @param kept how long: shorter than a new key is published before it signs, and at least 40 s
  ///   (the source renews half a minute early)
  @Bean
  @ConditionalOnMissingBean(JWKSource.class)
  JWKSource<SecurityContext> keys(
      @Value("${poca.peers.auth-service:http://localhost:8001}") String auth,
      @Value("${poca.keys-kept:5m}") Duration kept)
      throws MalformedURLException {
    var url = URI.create(auth + "/.well-known/jwks.json").toURL();
    return JWKSourceBuilder.create(url, new DefaultResourceRetriever(500, 1000, 64 * 1024))
        .cache(kept.toMillis(), Duration.ofSeconds(3).toMillis())
        .rateLimited(Duration.ofSeconds(2).toMillis())
        .retrying(true)
        .outageTolerant(Duration.ofHours(4).toMillis())
        .build();
  }

  @Bean
  TokenVerifier tokens(
      JWKSource<SecurityContext> keys,
      @Value("${poca.public-base-url}") String issuer,
      Clock clock) {
    return new TokenVerifier(keys, issuer, clock);
  }
}
