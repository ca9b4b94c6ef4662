package poca.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// Names a report about a patient.
@Embeddable
public record ReportId(@JsonValue UUID value) implements Serializable {

  @JsonCreator
  public static ReportId of(String text) {
    return new ReportId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
