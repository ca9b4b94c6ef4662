package poca.platform.web;

import static poca.contracts.ErrorCode.BIZ_001;
import static poca.contracts.ErrorCode.RES_001;
import static poca.contracts.ErrorCode.SRV_001;
import static poca.contracts.ErrorCode.VAL_001;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;

/// The one place where what was thrown becomes an answer.
@RestControllerAdvice
@Order(0)
final class RefusalAdvice {

  private static final Logger log = LoggerFactory.getLogger(RefusalAdvice.class);

  private final ObjectProvider<RefusalObserver> observers;

  RefusalAdvice(ObjectProvider<RefusalObserver> observers) {
    this.observers = observers;
  }

  @ExceptionHandler
  ResponseEntity<ErrorBody> refused(Refusal refusal, HttpServletRequest request) {
    return answer(refusal, request);
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class,
    CannotCreateTransactionException.class
  })
  ResponseEntity<ErrorBody> databaseAway(Exception cause, HttpServletRequest request) {
    log.warn("database not available: {}", cause.toString());
    return answer(Refusal.unavailable(), request);
  }

  @ExceptionHandler(AsyncRequestNotUsableException.class)
  void brokenOff(HttpServletRequest request) {
    ContainerErrorValve.brokenOff(request);
  }

  @ExceptionHandler
  ResponseEntity<ErrorBody> anything(Throwable cause, HttpServletRequest request) {
    if (isTooSlow(cause)) {
      ContainerErrorValve.lastAnswer(request);
    }
    return answer(refusalFor(cause), request);
  }

  private ResponseEntity<ErrorBody> answer(Refusal refusal, HttpServletRequest request) {
    observers.forEach(observer -> observer.refused(request, refusal));
    var response = ResponseEntity.status(refusal.status()).contentType(MediaType.APPLICATION_JSON);
    refusal.headers().forEach(response::header);
    return response.body(ErrorBody.of(refusal, RequestIdFilter.of(request)));
  }

  static Refusal refusalFor(Throwable cause) {
    return switch (cause) {
      case BindException invalid ->
          Refusal.invalid(
              invalid.getBindingResult().getAllErrors().stream()
                  .map(error -> ValidationErrors.violated("body", error))
                  .toList());
      case HandlerMethodValidationException invalid -> parameters(invalid);
      case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
      case MissingServletRequestParameterException missing ->
          field("query", missing.getParameterName(), "missing");
      case MissingServletRequestPartException missing ->
          field("body", missing.getRequestPartName(), "missing");
      case MissingRequestHeaderException missing ->
          field("header", missing.getHeaderName(), "missing");
      case MethodArgumentTypeMismatchException mismatch ->
          field(
              mismatch.getParameter().hasParameterAnnotation(PathVariable.class) ? "path" : "query",
              ValidationErrors.snakeCase(mismatch.getName()),
              ValidationErrors.typeFor(mismatch.getRequiredType()));
      case InvalidParameterException _ ->
          Refusal.invalid(
              List.of(
                  new Refusal.FieldError(
                      List.of("query"), "not percent-encoded UTF-8", "value_error")));
      case MaxUploadSizeExceededException _ -> tooLarge();
      case MultipartException broken when hasTooLarge(broken) -> tooLarge();
      case MultipartException _ -> field("body", "file", "missing");
      case HttpRequestMethodNotSupportedException wrong -> methodNotAllowed(wrong);
      case HttpMediaTypeNotSupportedException _ -> ofStatus(415);
      case ErrorResponse known when known.getStatusCode().value() != 500 ->
          ofStatus(known.getStatusCode().value());
      default -> {
        log.error("unexpected", cause);
        yield internal();
      }
    };
  }

  /// What the framework or the container refuses with a status of its own, as one that the contract
  /// has (1.3): whatever else is wrong with a request (400, 406, 408, 411, 426, ...) is 400.
  static Refusal ofStatus(int status) {
    return switch (status) {
      case 401 -> Refusal.notAuthenticated();
      case 403 -> Refusal.notAllowed();
      case 404 -> unknownPath();
      case 405 -> new Refusal(405, BIZ_001, "Method Not Allowed");
      case 412 -> new Refusal(412, VAL_001, "Precondition failed");
      case 413 -> new Refusal(413, VAL_001, "Request too large");
      case 414 -> new Refusal(414, VAL_001, "Request target too long");
      case 415 -> new Refusal(415, VAL_001, "Unsupported media type");
      case 416 -> new Refusal(416, VAL_001, "Range not satisfiable");
      case 422 -> new Refusal(422, VAL_001, "Validation error");
      case 429 -> Refusal.tooMany(Duration.ofSeconds(1));
      case 431 -> new Refusal(431, VAL_001, "Request header fields too large");
      case 503 -> Refusal.unavailable();
      default -> status >= 500 ? internal() : new Refusal(400, VAL_001, "Bad Request");
    };
  }

  static Refusal internal() {
    return new Refusal(500, SRV_001, "Internal server error");
  }

  static Refusal unknownPath() {
    return new Refusal(404, RES_001, "Not Found");
  }

  static Refusal tooLarge() {
    return new Refusal(413, VAL_001, "Request body too large");
  }

  private static boolean hasTooLarge(Throwable cause) {
    for (var c = cause; c != null; c = c.getCause()) {
      if (c instanceof BodyLimitFilter.TooLarge
          || c.getClass().getSimpleName().contains("SizeLimitExceeded")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTooSlow(Throwable cause) {
    for (var c = cause; c != null; c = c.getCause()) {
      if (c instanceof BodyLimitFilter.TooSlow) {
        return true;
      }
    }
    return false;
  }

  private static Refusal methodNotAllowed(HttpRequestMethodNotSupportedException wrong) {
    var supported = wrong.getSupportedMethods();
    return new Refusal(
        405,
        BIZ_001,
        "Method Not Allowed",
        Map.of(),
        supported == null ? Map.of() : Map.of("Allow", String.join(", ", supported)));
  }

  private static Refusal unreadable(HttpMessageNotReadableException unreadable) {
    if (hasTooLarge(unreadable)) {
      return tooLarge();
    }
    if (isTooSlow(unreadable)) {
      return new Refusal(408, VAL_001, "Request took too long");
    }
    if (unreadable.getCause() instanceof JacksonException json) {
      return Refusal.invalid(List.of(ValidationErrors.unreadable(json)));
    }
    return Refusal.invalid(
        List.of(new Refusal.FieldError(List.of("body"), "Field required", "missing")));
  }

  private static Refusal parameters(HandlerMethodValidationException invalid) {
    var errors =
        invalid.getParameterValidationResults().stream()
            .flatMap(result -> {
              var parameter = result.getMethodParameter();
              var path = parameter.hasParameterAnnotation(PathVariable.class);
              var body = parameter.hasParameterAnnotation(RequestBody.class);
              return result.getResolvableErrors().stream()
                  .map(error -> {
                    if (body && error instanceof ObjectError o) {
                      return ValidationErrors.violated("body", o);
                    }
                    var violation = result.unwrap(error, ConstraintViolation.class);
                    return new Refusal.FieldError(
                        List.of(
                            path ? "path" : "query",
                            ValidationErrors.snakeCase(
                                String.valueOf(parameter.getParameterName()))),
                        String.valueOf(error.getDefaultMessage()),
                        ValidationErrors.typeOf(violation));
                  });
            })
            .toList();
    return Refusal.invalid(errors);
  }

  private static Refusal field(String part, String field, String type) {
    return Refusal.invalid(part, field, type, ValidationErrors.message(type));
  }
}
