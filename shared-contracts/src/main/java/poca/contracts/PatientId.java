package poca.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// Names a patient: a patient account's own profile or a dependant.
@Embeddable
public record PatientId(@JsonValue UUID value) implements Serializable {

  @JsonCreator
  public static PatientId of(String text) {
    return new PatientId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
