package poca.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// Writes the error envelope where no controller is in charge: filters, handshakes.
public final class ErrorWriter {

  private final JsonMapper json;

  ErrorWriter(JsonMapper json) {
    this.json = json;
  }

  /// Ends the request with this refusal; an answer that has begun is left as it is.
  public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.setStatus(refusal.status());
    refusal.headers().forEach(response::setHeader);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    var body = json.writeValueAsString(ErrorBody.of(refusal, RequestIdFilter.of(request)));
    response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
  }
}
