package poca.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import poca.platform.IdSource;
import tools.jackson.databind.json.JsonMapper;

/// Says in the envelope what Tomcat refuses before the application sees it: a target or headers
/// that it cannot read.
final class ContainerErrorValve extends ErrorReportValve {

  private static final String BROKEN_OFF = ContainerErrorValve.class.getName() + ".broken-off";

  private static final String LAST = ContainerErrorValve.class.getName() + ".last";

  private final JsonMapper json;
  private final IdSource ids;

  ContainerErrorValve(JsonMapper json, IdSource ids) {
    this.json = json;
    this.ids = ids;
  }

  /// Says that nothing more can follow what went out of the answer. Its connection is closed at
  /// once: a client that was promised more bytes would wait for them until nobody listens any more.
  static void brokenOff(HttpServletRequest request) {
    request.setAttribute(BROKEN_OFF, true);
  }

  /// Says that the answer is the last one on its connection, which is closed behind it: nobody
  /// waits for what has not come of the request.
  static void lastAnswer(HttpServletRequest request) {
    request.setAttribute(LAST, true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    super.invoke(request, response);
    if (request.getAttribute(LAST) != null) {
      response.flushBuffer();
      response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
    } else if (request.getAttribute(BROKEN_OFF) != null) {
      response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
    }
  }

  @Override
  protected void report(Request request, Response response, Throwable cause) {
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    var refusal = RefusalAdvice.ofStatus(response.getStatus());
    var id = ids.next().toString();
    try {
      response.setStatus(refusal.status());
      refusal.headers().forEach(response::setHeader);
      response.setHeader(RequestIdFilter.HEADER, id);
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Cache-Control", "no-store");
      response.setContentType("application/json");
      var body = json.writeValueAsString(ErrorBody.of(refusal, id));
      response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      response.finishResponse();
    } catch (IOException clientGone) {
      // nobody is left to answer
    }
  }
}
