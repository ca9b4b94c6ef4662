package poca.aitest;

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
import java.text.ParseException;
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

  /// Where another JVM hands its key on, so that its people are known here too.
  private static final String KEY_OF_ANOTHER = "poca.test.key";

  private static final RSAKey KEY = key();
  private static final Map<SessionId, SessionCheck.Verdict> VERDICTS = new ConcurrentHashMap<>();

  private static RSAKey key() {
    var given = System.getProperty(KEY_OF_ANOTHER);
    try {
      return given != null
          ? RSAKey.parse(given)
          : new RSAKeyGenerator(2048).keyID("test").generate();
    } catch (JOSEException | ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The option of a JVM that is to know the people of this one.
  public static String keyForAnother() {
    return "-D" + KEY_OF_ANOTHER + "=" + KEY.toJSONString();
  }

  @Bean
  JWKSource<SecurityContext> keys() {
    return new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK()));
  }

  @Bean
  SessionCheck logins() {
    return (session, _) -> VERDICTS.getOrDefault(session, SessionCheck.Verdict.LIVE);
  }

  @Bean
  DynamicPropertyRegistrar addressesOfTheNeighbours() {
    return registry -> {
      for (var service : new String[] {"auth", "directory", "records", "chat"}) {
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

  static String serviceToken(String service) {
    return token(
        new JWTClaimsSet.Builder().subject(service).claim(Claims.TYPE, Claims.SERVICE),
        Duration.ofMinutes(5));
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
