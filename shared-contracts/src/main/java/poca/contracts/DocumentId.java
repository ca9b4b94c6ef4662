package poca.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// Names a stored file.
@Embeddable
public record DocumentId(@JsonValue UUID value) implements Serializable {

  @JsonCreator
  public static DocumentId of(String text) {
    return new DocumentId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
