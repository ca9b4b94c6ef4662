package poca.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Signs tokens and publishes what they are verified with. A key is published before it signs, and
/// until the last token that it signed has expired.
@Component
public class SigningKeys {

  private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final KeyStore store;
  private final Clock clock;
  private volatile List<SigningKey> keys;
  private volatile Instant readAt = Instant.MIN;

  SigningKeys(KeyStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
    store.rotate();
    this.keys = read();
  }

  /// @return the token in its compact form, RS256
  public String sign(JWTClaimsSet claims) {
    var key = signing();
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.kid()).type(JOSEObjectType.JWT).build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(key.signer());
    } catch (JOSEException e) {
      throw new IllegalStateException("a token could not be signed", e);
    }
    return token.serialize();
  }

  private SigningKey signing() {
    var now = clock.instant();
    var known = keys;
    for (var key : known.reversed()) {
      if (!key.signsFrom().isAfter(now)) {
        return key;
      }
    }
    // The clock of the instance that made the first key is ahead of this one's.
    return known.getFirst();
  }

  /// The public halves of all keys whose tokens may still be good, and of the one that signs next.
  JWKSet published() {
    var now = clock.instant();
    return new JWKSet(
        keys.stream().filter(key -> !key.retired(now)).<JWK>map(SigningKey::published).toList());
  }

  /// The keys that a token may be verified with. One that another instance has just made is found.
  List<JWK> select(JWKSelector selector) {
    var found = selector.select(published());
    if (found.isEmpty() && readAt.plus(LOOK_AGAIN).isBefore(clock.instant())) {
      keys = read();
      found = selector.select(published());
    }
    return found;
  }

  @Scheduled(fixedRateString = "${poca.keys.look-every:PT15S}")
  void lookAfter() {
    try {
      store.rotate();
      keys = read();
    } catch (RuntimeException e) {
      log.warn("the keys could not be looked after, going on with those at hand: {}", e.toString());
    }
  }

  private List<SigningKey> read() {
    readAt = clock.instant();
    return store.all();
  }
}
