package poca.ai.live;

import java.util.ArrayList;
import java.util.List;

/// Cuts an answer into the pieces in which it is sent: by sentence and line. A very long one is cut
/// more coarsely, so that it always fits into a socket's queue.
final class Pieces {

  private static final int MOST = 200;

  private Pieces() {}

  /// @param offset of its first UTF-16 code unit in the whole answer
  record Piece(int offset, String text) {}

  /// The pieces from an offset on; together they are the rest of the text. An offset within a
  /// surrogate pair begins before it.
  static List<Piece> of(String text, int from) {
    var start = Math.min(from, text.length());
    if (start > 0
        && start < text.length()
        && Character.isLowSurrogate(text.charAt(start))
        && Character.isHighSurrogate(text.charAt(start - 1))) {
      start--;
    }
    var pieces = new ArrayList<Piece>();
    var shortest = text.length() / MOST;
    for (var at = start; at < text.length(); at++) {
      var last = at + 1 == text.length();
      if (last || (at - start >= shortest && endsPiece(text, at))) {
        pieces.add(new Piece(start, text.substring(start, at + 1)));
        start = at + 1;
      }
    }
    return pieces;
  }

  /// The blank behind a sentence belongs to it.
  private static boolean endsPiece(String text, int at) {
    var c = text.charAt(at);
    if (c == '\n') {
      return text.charAt(at + 1) != '\n';
    }
    return c == ' ' && at > 0 && ".?!".indexOf(text.charAt(at - 1)) >= 0;
  }
}
