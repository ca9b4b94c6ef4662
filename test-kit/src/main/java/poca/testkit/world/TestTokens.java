package poca.testkit.world;

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
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import poca.contracts.Claims;
import poca.contracts.Role;
import poca.contracts.SessionId;

/// Signs tokens as auth-service would, with one key for this JVM. A service whose tests import it
/// trusts them.
@TestConfiguration(proxyBeanMethods = false)
public class TestTokens {

  /// Where another JVM hands its key on, so that its people are known here too.
  private static final String KEY_OF_ANOTHER = "poca.test.key";

  private static final RSAKey KEY = key();

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
  JWKSource<SecurityContext> keysOfTheTests() {
    return new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK()));
  }

  public static String access(UUID user, Role role, SessionId session, Duration life) {
    return signed(
        new JWTClaimsSet.Builder()
            .subject(user.toString())
            .claim(Claims.TYPE, Claims.ACCESS)
            .claim(Claims.ROLE, role.wire())
            .claim(Claims.SESSION, session.toString())
            .claim(Claims.PROFILE, role == Role.ADMIN ? null : user.toString()),
        life);
  }

  public static String service(String name) {
    return signed(
        new JWTClaimsSet.Builder().subject(name).claim(Claims.TYPE, Claims.SERVICE),
        Duration.ofMinutes(5));
  }

  private static String signed(JWTClaimsSet.Builder claims, Duration life) {
    var now = Instant.now();
    var token =
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
      token.sign(new RSASSASigner(KEY));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
