package poca.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;
import poca.gateway.GatewaySettings;
import poca.platform.web.Refusal;

/// How many requests somebody may make: `RATE_LIMIT_PER_SECOND`, twice that at once. Each instance
/// of the gateway counts for itself (contract 1.5).
@Component
final class RateLimiter {

  /// Somebody who pauses for a minute has a full bucket again, so forgetting it gives nothing away.
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);

  private static final int MOST = 50_000;

  private final int perSecond;
  private final Cache<Object, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(FORGOTTEN_AFTER).build();

  RateLimiter(GatewaySettings settings) {
    this.perSecond = settings.rateLimitPerSecond();
  }

  /// Counts one request.
  ///
  /// @param who an account's id or an address
  /// @throws Refusal 429 if there were too many
  void spend(Object who) {
    if (perSecond == 0) {
      return;
    }
    var probe = bucket(who).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Refusal.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  /// Refuses who has nothing left, counts nothing.
  ///
  /// @throws Refusal 429
  void requireSome(Object who) {
    if (perSecond == 0) {
      return;
    }
    var estimate = bucket(who).estimateAbilityToConsume(1);
    if (!estimate.canBeConsumed()) {
      throw Refusal.tooMany(Duration.ofNanos(estimate.getNanosToWaitForRefill()));
    }
  }

  private Bucket bucket(Object who) {
    return buckets.get(
        who,
        _ ->
            Bucket.builder()
                .addLimit(limit ->
                    limit.capacity(2L * perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build());
  }
}
