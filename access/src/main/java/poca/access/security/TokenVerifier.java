package poca.access.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
///
/// A signature that was good is not verified again for half a minute: its claims are kept under the
/// token's SHA-256, in bounded number. Everything else is checked each time.
public final class TokenVerifier {

  private static final Duration NOT_BEFORE_SKEW = Duration.ofSeconds(5);

  private static final Duration KEPT = Duration.ofSeconds(30);
  private static final int MOST_KEPT = 20_000;

  private static final JWKSelector ANY_KEY = new JWKSelector(new JWKMatcher.Builder().build());

  private final Cache<HashedToken, JWTClaimsSet> signed =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final JWKSource<SecurityContext> keys;
  private final String issuer;
  private final Clock clock;

  TokenVerifier(JWKSource<SecurityContext> keys, String issuer, Clock clock) {
    this.keys = keys;
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
    processor.setJWTClaimsSetVerifier((_, _) -> {}); // checked below, each with its own answer
    this.issuer = issuer;
    this.clock = clock;
  }

  /// What a good access token says. `expiresAt` lets a long connection end in time.
  public record VerifiedToken(UserId user, Role role, SessionId session, Instant expiresAt) {}

  /// For a caller that must not block: never fetches keys.
  ///
  /// @return null if [#access(String)] has to decide: the token is new, forgotten, or to be refused
  public @Nullable VerifiedToken known(String token) {
    var claims = signed.getIfPresent(HashedToken.of(token));
    try {
      return claims == null ? null : accessOf(claims);
    } catch (Refusal refused) {
      return null;
    }
  }

  /// @throws Refusal 401 with the contract's message, 503 if the keys cannot be had
  public VerifiedToken access(String token) {
    return accessOf(verifiedClaims(token));
  }

  private VerifiedToken accessOf(JWTClaimsSet claims) {
    requireInForce(claims);
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
    var claims = verifiedClaims(token);
    requireInForce(claims);
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

  private JWTClaimsSet verifiedClaims(String token) {
    var hash = HashedToken.of(token);
    var claims = signed.getIfPresent(hash);
    if (claims == null) {
      claims = claimsOfSigned(token);
      signed.put(hash, claims);
    }
    return claims;
  }

  private void requireInForce(JWTClaimsSet claims) {
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
  }

  private JWTClaimsSet claimsOfSigned(String token) {
    try {
      return processor.process(SignedJWT.parse(token), null);
    } catch (KeySourceException notAskedAgain) {
      throw keysAreKnown() ? invalid() : Refusal.unavailable();
    } catch (ParseException | BadJOSEException | JOSEException bad) {
      throw invalid();
    }
  }

  /// A key that is not among those we know is none of ours, if it is also not asked for again now:
  /// new keys are published long before they sign.
  private boolean keysAreKnown() {
    try {
      return !keys.get(ANY_KEY, null).isEmpty();
    } catch (KeySourceException away) {
      return false;
    }
  }

  private static Refusal invalid() {
    return Refusal.unauthenticated(ErrorCode.AUTH_003, "Invalid token format");
  }

  /// Keeps no token in memory.
  private record HashedToken(long a, long b, long c, long d) {

    static HashedToken of(String token) {
      try {
        var hash =
            ByteBuffer.wrap(
                MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        return new HashedToken(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
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
