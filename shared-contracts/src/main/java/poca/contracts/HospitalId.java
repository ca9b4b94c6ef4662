package poca.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// Names a hospital: a hospital account's own profile or an additional one that it owns.
@Embeddable
public record HospitalId(@JsonValue UUID value) implements Serializable {

  @JsonCreator
  public static HospitalId of(String text) {
    return new HospitalId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
