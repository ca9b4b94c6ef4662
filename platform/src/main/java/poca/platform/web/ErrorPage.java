package poca.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the container refuses by itself, in the envelope too.
@RestController
final class ErrorPage implements ErrorController {

  @RequestMapping("${server.error.path:/error}")
  ResponseEntity<ErrorBody> error(HttpServletRequest request) {
    var status =
        (Integer)
            Objects.requireNonNullElse(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), 404);
    var refusal = RefusalAdvice.ofStatus(status);
    var response = ResponseEntity.status(refusal.status());
    refusal.headers().forEach(response::header);
    return response.body(ErrorBody.of(refusal, RequestIdFilter.of(request)));
  }
}
