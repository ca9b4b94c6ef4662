package poca.appointmenttest;

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
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;
import poca.access.session.SessionCheck;
import poca.contracts.Claims;
import poca.contracts.Role;
import poca.contracts.SessionId;

/// Keys, sessions and the other services, the same for every instance in this JVM.
@TestConfiguration(proxyBeanMethods = false)
public class Surroundings {

  public static final Neighbours NEIGHBOURS = Neighbours.start();

  private static final RSAKey KEY = key();
  private static final Map<SessionId, SessionCheck.Verdict> VERDICTS = new ConcurrentHashMap<>();

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("test").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Bean
  JWKSource<SecurityContext> keys() {
    return new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK()));
  }

  @Bean
  SessionCheck sessions() {
    return (session, _) -> VERDICTS.getOrDefault(session, SessionCheck.Verdict.LIVE);
  }

  @Bean
  DynamicPropertyRegistrar addressesOfTheNeighbours() {
    return registry -> {
      for (var service : new String[] {"auth", "directory"}) {
        registry.add("poca.peers." + service + "-service", NEIGHBOURS::url);
      }
    };
  }

  public static void judge(SessionId session, SessionCheck.Verdict verdict) {
    VERDICTS.put(session, verdict);
  }

  static String accessToken(UUID user, Role role, SessionId session, Duration life) {
    return token(
        new JWTClaimsSet.Builder()
            .subject(user.toString())
            .claim(Claims.TYPE, Claims.ACCESS)
            .claim(Claims.ROLE, role.wire())
            .claim(Claims.SESSION, session.toString())
            .claim(Claims.PROFILE, role == Role.ADMIN ? null : user.toString()),
        life);
  }

  private static String token(JWTClaimsSet.Builder claims, Duration life) {
    var now = Instant.now();
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(),
            claims
                .issuer("http://localhost:8000")
                .audience(Claims.AUDIENCE)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .jwtID(UUID.randomUUID().toString())
                .build());
    try {
      jwt.sign(new RSASSASigner(KEY));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
