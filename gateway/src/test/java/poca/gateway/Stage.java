package poca.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;
import poca.access.session.SessionCheck;
import poca.access.session.SessionCheck.SessionStatus;

/// What stands around the gateway in its tests: one server that plays every service, a key to sign
/// tokens with, and sessions that end when a test says so.
@TestConfiguration(proxyBeanMethods = false)
class Stage {

  static final String ISSUER = "http://localhost:8000";
  static final FakeService SERVICE = new FakeService();
  static final RSAKey KEY = key("first");
  static final RSAKey STRANGE_KEY = key("first");
  static final Map<UUID, SessionStatus> VERDICTS = new ConcurrentHashMap<>();

  static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Bean
  DynamicPropertyRegistrar staged() {
    return properties -> {
      for (var service : new String[] {"auth", "directory", "chat", "ai", "records"}) {
        properties.add("poca.peers." + service + "-service", SERVICE::address);
      }
      properties.add("poca.peers.appointment-service", () -> "http://127.0.0.1:9399");
      properties.add("poca.gateway.rate-limit-per-second", () -> 10);
      properties.add("poca.gateway.trusted-proxies", () -> "127.0.0.0/8");
      properties.add("poca.gateway.time-limit", () -> "1500ms");
      properties.add(
          "poca.gateway.body-time", () -> System.getProperty("poca.gateway.body-time", "2s"));
      properties.add("poca.gateway.max-upload-bytes", () -> 3 << 20);
    };
  }

  @Bean
  JWKSource<SecurityContext> keys() {
    return new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK()));
  }

  @Bean
  SessionCheck sessions() {
    return (session, _) -> VERDICTS.getOrDefault(session.value(), SessionStatus.LIVE);
  }

  static JWTClaimsSet.Builder claims() {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience("poca")
        .subject(UUID.randomUUID().toString())
        .claim("sid", UUID.randomUUID().toString())
        .claim("role", "patient")
        .claim("type", "access")
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(30))));
  }

  /// A good token of somebody new.
  static String token() {
    return token(claims -> claims);
  }

  static String token(UnaryOperator<JWTClaimsSet.Builder> change) {
    return signed(change.apply(claims()).build(), KEY);
  }

  static String signed(JWTClaimsSet claims, RSAKey key) {
    try {
      var jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
