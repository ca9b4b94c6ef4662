package poca.testkit.world;

import tools.jackson.databind.JsonNode;

/// What a service answered; an empty object where there was no body.
public record Answer(int status, JsonNode body) {

  public JsonNode data() {
    return body.path("data");
  }

  public String code() {
    return data().path("error_code").asString("");
  }

  public String message() {
    return body.path("message").asString("");
  }
}
