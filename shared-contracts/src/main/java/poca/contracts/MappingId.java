package poca.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// Names one relation between two parties, whichever kind it is.
@Embeddable
public record MappingId(@JsonValue UUID value) implements Serializable {

  @JsonCreator
  public static MappingId of(String text) {
    return new MappingId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
