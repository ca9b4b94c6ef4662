package poca.platform.web;

import static poca.contracts.ErrorCode.AUTH_003;
import static poca.contracts.ErrorCode.AUTH_004;
import static poca.contracts.ErrorCode.BIZ_001;
import static poca.contracts.ErrorCode.BIZ_002;
import static poca.contracts.ErrorCode.RES_001;
import static poca.contracts.ErrorCode.RES_002;
import static poca.contracts.ErrorCode.RES_003;
import static poca.contracts.ErrorCode.SRV_002;
import static poca.contracts.ErrorCode.SRV_003;
import static poca.contracts.ErrorCode.VAL_001;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import poca.contracts.ErrorCode;

/// An expected "no": thrown inside, turned into the contract's error envelope at the door. Anything
/// else that is thrown is a bug and becomes a 500.
///
/// It carries no stack trace: it is an outcome, and under attack there are many.
public final class Refusal extends RuntimeException {

  private final int status;
  private final ErrorCode code;
  private final Map<String, ?> details;
  private final Map<String, String> headers;

  public Refusal(
      int status,
      ErrorCode code,
      String message,
      Map<String, ?> details,
      Map<String, String> headers) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.details = Map.copyOf(details);
    this.headers = Map.copyOf(headers);
  }

  public Refusal(int status, ErrorCode code, String message) {
    this(status, code, message, Map.of(), Map.of());
  }

  /// 401, always with the challenge that RFC 6750 asks for.
  public static Refusal unauthenticated(ErrorCode code, String message) {
    return new Refusal(401, code, message, Map.of(), Map.of("WWW-Authenticate", "Bearer"));
  }

  public static Refusal notAuthenticated() {
    return unauthenticated(AUTH_003, "Not authenticated");
  }

  /// 404 `<thing> not found`.
  public static Refusal notFound(String thing) {
    return new Refusal(404, RES_001, thing + " not found");
  }

  /// 403 `Not enough permissions`.
  public static Refusal notAllowed() {
    return notAllowed("Not enough permissions");
  }

  public static Refusal notAllowed(String message) {
    return new Refusal(403, AUTH_004, message);
  }

  /// 400 RES_002: a unique key was taken.
  public static Refusal alreadyExists(String message) {
    return new Refusal(400, RES_002, message);
  }

  /// 409 RES_003.
  public static Refusal conflict(String message, Map<String, ?> details) {
    return new Refusal(409, RES_003, message, details, Map.of());
  }

  /// 400 BIZ_001: a rule of the business forbids it.
  public static Refusal breaksRule(String message) {
    return new Refusal(400, BIZ_001, message);
  }

  /// BIZ_002, with 400 or 409 as the contract's table says: not in this state.
  public static Refusal wrongState(int status, String message) {
    return new Refusal(status, BIZ_002, message);
  }

  /// 422 for one field.
  ///
  /// @param part `body`, `query`, `path` or `header`
  /// @param type one of the contract's error types (1.4), `value_error` say
  public static Refusal invalid(String part, String field, String type, String message) {
    return invalid(List.of(new FieldError(List.of(part, field), message, type)));
  }

  public static Refusal invalid(List<FieldError> errors) {
    return new Refusal(422, VAL_001, "Validation error", Map.of("errors", errors), Map.of());
  }

  /// 429 SRV_003.
  public static Refusal tooMany(Duration retryAfter) {
    return new Refusal(
        429, SRV_003, "Too many requests", Map.of(), Map.of("Retry-After", seconds(retryAfter)));
  }

  /// 503: somebody who must be asked cannot be reached.
  public static Refusal unavailable() {
    return new Refusal(
        503, SRV_002, "Service temporarily unavailable", Map.of(), Map.of("Retry-After", "1"));
  }

  private static String seconds(Duration time) {
    return Long.toString(Math.max(1, time.plusMillis(999).toSeconds()));
  }

  public int status() {
    return status;
  }

  public ErrorCode code() {
    return code;
  }

  public Map<String, ?> details() {
    return details;
  }

  /// Headers that belong to the status: `Retry-After`, `WWW-Authenticate`, ...
  public Map<String, String> headers() {
    return headers;
  }

  /// One field that was wrong. What was sent is never part of it.
  ///
  /// @param loc where: the part of the request, then the path to the field
  public record FieldError(List<Object> loc, String msg, String type) {}
}
