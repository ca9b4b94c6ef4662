package poca.chat.chat;

import org.jspecify.annotations.Nullable;
import poca.chat.careteam.Side;
import poca.contracts.AccessBasis;

/// Says which side of a chat a caller is on who may enter it.
///
/// @param side null for an admin, who sees everything and is no party
public record ChatAccess(Chat chat, @Nullable Side side) {

  /// Why the caller may.
  public AccessBasis basis() {
    return side == null ? AccessBasis.ADMIN : AccessBasis.PARTY;
  }
}
