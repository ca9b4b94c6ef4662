package poca.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import poca.access.security.TokenVerifier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Remembers which tokens were found good, by their SHA-256 hash, so that a signature is checked
/// once in five minutes instead of with each request. Neither a token nor anything that could be
/// used as one is kept. Whether the session lives is not remembered here.
@Component
final class VerifiedTokens {

  private static final int MOST = 20_000;
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final TokenVerifier tokenVerifier;
  private final Clock clock;
  private final Cache<ByteBuffer, TokenVerifier.VerifiedToken> good =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  VerifiedTokens(TokenVerifier tokenVerifier, Clock clock) {
    this.tokenVerifier = tokenVerifier;
    this.clock = clock;
  }

  /// Null if the token has to be verified first, or again: a cached one that has expired is
  /// verified for the sake of the right answer.
  TokenVerifier.@Nullable VerifiedToken known(String token) {
    var verifiedToken = good.getIfPresent(hash(token));
    return verifiedToken != null && clock.instant().isBefore(verifiedToken.expiresAt())
        ? verifiedToken
        : null;
  }

  /// Not on the event loop: the keys may have to be fetched.
  Mono<TokenVerifier.VerifiedToken> verified(String token) {
    return Mono.fromCallable(
            () -> {
              var verifiedToken = tokenVerifier.access(token);
              good.put(hash(token), verifiedToken);
              return verifiedToken;
            })
        .subscribeOn(Schedulers.boundedElastic());
  }

  private static ByteBuffer hash(String token) {
    try {
      return ByteBuffer.wrap(
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
