package poca.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// Names what a doctor suggests for a problem.
@Embeddable
public record SuggestionId(@JsonValue UUID value) implements Serializable {

  @JsonCreator
  public static SuggestionId of(String text) {
    return new SuggestionId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
