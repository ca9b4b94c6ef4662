package poca.access.edge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;

/// Makes tokens as auth-service does, with one thing changed where a test wants it.
final class Signed {

  static final String USER = "0193a000-0000-7000-8000-000000000001";

  private Signed() {}

  static String as(String role) {
    return with(claims -> claims.claim("role", role));
  }

  static String with(Consumer<JWTClaimsSet.Builder> change) {
    return by(EdgeApplication.KEY, change);
  }

  static String by(RSAKey key, Consumer<JWTClaimsSet.Builder> change) {
    try {
      var token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
              claims(change));
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer("http://localhost:8000")
            .audience("poca")
            .subject(USER)
            .issueTime(Date.from(now))
            .notBeforeTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(600)))
            .jwtID("0193a000-0000-7000-8000-0000000000aa")
            .claim("sid", "0193a000-0000-7000-8000-0000000000bb")
            .claim("role", "patient")
            .claim("profile_id", USER)
            .claim("type", "access");
    change.accept(claims);
    return claims.build();
  }
}
