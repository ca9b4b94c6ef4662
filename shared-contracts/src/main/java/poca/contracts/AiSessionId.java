package poca.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// Names one interview of a patient by the assistant.
@Embeddable
public record AiSessionId(@JsonValue UUID value) implements Serializable {

  @JsonCreator
  public static AiSessionId of(String text) {
    return new AiSessionId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
