package poca.chat.chat;

import org.jspecify.annotations.Nullable;
import poca.chat.careteam.Side;
import poca.contracts.Ground;

/// Where a caller sits in a chat that it may enter.
///
/// @param side null for an admin, who sees everything and is no party
public record Seat(Chat chat, @Nullable Side side) {

  /// Why the caller may.
  public Ground ground() {
    return side == null ? Ground.ADMIN : Ground.PARTY;
  }
}
