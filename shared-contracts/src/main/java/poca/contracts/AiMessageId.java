package poca.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// Names one exchange of an interview: the patient's words and the assistant's answer.
@Embeddable
public record AiMessageId(@JsonValue UUID value) implements Serializable {

  @JsonCreator
  public static AiMessageId of(String text) {
    return new AiMessageId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
