package poca.gateway.door;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import poca.platform.web.ErrorBody;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;
import reactor.core.publisher.Mono;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Writes what the gateway itself has to say, in the contract's envelopes.
@Component
public final class EnvelopeWriter {

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  EnvelopeWriter() {}

  public Mono<Void> reply(ServerWebExchange exchange, Reply<?> reply) {
    return json(exchange, HttpStatus.valueOf(reply.statusCode()), text(reply));
  }

  Mono<Void> refuse(ServerWebExchange exchange, Refusal refusal) {
    var headers = exchange.getResponse().getHeaders();
    refusal.headers().forEach(headers::set);
    return json(exchange, HttpStatusCode.valueOf(refusal.status()), body(exchange, refusal));
  }

  private static String body(ServerWebExchange exchange, Refusal refusal) {
    return envelope(refusal, RequestContext.of(exchange).requestId());
  }

  static String envelope(Refusal refusal, String requestId) {
    return text(ErrorBody.of(refusal, requestId));
  }

  private static String text(Object value) {
    return JSON.writeValueAsString(value);
  }

  /// JSON that is ready already.
  public Mono<Void> json(ServerWebExchange exchange, HttpStatusCode status, String text) {
    return bytes(
        exchange, status, MediaType.APPLICATION_JSON, text.getBytes(StandardCharsets.UTF_8));
  }

  public Mono<Void> bytes(
      ServerWebExchange exchange, HttpStatusCode status, MediaType type, byte[] body) {
    var response = exchange.getResponse();
    response.setStatusCode(status);
    var headers = response.getHeaders();
    headers.remove(HttpHeaders.TRANSFER_ENCODING);
    headers.setContentType(type);
    headers.setContentLength(body.length);
    if (exchange.getRequest().getMethod() == HttpMethod.HEAD) {
      return response.setComplete();
    }
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
  }

  /// A status and headers that say everything.
  Mono<Void> empty(ServerWebExchange exchange, HttpStatusCode status) {
    exchange.getResponse().setStatusCode(status);
    exchange.getResponse().getHeaders().setContentLength(0);
    return exchange.getResponse().setComplete();
  }
}
