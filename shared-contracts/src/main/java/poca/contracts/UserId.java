package poca.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// Names an account. A doctor's, a patient's or a hospital's own profile bears the same id.
@Embeddable
public record UserId(@JsonValue UUID value) implements Serializable {

  @JsonCreator
  public static UserId of(String text) {
    return new UserId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
