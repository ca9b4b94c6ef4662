package poca.gateway.door;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/// A request as a service gets to see it: with the headers that the gateway lets through or sets,
/// and a body that is counted as it streams by.
final class AdmittedRequest extends ServerHttpRequestDecorator {

  private final HttpHeaders headers;
  private final long limit;
  private volatile long lastByteAt = System.nanoTime();

  AdmittedRequest(ServerHttpRequest request, HttpHeaders headers, long limit) {
    super(request);
    this.headers = headers;
    this.limit = limit;
  }

  @Override
  public HttpHeaders getHeaders() {
    return headers;
  }

  /// When the last part of the body came, on the clock of [System#nanoTime()].
  long lastByteAt() {
    return lastByteAt;
  }

  @Override
  public Flux<DataBuffer> getBody() {
    return Flux.defer(() -> {
      var count = new long[1];
      return super.getBody()
          .handle((buffer, out) -> {
            lastByteAt = System.nanoTime();
            count[0] += buffer.readableByteCount();
            if (count[0] > limit) {
              DataBufferUtils.release(buffer);
              out.error(Failures.TOO_LARGE);
            } else {
              out.next(buffer);
            }
          });
    });
  }
}
