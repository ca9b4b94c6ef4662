package poca.gateway.access;

import java.net.InetAddress;
import org.springframework.stereotype.Component;
import poca.access.security.Tokens;
import poca.access.session.SessionCheck;
import poca.access.session.SessionCheck.Verdict;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Lets callers in: the token must be good, its session alive, and the caller within the rate. A
/// request that is refused here counts against its address, so that guessing is slow and an account
/// cannot be kept busy by others.
@Component
public final class Gatekeeper {

  private final VerifiedTokens tokens;
  private final SessionCheck sessions;
  private final Rates rates;

  Gatekeeper(VerifiedTokens tokens, SessionCheck sessions, Rates rates) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.rates = rates;
  }

  /// Somebody without a token.
  ///
  /// @throws Refusal 429
  public void admitNobody(InetAddress client) {
    rates.spend(ClientAddresses.keyOf(client));
  }

  /// @return whose token it is, or the contract's refusal: 401, 403, 429, 503
  public Mono<Tokens.Access> admit(String token, InetAddress client) {
    var known = tokens.known(token);
    if (known != null) {
      return alive(known, client);
    }
    return Mono.defer(
            () -> {
              rates.requireSome(ClientAddresses.keyOf(client));
              return tokens.verified(token);
            })
        .doOnError(Refusal.class, refusal -> count(refusal, client))
        .flatMap(access -> alive(access, client));
  }

  private void count(Refusal refusal, InetAddress client) {
    if (refusal.status() == 401) {
      rates.spend(ClientAddresses.keyOf(client));
    }
  }

  private Mono<Tokens.Access> alive(Tokens.Access access, InetAddress client) {
    var known = sessions.known(access.session(), access.user());
    var verdict =
        known != null
            ? Mono.just(known)
            : Mono.fromCallable(() -> sessions.check(access.session(), access.user()))
                .subscribeOn(Schedulers.boundedElastic());
    return verdict.map(found -> {
      rates.spend(found == Verdict.LIVE ? access.user() : ClientAddresses.keyOf(client));
      requireLive(found);
      return access;
    });
  }

  private static void requireLive(Verdict verdict) {
    switch (verdict) {
      case LIVE -> {}
      case ENDED -> throw Refusal.unauthenticated(ErrorCode.AUTH_003, "Session has ended");
      case BARRED -> throw Refusal.notAllowed("Account is deactivated");
      case UNKNOWN -> throw Refusal.unavailable();
    }
  }
}
