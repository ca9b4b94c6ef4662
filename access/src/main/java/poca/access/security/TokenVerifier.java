package poca.access.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import poca.contracts.Claims;
import poca.contracts.ErrorCode;
import poca.contracts.Role;
import poca.contracts.SessionId;
import poca.contracts.UserId;
import poca.contracts.Uuids;
import poca.platform.web.Refusal;

/// Verifies tokens: RS256 and nothing else, whatever the token's header says (RFC 8725, 3.1), then
/// issuer, audience, times and type. Whether the session still lives is asked elsewhere.
public final class TokenVerifier {

  private static final Duration NOT_BEFORE_SKEW = Duration.ofSeconds(5);

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final String issuer;
  private final Clock clock;

  TokenVerifier(JWKSource<SecurityContext> keys, String issuer, Clock clock) {
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
    processor.setJWTClaimsSetVerifier((_, _) -> {}); // checked below, each with its own answer
    this.issuer = issuer;
    this.clock = clock;
  }

  /// What a good access token says. `expiresAt` lets a long connection end in time.
  public record VerifiedToken(UserId user, Role role, SessionId session, Instant expiresAt) {}

  /// @throws Refusal 401 with the contract's message, 503 if the keys cannot be had
  public VerifiedToken access(String token) {
    var claims = verified(token);
    try {
      requireType(claims, Claims.ACCESS);
      return new VerifiedToken(
          new UserId(uuid(claims.getSubject())),
          Role.ofWire(String.valueOf(claims.getStringClaim(Claims.ROLE))),
          new SessionId(uuid(claims.getStringClaim(Claims.SESSION))),
          claims.getExpirationTime().toInstant());
    } catch (ParseException | IllegalArgumentException missing) {
      throw notValidated();
    }
  }

  /// The name of the service whose token this is.
  ///
  /// @throws Refusal as [#access(String)]
  public String service(String token) {
    var claims = verified(token);
    try {
      requireType(claims, Claims.SERVICE);
      var subject = claims.getSubject();
      if (subject == null || subject.isBlank()) {
        throw notValidated();
      }
      return subject;
    } catch (ParseException wrongForm) {
      throw notValidated();
    }
  }

  private JWTClaimsSet verified(String token) {
    JWTClaimsSet claims;
    try {
      claims = processor.process(SignedJWT.parse(token), null);
    } catch (KeySourceException noKeys) {
      throw Refusal.unavailable();
    } catch (ParseException | BadJOSEException | JOSEException bad) {
      throw Refusal.unauthenticated(ErrorCode.AUTH_003, "Invalid token format");
    }
    var now = clock.instant();
    var expires = claims.getExpirationTime();
    if (expires == null) {
      throw notValidated();
    }
    if (!now.isBefore(expires.toInstant())) {
      throw Refusal.unauthenticated(ErrorCode.AUTH_002, "Token has expired");
    }
    if (!issuer.equals(claims.getIssuer())
        || !claims.getAudience().contains(Claims.AUDIENCE)
        || isAfter(claims.getNotBeforeTime(), now.plus(NOT_BEFORE_SKEW))) {
      throw notValidated();
    }
    return claims;
  }

  private static boolean isAfter(@Nullable Date time, Instant limit) {
    return time != null && time.toInstant().isAfter(limit);
  }

  private static void requireType(JWTClaimsSet claims, String type) throws ParseException {
    if (!type.equals(claims.getStringClaim(Claims.TYPE))) {
      throw notValidated();
    }
  }

  private static java.util.UUID uuid(@Nullable String text) {
    return Uuids.parse(text == null ? "" : text);
  }

  private static Refusal notValidated() {
    return Refusal.unauthenticated(ErrorCode.AUTH_003, "Could not validate credentials");
  }
}
