package poca.contracts;

import java.util.UUID;

/// Reads ids as clients write them.
public final class Uuids {

  private static final int CANONICAL_LENGTH = 36;

  private Uuids() {}

  /// Accepts the canonical form of RFC 9562 in any case and nothing else: the JDK's own parser also
  /// takes short groups such as `1-1-1-1-1`, under which one object would have many names.
  ///
  /// @throws IllegalArgumentException for anything else
  public static UUID parse(String text) {
    if (text.length() != CANONICAL_LENGTH) {
      throw new IllegalArgumentException("not a UUID");
    }
    var id = UUID.fromString(text);
    if (!id.toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException("not a UUID");
    }
    return id;
  }
}
