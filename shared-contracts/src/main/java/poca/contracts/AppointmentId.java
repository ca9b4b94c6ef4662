package poca.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// Names a booked time of a doctor and a patient.
@Embeddable
public record AppointmentId(@JsonValue UUID value) implements Serializable {

  @JsonCreator
  public static AppointmentId of(String text) {
    return new AppointmentId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
