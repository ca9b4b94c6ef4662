package poca.testkit.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The frames that a WebSocket may send, as `docs/asyncapi.yaml` has them.
public final class SocketFrames {

  private final Map<String, JsonNode> payloads = new HashMap<>();
  private final Schemas schemas;

  /// @param channel its name in the document
  public SocketFrames(String channel) {
    this(channel, ApiDocument.ofFrames());
  }

  SocketFrames(String channel, ApiDocument document) {
    this.schemas = new Schemas(document);
    var here = "#/channels/" + channel;
    for (var operation : document.root().path("operations")) {
      if (operation.path("action").asString("").equals("send")
          && operation.path("channel").path("$ref").asString("").equals(here)) {
        for (var message : operation.path("messages")) {
          var payload = document.resolved(message).path("payload");
          payloads.put(payload.at("/properties/type/const").asString(), payload);
        }
      }
    }
    if (payloads.isEmpty()) {
      throw new IllegalArgumentException("nobody sends on " + channel + " in the document");
    }
  }

  /// What is wrong with a frame that was received, empty if nothing is.
  public List<String> complaints(JsonNode frame) {
    var type = frame.path("type").asString("");
    var payload = payloads.get(type);
    return payload == null
        ? List.of("a frame of a type that is not documented: " + type)
        : schemas.complaints(payload, frame);
  }
}
