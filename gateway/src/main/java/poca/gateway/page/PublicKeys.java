package poca.gateway.page;

import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import poca.gateway.door.EnvelopeWriter;
import poca.gateway.door.Page;
import poca.gateway.route.Service;
import poca.gateway.upstream.ServiceClient;
import poca.platform.web.Refusal;
import reactor.core.publisher.Mono;

/// `/.well-known/jwks.json`: auth-service's public keys. The last ones serve on while auth-service
/// is away, since tokens are good without it.
@Component
final class PublicKeys implements Page {

  private static final Logger log = LoggerFactory.getLogger(PublicKeys.class);
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final ServiceClient services;
  private final EnvelopeWriter envelopes;
  private final Mono<String> keys;
  private volatile @Nullable String last;

  PublicKeys(ServiceClient services, EnvelopeWriter envelopes) {
    this.services = services;
    this.envelopes = envelopes;
    this.keys = Mono.defer(this::ask).cache(_ -> FRESH, _ -> Duration.ZERO, () -> Duration.ZERO);
  }

  @Override
  public Set<String> patterns() {
    return Set.of("/.well-known/jwks.json");
  }

  @Override
  public Mono<Void> answer(ServerWebExchange exchange) {
    return keys.flatMap(set -> envelopes.json(exchange, HttpStatus.OK, set));
  }

  private Mono<String> ask() {
    return services
        .get(Service.AUTH, "/.well-known/jwks.json", new HttpHeaders(), LIMIT)
        .map(PublicKeys::publicOnly)
        .doOnNext(set -> last = set)
        .onErrorResume(cause -> {
          log.warn("no keys from auth-service: {}", cause.toString());
          var held = last;
          return held == null ? Mono.error(Refusal.unavailable()) : Mono.just(held);
        });
  }

  /// Whatever auth-service says, no private part of a key passes here.
  private static String publicOnly(ServiceClient.Response response) {
    try {
      if (response.status() != HttpStatus.OK.value()) {
        throw new IllegalStateException("status " + response.status());
      }
      return JWKSet.parse(response.body()).toPublicJWKSet().toString(true);
    } catch (ParseException notKeys) {
      throw new IllegalStateException("not a set of keys", notKeys);
    }
  }
}
