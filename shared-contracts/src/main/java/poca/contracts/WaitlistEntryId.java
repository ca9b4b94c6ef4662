package poca.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// Names somebody's place on a waiting list.
@Embeddable
public record WaitlistEntryId(@JsonValue UUID value) implements Serializable {

  @JsonCreator
  public static WaitlistEntryId of(String text) {
    return new WaitlistEntryId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
