package poca.platform.socket;

import org.jspecify.annotations.Nullable;

/// Puts the pieces of a client's frame together and counts their bytes: a connection that sends
/// little then holds little memory. For one thread.
final class FrameAssembler {

  /// The contract's limit of a frame, in bytes.
  static final int LARGEST = 64 * 1024;

  private @Nullable StringBuilder pieces;
  private int bytes;

  /// @return false if the frame has grown too large
  boolean add(String piece) {
    var sum = pieces == null ? new StringBuilder() : pieces;
    bytes += bytes(piece);
    pieces = sum.append(piece);
    return bytes <= LARGEST;
  }

  /// As [#add(String)], for a frame whose content does not matter.
  boolean add(int length) {
    bytes += length;
    return bytes <= LARGEST;
  }

  String complete() {
    var text = pieces == null ? "" : pieces.toString();
    pieces = null;
    bytes = 0;
    return text;
  }

  /// In UTF-8; a pair of surrogates, which may come in two pieces, has four.
  private static int bytes(String text) {
    var count = 0;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      count += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return count;
  }
}
