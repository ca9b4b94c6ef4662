package poca.chat.chat;

import org.jspecify.annotations.Nullable;
import poca.chat.careteam.Side;
import poca.contracts.Ground;

/// Says which side of a chat a caller is on who may enter it.
///
/// @param side null for an admin, who sees everything and is no party
public record Seat(Chat chat, @Nullable Side side) {

  /// Why the caller may.
  public Ground ground() {
    return side == null ? Ground.ADMIN : Ground.PARTY;
  }
}
