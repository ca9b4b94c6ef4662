package poca.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import poca.platform.IdSource;
import tools.jackson.databind.json.JsonMapper;

/// Says in the envelope what Tomcat refuses before the application sees it: a target or headers
/// that it cannot read.
final class ContainerErrorValve extends ErrorReportValve {

  private final JsonMapper json;
  private final IdSource ids;

  ContainerErrorValve(JsonMapper json, IdSource ids) {
    this.json = json;
    this.ids = ids;
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
