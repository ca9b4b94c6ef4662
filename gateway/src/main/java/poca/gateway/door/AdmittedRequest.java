package poca.gateway.door;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/// A request as a service gets to see it: with the headers that the gateway lets through or sets,
/// and a body that it has counted.
final class AdmittedRequest extends ServerHttpRequestDecorator {

  private final HttpHeaders headers;
  private final Flux<DataBuffer> body;

  AdmittedRequest(ServerHttpRequest request, HttpHeaders headers, Flux<DataBuffer> body) {
    super(request);
    this.headers = headers;
    this.body = body;
  }

  @Override
  public HttpHeaders getHeaders() {
    return headers;
  }

  @Override
  public Flux<DataBuffer> getBody() {
    return body;
  }
}
