package poca.gateway.door;

import static poca.contracts.ErrorCode.RES_001;
import static poca.contracts.ErrorCode.SRV_001;
import static poca.contracts.ErrorCode.VAL_001;

import io.netty.channel.ChannelException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;

/// What went wrong on the way, as the answer the contract has for it. A service that cannot be
/// reached, breaks off or is late is 503 and nothing else: what it did of a write nobody here
/// knows.
final class Failures {

  private static final Logger log = LoggerFactory.getLogger(Failures.class);

  static final Refusal UNKNOWN_PATH = new Refusal(404, RES_001, "Not Found");
  static final Refusal MALFORMED = new Refusal(400, VAL_001, "Bad Request");
  static final Refusal TOO_MANY_HEADERS =
      new Refusal(431, VAL_001, "Request Header Fields Too Large");
  static final Refusal TOO_LARGE = new Refusal(413, VAL_001, "Request body too large");
  static final Refusal TOO_SLOW = new Refusal(408, VAL_001, "Request took too long");

  private Failures() {}

  static Refusal wrongMethod(String allowed) {
    return new Refusal(
        405, ErrorCode.BIZ_001, "Method Not Allowed", Map.of(), Map.of("Allow", allowed));
  }

  static Refusal asRefusal(Throwable cause, RequestContext context) {
    for (@Nullable Throwable at = cause; at != null; at = at.getCause()) {
      switch (at) {
        case Refusal refusal -> {
          return refusal;
        }
        case ChannelException late
            when late.getClass().getSimpleName().equals("RequestTimeoutException") -> {
          return TOO_SLOW;
        }
        case TimeoutException _, IOException _ -> {
          log.warn("request_id={} {}: {}", context.requestId(), service(context), at.toString());
          return Refusal.unavailable();
        }
        case ResponseStatusException known when known.getStatusCode().is4xxClientError() -> {
          var reason = HttpStatus.resolve(known.getStatusCode().value());
          return new Refusal(
              known.getStatusCode().value(),
              VAL_001,
              reason == null ? "Refused" : reason.getReasonPhrase());
        }
        default -> {}
      }
    }
    log.error("request_id={} unexpected", context.requestId(), cause);
    return new Refusal(500, SRV_001, "Internal server error");
  }

  private static String service(RequestContext context) {
    var endpoint = context.endpoint();
    return endpoint == null ? "-" : endpoint.service().id();
  }
}
