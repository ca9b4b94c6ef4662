package poca.gateway.access;

import java.net.InetAddress;
import org.springframework.stereotype.Component;
import poca.access.security.TokenVerifier;
import poca.access.session.SessionCheck;
import poca.access.session.SessionCheck.SessionStatus;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Lets callers in: the token must be good, its session alive, and the caller within the rate. A
/// request that is refused here counts against its address, so that guessing is slow and an account
/// cannot be kept busy by others.
@Component
public final class Gatekeeper {

  private final TokenVerifier tokens;
  private final SessionCheck sessions;
  private final RateLimiter rateLimiter;

  Gatekeeper(TokenVerifier tokens, SessionCheck sessions, RateLimiter rateLimiter) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.rateLimiter = rateLimiter;
  }

  /// Somebody without a token.
  ///
  /// @throws Refusal 429
  public void admitNobody(InetAddress client) {
    rateLimiter.spend(ClientAddresses.keyOf(client));
  }

  /// @return whose token it is, or the contract's refusal: 401, 403, 429, 503
  public Mono<TokenVerifier.VerifiedToken> admit(String token, InetAddress client) {
    var known = tokens.known(token);
    if (known != null) {
      return alive(known, client);
    }
    return Mono.defer(
            () -> {
              rateLimiter.requireSome(ClientAddresses.keyOf(client));
              return Mono.fromCallable(() -> tokens.access(token))
                  .subscribeOn(Schedulers.boundedElastic()); // the keys may have to be fetched
            })
        .doOnError(Refusal.class, refusal -> count(refusal, client))
        .flatMap(verifiedToken -> alive(verifiedToken, client));
  }

  private void count(Refusal refusal, InetAddress client) {
    if (refusal.status() != 429) {
      rateLimiter.spend(ClientAddresses.keyOf(client));
    }
  }

  private Mono<TokenVerifier.VerifiedToken> alive(
      TokenVerifier.VerifiedToken verifiedToken, InetAddress client) {
    var known = sessions.known(verifiedToken.session(), verifiedToken.user());
    var verdict =
        known != null
            ? Mono.just(known)
            : Mono.fromCallable(() -> sessions.check(verifiedToken.session(), verifiedToken.user()))
                .subscribeOn(Schedulers.boundedElastic());
    return verdict.map(found -> {
      rateLimiter.spend(
          found == SessionStatus.LIVE ? verifiedToken.user() : ClientAddresses.keyOf(client));
      requireLive(found);
      return verifiedToken;
    });
  }

  private static void requireLive(SessionStatus status) {
    switch (status) {
      case LIVE -> {}
      case ENDED -> throw Refusal.unauthenticated(ErrorCode.AUTH_003, "Session has ended");
      case BARRED -> throw Refusal.notAllowed("Account is deactivated");
      case UNKNOWN -> throw Refusal.unavailable();
    }
  }
}
