package poca.platform.peer;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/// The other services, by name. One question has 500 ms (`poca.peer-time-limit`), each service its
/// own circuit breaker and at most 32 questions under way, so that a slow neighbour cannot take
/// this service with it.
public final class Peers {

  private static final int UNDER_WAY = 32;

  private final Map<String, String> urls;
  private final ServiceToken token;
  private final RestClient.Builder http;
  private final Duration timeLimit;
  private final Map<String, Peer> peers = new ConcurrentHashMap<>();

  Peers(Map<String, String> urls, ServiceToken token, RestClient.Builder http, Duration timeLimit) {
    this.urls = Map.copyOf(urls);
    this.token = token;
    this.http = http;
    this.timeLimit = timeLimit;
  }

  /// @param service `directory-service`, say
  /// @throws IllegalArgumentException if its address is not configured
  public Peer of(String service) {
    return of(service, timeLimit);
  }

  /// For the few commands that take the other side longer than a question does: a sign-up hashes a
  /// password.
  ///
  /// @param limit for the whole answer
  public Peer of(String service, Duration limit) {
    return peers.computeIfAbsent(service + " " + limit, _ -> connect(service, limit));
  }

  /// This service's own token, for where it goes beside somebody else's.
  ///
  /// @throws poca.platform.web.Refusal 503 if there is none and auth-service does not give one
  public String ownToken() {
    return token.value();
  }

  private Peer connect(String service, Duration limit) {
    var url = urls.get(service);
    if (url == null || url.isBlank()) {
      throw new IllegalArgumentException("no address is configured for " + service);
    }
    var breaker =
        CircuitBreaker.of(
            service,
            CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(60)
                .waitDurationInOpenState(Duration.ofSeconds(1))
                .permittedNumberOfCallsInHalfOpenState(3)
                .automaticTransitionFromOpenToHalfOpenEnabled(false)
                .build());
    var bulkhead =
        Bulkhead.of(
            service,
            BulkheadConfig.custom().maxConcurrentCalls(UNDER_WAY).maxWaitDuration(limit).build());
    return new Peer(
        http.clone().baseUrl(url).requestFactory(requests(limit)).build(),
        token,
        breaker,
        bulkhead);
  }

  static JdkClientHttpRequestFactory requests(Duration limit) {
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(limit)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    var factory = new JdkClientHttpRequestFactory(client);
    factory.setReadTimeout(limit);
    return factory;
  }
}
