package poca.ai.session;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import poca.ai.reading.QuestionReading;
import poca.ai.reading.Reading;
import poca.contracts.AiMessageId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What was asked and what was found in a turn, as its row keeps it. The words themselves stand in
/// the row already. What another version wrote and this one cannot read is read from the words
/// again.
@Component
class KeptReadings {

  private static final Logger log = LoggerFactory.getLogger(KeptReadings.class);

  private static final String MESSAGE = "message";
  private static final String MESSAGE_ID = "message_id";

  private final JsonMapper json;

  KeptReadings(JsonMapper json) {
    this.json = json;
  }

  @Nullable String write(@Nullable QuestionReading asked) {
    return asked == null ? null : json.writeValueAsString(asked);
  }

  String write(Reading reading) {
    ObjectNode kept = json.valueToTree(reading);
    kept.remove(MESSAGE);
    return json.writeValueAsString(kept);
  }

  @Nullable QuestionReading asked(@Nullable String kept) {
    return kept == null ? null : read(kept, QuestionReading.class, null, null);
  }

  @Nullable Reading reading(@Nullable String kept, AiMessageId id, String message) {
    return kept == null ? null : read(kept, Reading.class, id, message);
  }

  private <T> @Nullable T read(
      String kept, Class<T> type, @Nullable AiMessageId id, @Nullable String message) {
    try {
      var node = (ObjectNode) json.readTree(kept);
      if (id != null) {
        node.put(MESSAGE_ID, id.toString()).put(MESSAGE, message);
      }
      return json.treeToValue(node, type);
    } catch (JacksonException | ClassCastException other) {
      // Its class only: a message of Jackson's quotes what it read.
      log.debug("read again: {}", other.getClass().getSimpleName());
      return null;
    }
  }
}
