package poca.platform.socket;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import poca.contracts.ErrorCode;
import poca.platform.text.Texts;
import poca.platform.web.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Holds what a client sent in one frame: a JSON object (contract 5.1). What is malformed is
/// answered with the same words, whatever is wrong with it.
public final class ClientFrame {

  private static final int LONGEST_CLIENT_MESSAGE_ID = 64;

  private final ObjectNode object;

  private ClientFrame(ObjectNode object) {
    this.object = object;
  }

  /// @return null for what is no JSON object
  static @Nullable ClientFrame parse(JsonMapper json, String text) {
    try {
      return json.readTree(text) instanceof ObjectNode object ? new ClientFrame(object) : null;
    } catch (JacksonException noJson) {
      return null;
    }
  }

  /// The refusal of a frame that has not the form of the contract; thrown by a handler, it becomes
  /// the error frame.
  public static Refusal malformed() {
    return new Refusal(422, ErrorCode.VAL_001, "Invalid message");
  }

  /// Reads the frame with the service's own reader.
  ///
  /// @throws Refusal [#malformed()], whatever the reader objects to
  public <T> T read(Function<ClientFrame, T> reader) {
    try {
      return reader.apply(this);
    } catch (IllegalArgumentException | JacksonException | Refusal objection) {
      throw malformed();
    }
  }

  /// @return a missing node where the field is absent or null
  public JsonNode field(String name) {
    var node = object.path(name);
    return node.isNull() ? MissingNode.getInstance() : node;
  }

  /// @return null where the field is absent or null
  /// @throws Refusal [#malformed()] if it is no text
  public @Nullable String text(String name) {
    var node = field(name);
    if (node.isMissingNode()) {
      return null;
    }
    if (!node.isString()) {
      throw malformed();
    }
    return node.asString();
  }

  /// The client's id of what it sent, whatever else is wrong with the frame.
  ///
  /// @return null if there is none that an answer could name
  public @Nullable String clientMessageId() {
    var node = object.path("client_message_id");
    var id = node.isString() ? Texts.key(node.asString()) : null;
    return id == null || Texts.length(id) > LONGEST_CLIENT_MESSAGE_ID ? null : id;
  }
}
