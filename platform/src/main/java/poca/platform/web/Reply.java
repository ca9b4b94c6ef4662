package poca.platform.web;

import org.jspecify.annotations.Nullable;

/// The success envelope of the contract (1.2): what every JSON response under `/api/v1` looks like.
///
/// @param statusCode always the HTTP status
public record Reply<T extends @Nullable Object>(
    int statusCode, boolean status, String message, T data) {

  public static <T extends @Nullable Object> Reply<T> ok(T data) {
    return ok("Request successful", data);
  }

  public static <T extends @Nullable Object> Reply<T> ok(String message, T data) {
    return new Reply<>(200, true, message, data);
  }

  /// For the routes that answer 201; the handler says so with `@ResponseStatus` too.
  public static <T extends @Nullable Object> Reply<T> created(T data) {
    return new Reply<>(201, true, "Request successful", data);
  }
}
