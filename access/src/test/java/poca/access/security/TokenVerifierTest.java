package poca.access.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;
import poca.testkit.StandingClock;

/// A good signature is verified once; nothing else is taken from the cache.
class TokenVerifierTest {

  private static final Instant BEGINNING = Instant.parse("2027-03-01T09:00:00Z");
  private static final String ISSUER = "https://poca.example";

  private static final RSAKey KEY = newKey();

  private final AtomicInteger keysAsked = new AtomicInteger();
  private final StandingClock clock = new StandingClock(BEGINNING);
  private final TokenVerifier tokens =
      new TokenVerifier(
          (selector, _) -> {
            keysAsked.incrementAndGet();
            return selector.select(new JWKSet(KEY));
          },
          ISSUER,
          clock);

  @Test
  void the_second_time_a_token_is_not_verified_again_and_says_the_same() {
    var token = token("access", KEY);
    var first = tokens.access(token);
    assertThat(tokens.access(token)).isEqualTo(first);
    assertThat(keysAsked).hasValue(1);
  }

  @Test
  void a_token_that_was_good_expires_as_any_other() {
    var token = token("access", KEY);
    tokens.access(token);
    clock.pass(Duration.ofSeconds(601));
    assertRefused(() -> tokens.access(token), ErrorCode.AUTH_002);
  }

  @Test
  void a_token_is_known_once_it_was_verified_and_until_it_expires() {
    var token = token("access", KEY);
    assertThat(tokens.known(token)).isNull();
    var verified = tokens.access(token);
    assertThat(tokens.known(token)).isEqualTo(verified);
    assertThat(keysAsked).hasValue(1);
    clock.pass(Duration.ofSeconds(601));
    assertThat(tokens.known(token)).isNull();
  }

  @Test
  void a_service_token_is_not_known_as_an_access_token() {
    var token = token("service", KEY);
    tokens.service(token);
    assertThat(tokens.known(token)).isNull();
  }

  @Test
  void a_service_token_that_was_good_is_no_access_token() {
    var token = token("service", KEY);
    assertThat(tokens.service(token)).isEqualTo("chat-service");
    assertRefused(() -> tokens.access(token), ErrorCode.AUTH_003);
    assertThat(keysAsked).hasValue(1);
  }

  @Test
  void a_signature_that_is_not_good_is_verified_each_time() {
    var token = token("access", newKey());
    assertRefused(() -> tokens.access(token), ErrorCode.AUTH_003);
    assertRefused(() -> tokens.access(token), ErrorCode.AUTH_003);
    assertThat(keysAsked).hasValue(2);
  }

  @Test
  void another_signature_under_the_same_words_is_another_token() {
    var token = token("access", KEY);
    tokens.access(token);
    var forged = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(342);
    assertRefused(() -> tokens.access(forged), ErrorCode.AUTH_003);
  }

  private static void assertRefused(Runnable use, ErrorCode code) {
    assertThatThrownBy(use::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("one").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String token(String type, RSAKey by) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience("poca")
            .subject(type.equals("access") ? UUID.randomUUID().toString() : "chat-service")
            .notBeforeTime(Date.from(BEGINNING))
            .expirationTime(Date.from(BEGINNING.plusSeconds(600)))
            .claim("sid", UUID.randomUUID().toString())
            .claim("role", "doctor")
            .claim("type", type)
            .build();
    try {
      var token =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
      token.sign(new RSASSASigner(by));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
