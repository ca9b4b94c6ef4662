package poca.ai.context;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Holds what could be read of a patient's record for an answer.
public record RecordRead(Part profile, Part caseHistory) {

  /// How it went with a part of it.
  public enum Part {
    READ,
    /// There is none.
    NONE,
    /// Its owner does not let the caller.
    NOT_ALLOWED,
    /// Its owner gave no answer in time.
    NOT_READ;

    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
