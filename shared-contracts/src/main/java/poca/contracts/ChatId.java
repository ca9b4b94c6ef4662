package poca.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// Names the one conversation between a doctor and a patient.
@Embeddable
public record ChatId(@JsonValue UUID value) implements Serializable {

  @JsonCreator
  public static ChatId of(String text) {
    return new ChatId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
