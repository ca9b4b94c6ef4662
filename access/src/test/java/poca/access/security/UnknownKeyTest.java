package poca.access.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import poca.platform.web.Refusal;

/// Tokens that name a key which nobody published, however fast they come: the caller's mistake.
class UnknownKeyTest {

  private static final String ISSUER = "https://poca.example";

  private final AtomicInteger fetched = new AtomicInteger();
  private RSAKey key;
  private HttpServer auth;
  private TokenVerifier tokens;

  @BeforeEach
  void begin() throws Exception {
    key = new RSAKeyGenerator(2048).keyID("ours").generate();
    auth = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    auth.createContext(
        "/.well-known/jwks.json",
        exchange -> {
          fetched.incrementAndGet();
          var keys = new JWKSet(key).toString().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    auth.start();
    tokens = verifier();
  }

  private TokenVerifier verifier() throws Exception {
    var url = "http://127.0.0.1:" + auth.getAddress().getPort();
    return new TokenVerifier(
        new TokenConfiguration().keys(url, Duration.ofMinutes(5)), ISSUER, Clock.systemUTC());
  }

  @AfterEach
  void end() {
    auth.stop(0);
  }

  @Test
  void each_is_refused_and_few_ask_for_the_keys_again() throws Exception {
    for (var i = 0; i < 100; i++) {
      refused(401, token("guess " + i));
    }

    tokens.access(token("ours"));
    assertThat(fetched.get()).as("once a second or less, in a few seconds").isLessThan(25);
  }

  @Test
  void they_are_refused_while_nobody_can_be_asked_for_keys() throws Exception {
    tokens.access(token("ours"));
    auth.stop(0);

    for (var i = 0; i < 5; i++) {
      refused(401, token("guess " + i));
    }
    tokens.access(token("ours"));
  }

  @Test
  void without_any_key_nobody_can_say() throws Exception {
    auth.stop(0);

    for (var i = 0; i < 5; i++) {
      refused(503, token("ours"));
    }
  }

  private void refused(int status, String token) {
    assertThatThrownBy(() -> tokens.access(token))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
  }

  private String token(String kid) throws Exception {
    var now = Instant.now();
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build(),
            new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("poca")
                .subject(UUID.randomUUID().toString())
                .expirationTime(Date.from(now.plusSeconds(600)))
                .claim("sid", UUID.randomUUID().toString())
                .claim("role", "doctor")
                .claim("type", "access")
                .build());
    jwt.sign(new RSASSASigner(key));
    return jwt.serialize();
  }
}
