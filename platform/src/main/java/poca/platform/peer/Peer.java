package poca.platform.peer;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;
import tools.jackson.databind.JsonNode;

/// One other service. Every call may throw [Refusal]: 503 if the service does not answer in time,
/// is broken, or its breaker is open. Its own refusals of 4xx come back as they are, but for 404 on
/// a GET, which is an empty answer.
public final class Peer {

  private static final Logger log = LoggerFactory.getLogger(Peer.class);

  private final RestClient http;
  private final ServiceToken token;
  private final CircuitBreaker breaker;
  private final Bulkhead bulkhead;

  Peer(RestClient http, ServiceToken token, CircuitBreaker breaker, Bulkhead bulkhead) {
    this.http = http;
    this.token = token;
    this.breaker = breaker;
    this.bulkhead = bulkhead;
  }

  /// Asks an internal route as this service. The answer is the bare object, no envelope.
  public <T> Optional<T> get(String path, Class<T> type, Object... variables) {
    return call(HttpMethod.GET, path, null, token::value, type, false, variables);
  }

  /// Tells an internal route as this service; idempotent, so a caller may repeat it.
  public <T> Optional<T> put(String path, Object body, Class<T> type, Object... variables) {
    return call(HttpMethod.PUT, path, body, token::value, type, false, variables);
  }

  public <T> Optional<T> post(String path, Object body, Class<T> type, Object... variables) {
    return call(HttpMethod.POST, path, body, token::value, type, false, variables);
  }

  public void delete(String path, Object... variables) {
    call(HttpMethod.DELETE, path, null, token::value, Void.class, false, variables);
  }

  /// Hands a stream to an internal route as this service, without holding it in memory. The other
  /// side counts and limits it.
  public <T> Optional<T> upload(
      String path, InputStream content, Class<T> type, Object... variables) {
    return call(
        HttpMethod.POST,
        path,
        (StreamingHttpOutputMessage.Body) content::transferTo,
        token::value,
        type,
        false,
        variables);
  }

  /// Asks a public route in a caller's name, so that the owner's rules decide; what comes back is
  /// the `data` of the envelope.
  ///
  /// @param token the caller's own
  public <T> Optional<T> getAs(String token, String path, Class<T> type, Object... variables) {
    return call(HttpMethod.GET, path, null, () -> token, type, true, variables);
  }

  private <T> Optional<T> call(
      HttpMethod method,
      String path,
      @Nullable Object body,
      Supplier<String> bearer,
      Class<T> type,
      boolean enveloped,
      Object... variables) {
    var authorization = "Bearer " + bearer.get();
    try {
      return bulkhead
          .executeSupplier(() ->
              breaker.executeSupplier(
                  () -> exchange(method, path, body, authorization, type, enveloped, variables)))
          .map(Response::orThrow);
    } catch (CallNotPermittedException | BulkheadFullException notNow) {
      throw Refusal.unavailable();
    } catch (Failed | RestClientException failed) {
      log.warn("{} {} failed: {}", method, path, failed.toString());
      throw Refusal.unavailable();
    }
  }

  private <T> Optional<Response<T>> exchange(
      HttpMethod method,
      String path,
      @Nullable Object body,
      String authorization,
      Class<T> type,
      boolean enveloped,
      Object... variables) {
    var request =
        http.method(method).uri(path, variables).header(HttpHeaders.AUTHORIZATION, authorization);
    var requestId = MDC.get("request_id");
    if (requestId != null) {
      request.header("X-Request-ID", requestId);
    }
    if (body instanceof StreamingHttpOutputMessage.Body streamed) {
      request.contentType(MediaType.APPLICATION_OCTET_STREAM).body(streamed);
    } else if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).body(body);
    }
    return request.exchange((_, response) -> {
      var status = response.getStatusCode();
      if (status.is2xxSuccessful()) {
        if (type == Void.class || status.value() == 204) {
          return Optional.empty();
        }
        var value =
            enveloped
                ? Enveloped.data(response.bodyTo(JsonNode.class), type)
                : response.bodyTo(type);
        return Optional.ofNullable(value).map(v -> new Response<>(v, null));
      }
      if (status.value() == 404 && method == HttpMethod.GET) {
        return Optional.empty();
      }
      if (isOurFault(status)) {
        throw new Failed(status);
      }
      return Optional.of(new Response<>(null, refusal(status, response.bodyTo(JsonNode.class))));
    });
  }

  /// A refused service token or a broken peer is an outage to the caller; only a real refusal of
  /// the request is passed on.
  private static boolean isOurFault(HttpStatusCode status) {
    return status.is5xxServerError() || status.value() == 401 || status.value() == 429;
  }

  private static Refusal refusal(HttpStatusCode status, @Nullable JsonNode body) {
    var code = ErrorCode.BIZ_001;
    var message = "Refused";
    if (body != null) {
      message = body.path("message").asString(message);
      try {
        code = ErrorCode.valueOf(body.path("data").path("error_code").asString(code.name()));
      } catch (IllegalArgumentException unknownCode) {
        log.warn("unknown error code from a peer");
      }
    }
    return new Refusal(status.value(), code, message, Enveloped.details(body), Map.of());
  }

  private record Response<T>(@Nullable T value, @Nullable Refusal refusal) {
    @Nullable T orThrow() {
      if (refusal != null) {
        throw refusal;
      }
      return value;
    }
  }

  private static final class Failed extends RuntimeException {
    private Failed(HttpStatusCode status) {
      super("status " + status.value(), null, false, false);
    }
  }
}
