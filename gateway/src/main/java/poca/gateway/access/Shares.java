package poca.gateway.access;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import poca.gateway.GatewaySettings;
import poca.platform.web.Refusal;

/// Divides what there is only so much of: places, or bytes of memory. One caller gets a part of it,
/// and so does one address with all its callers: who is kept out makes another account for nothing,
/// another address not so easily. Where no rate is limited (RATE_LIMIT_PER_SECOND=0), whoever asks
/// may have it all.
public final class Shares {

  private final long all;
  private final long ofCaller;
  private final long ofAddress;
  private final AtomicLong taken = new AtomicLong();
  private final Map<Object, Long> byCaller = new ConcurrentHashMap<>();
  private final Map<Object, Long> byAddress = new ConcurrentHashMap<>();

  public Shares(GatewaySettings settings, long all, long ofCaller, long ofAddress) {
    var divided = settings.rateLimitPerSecond() > 0;
    this.all = all;
    this.ofCaller = divided ? ofCaller : all;
    this.ofAddress = divided ? ofAddress : all;
  }

  /// Who asks.
  ///
  /// @param caller an account's id or, without one, the address
  /// @param address as [ClientAddresses#keyOf(java.net.InetAddress)] says it
  public record Claimant(Object caller, String address) {}

  /// @throws Refusal 429 if the caller or its address has its part, 503 if nothing is left
  public void take(Claimant who, long amount) {
    if (taken.addAndGet(amount) > all) {
      taken.addAndGet(-amount);
      throw Refusal.unavailable();
    }
    var ofThisCaller = byCaller.merge(who.caller(), amount, Long::sum);
    var ofThisAddress = byAddress.merge(who.address(), amount, Long::sum);
    if (ofThisCaller > ofCaller || ofThisAddress > ofAddress) {
      giveBack(who, amount);
      throw Refusal.tooMany(Duration.ofSeconds(1));
    }
  }

  /// Gives back what was taken, once.
  public void giveBack(Claimant who, long amount) {
    subtract(byCaller, who.caller(), amount);
    subtract(byAddress, who.address(), amount);
    taken.addAndGet(-amount);
  }

  private static void subtract(Map<Object, Long> from, Object key, long amount) {
    from.computeIfPresent(key, (_, sum) -> sum == amount ? null : sum - amount);
  }
}
