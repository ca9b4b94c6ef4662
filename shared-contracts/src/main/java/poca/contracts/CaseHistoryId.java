package poca.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// Names one case history of a patient.
@Embeddable
public record CaseHistoryId(@JsonValue UUID value) implements Serializable {

  @JsonCreator
  public static CaseHistoryId of(String text) {
    return new CaseHistoryId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
