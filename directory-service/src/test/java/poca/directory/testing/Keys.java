package poca.directory.testing;

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
import poca.contracts.Claims;
import poca.contracts.Role;

/// Signs tokens as auth-service would.
final class Keys {

  private final RSAKey key;

  Keys() {
    try {
      key = new RSAKeyGenerator(2048).keyID("test").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  JWKSet publicKeys() {
    return new JWKSet(key.toPublicJWK());
  }

  String access(UUID user, Role role) {
    return sign(
        claims(user.toString())
            .claim(Claims.TYPE, Claims.ACCESS)
            .claim(Claims.ROLE, role.wire())
            .claim(Claims.SESSION, UUID.randomUUID().toString())
            .claim(Claims.PROFILE, role == Role.ADMIN ? null : user.toString()));
  }

  String service(String name) {
    return sign(claims(name).claim(Claims.TYPE, Claims.SERVICE));
  }

  private static JWTClaimsSet.Builder claims(String subject) {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .subject(subject)
        .issuer("http://localhost:8000")
        .audience(Claims.AUDIENCE)
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(30))))
        .jwtID(UUID.randomUUID().toString());
  }

  private String sign(JWTClaimsSet.Builder claims) {
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims.build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }
}
