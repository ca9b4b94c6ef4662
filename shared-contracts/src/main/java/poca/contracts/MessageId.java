package poca.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// Names a message of a conversation.
@Embeddable
public record MessageId(@JsonValue UUID value) implements Serializable {

  @JsonCreator
  public static MessageId of(String text) {
    return new MessageId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
