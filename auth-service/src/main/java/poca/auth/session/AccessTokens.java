package poca.auth.session;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import poca.auth.key.SigningKeys;
import poca.contracts.Claims;
import poca.contracts.Role;
import poca.contracts.SessionId;
import poca.contracts.UserId;
import poca.platform.IdSource;

/// Writes access tokens (contract 1.5).
@Component
class AccessTokens {

  private final SigningKeys keys;
  private final String issuer;
  private final IdSource ids;

  AccessTokens(SigningKeys keys, @Value("${poca.public-base-url}") String issuer, IdSource ids) {
    this.keys = keys;
    this.issuer = issuer;
    this.ids = ids;
  }

  String issue(UserId user, Role role, SessionId session, Instant now, Duration life) {
    var claims =
        new JWTClaimsSet.Builder()
            .serializeNullClaims(true)
            .issuer(issuer)
            .audience(Claims.AUDIENCE)
            .subject(user.toString())
            .issueTime(Date.from(now))
            .notBeforeTime(Date.from(now))
            .expirationTime(Date.from(now.plus(life)))
            .jwtID(ids.next().toString())
            .claim(Claims.SESSION, session.toString())
            .claim(Claims.ROLE, role.wire())
            .claim(Claims.PROFILE, role == Role.ADMIN ? null : user.toString())
            .claim(Claims.TYPE, Claims.ACCESS)
            .build();
    return keys.sign(claims);
  }
}
