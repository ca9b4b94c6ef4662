package poca.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// Names a doctor: the id of the doctor's account too.
@Embeddable
public record DoctorId(@JsonValue UUID value) implements Serializable {

  @JsonCreator
  public static DoctorId of(String text) {
    return new DoctorId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
