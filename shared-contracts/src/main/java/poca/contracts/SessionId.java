package poca.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// Names one login of an account: the claim `sid` of its tokens.
@Embeddable
public record SessionId(@JsonValue UUID value) implements Serializable {

  @JsonCreator
  public static SessionId of(String text) {
    return new SessionId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
