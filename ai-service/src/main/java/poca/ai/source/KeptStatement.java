package poca.ai.source;

import java.util.List;
import java.util.UUID;

/// A statement as it is kept and shown.
///
/// @param citations ids
public record KeptStatement(
    String text, boolean supported, boolean fromProfile, List<UUID> citations) {

  public KeptStatement {
    citations = List.copyOf(citations);
  }
}
