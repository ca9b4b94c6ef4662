package poca.platform.web;

import java.util.Map;
import poca.contracts.ErrorCode;

/// The error envelope of the contract (1.3).
public record ErrorBody(int statusCode, boolean status, String message, Data data) {

  public record Data(ErrorCode errorCode, Map<String, ?> details, String requestId) {}

  public static ErrorBody of(Refusal refusal, String requestId) {
    return new ErrorBody(
        refusal.status(),
        false,
        String.valueOf(refusal.getMessage()),
        new Data(refusal.code(), refusal.details(), requestId));
  }
}
