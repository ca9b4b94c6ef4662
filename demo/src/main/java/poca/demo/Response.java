package poca.demo;

import tools.jackson.databind.JsonNode;

/// What the gateway answered: the status and the envelope.
public record Response(String request, int status, JsonNode envelope) {

  /// The envelope's `data` of a success.
  ///
  /// @throws StepFailed if it is none
  public JsonNode data() {
    if (status / 100 != 2) {
      throw new StepFailed("%s answered %d: %s".formatted(request, status, envelope));
    }
    return envelope.path("data");
  }

  public String errorCode() {
    return envelope.path("data").path("error_code").asString("");
  }

  /// Whether this is the contract's "already exists": what the demo wanted is there from an earlier
  /// run.
  boolean alreadyExists() {
    return status == 400 && errorCode().equals("RES_002");
  }
}
