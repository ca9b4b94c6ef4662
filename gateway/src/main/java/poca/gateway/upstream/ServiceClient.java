package poca.gateway.upstream;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import poca.gateway.route.Service;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/// Questions of the gateway's own to a service: small, short and apart from the connections that
/// carry the clients' requests, so that neither waits for the other.
@Component
public final class ServiceClient {

  private final ServiceAddresses addresses;
  private final HttpClient http =
      HttpClient.create(
              ConnectionProvider.builder("questions")
                  .maxConnections(64)
                  .pendingAcquireMaxCount(1000)
                  .pendingAcquireTimeout(Duration.ofSeconds(1))
                  .maxIdleTime(Duration.ofSeconds(10))
                  .build())
          .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 1000);

  ServiceClient(ServiceAddresses addresses) {
    this.addresses = addresses;
  }

  /// What a service said.
  ///
  /// @param body empty if there was none
  public record Response(int status, @Nullable String contentType, String body) {

    public boolean isJson() {
      return contentType != null && contentType.startsWith("application/json");
    }
  }

  /// @param limit for the whole answer
  /// @return an error if there is none in time
  public Mono<Response> get(Service service, String path, HttpHeaders headers, Duration limit) {
    return http.headers(out -> headers.forEach(out::set))
        .get()
        .uri(addresses.of(service) + path)
        .responseSingle((response, body) ->
            body.asString()
                .defaultIfEmpty("")
                .map(text ->
                    new Response(
                        response.status().code(),
                        response.responseHeaders().get(HttpHeaders.CONTENT_TYPE),
                        text)))
        .timeout(limit);
  }
}
