package poca.platform.peer;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import poca.platform.web.Refusal;

/// This service's own token: fetched by the client credentials grant (RFC 6749, 4.4) and renewed a
/// minute before it ends. A failed renewal keeps the old one while it is good. Nobody waits for
/// more than one question to auth-service: who waited for one that failed is not the next to ask.
final class ServiceToken {

  private static final Duration EARLY = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final RestClient auth;
  private final String basic;
  private final Clock clock;
  private final ReentrantLock renewing = new ReentrantLock();
  private volatile @Nullable Held held;
  private Instant failedAt = Instant.EPOCH;

  ServiceToken(RestClient auth, String service, String secret, Clock clock) {
    this.auth = auth;
    this.basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((service + ":" + secret).getBytes(StandardCharsets.UTF_8));
    this.clock = clock;
  }

  /// @throws Refusal 503 if there is none and auth-service does not give one
  String value() {
    var current = held;
    if (current != null && !current.isDue(clock.instant())) {
      return current.token();
    }
    if (current != null && current.isGood(clock.instant())) {
      if (!renewing.tryLock()) {
        return current.token();
      }
    } else {
      renewing.lock();
    }
    try {
      return renewed();
    } finally {
      renewing.unlock();
    }
  }

  private String renewed() {
    var current = held;
    var now = clock.instant();
    if (current != null && !current.isDue(now)) {
      return current.token();
    }
    if (!now.isBefore(failedAt.plus(PAUSE))) {
      try {
        var fetched = fetch();
        held = fetched;
        return fetched.token();
      } catch (RestClientException failed) {
        failedAt = clock.instant();
      }
    }
    if (current != null && current.isGood(now)) {
      return current.token();
    }
    throw Refusal.unavailable();
  }

  private Held fetch() {
    var grant =
        auth.post()
            .uri("/oauth2/token")
            .header(HttpHeaders.AUTHORIZATION, basic)
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .body("grant_type=client_credentials")
            .retrieve()
            .body(Grant.class);
    if (grant == null) {
      throw new RestClientException("no token in the answer");
    }
    return new Held(grant.accessToken(), clock.instant().plusSeconds(grant.expiresIn()));
  }

  private record Held(String token, Instant expiresAt) {
    boolean isDue(Instant now) {
      return !now.isBefore(expiresAt.minus(EARLY));
    }

    boolean isGood(Instant now) {
      return now.isBefore(expiresAt);
    }
  }

  private record Grant(String accessToken, long expiresIn) {}
}
