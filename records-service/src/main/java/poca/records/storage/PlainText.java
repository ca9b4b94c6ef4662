package poca.records.storage;

/// Whether bytes are text, as they stream by: no control characters but white space. A mark at the
/// beginning says that it is UTF-16; else it is any encoding that has ASCII in it, and whether that
/// is UTF-8 or Latin is not our matter.
final class PlainText {

  private final boolean wide;
  private final boolean littleEndian;
  private int half = -1;

  /// @param head the beginning of the file
  PlainText(byte[] head) {
    this.wide = isWide(head);
    this.littleEndian = wide && head[0] == (byte) 0xff;
  }

  static boolean is(byte[] head) {
    return head.length > 0 && new PlainText(head).goesOn(head, 0, head.length);
  }

  static boolean isWide(byte[] head) {
    return head.length >= 2
        && ((head[0] == (byte) 0xff && head[1] == (byte) 0xfe)
            || (head[0] == (byte) 0xfe && head[1] == (byte) 0xff));
  }

  /// Whether these bytes, the next ones of the file, are text too.
  boolean goesOn(byte[] bytes, int from, int length) {
    for (var i = from; i < from + length; i++) {
      var b = bytes[i] & 0xff;
      if (!wide) {
        if (isControl(b)) {
          return false;
        }
      } else if (half < 0) {
        half = b;
      } else {
        var unit = littleEndian ? b << 8 | half : half << 8 | b;
        half = -1;
        if (isControl(unit) || unit >= 0xfffe) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isControl(int c) {
    return c < ' ' ? c != '\t' && c != '\n' && c != '\r' && c != '\f' : c == 0x7f;
  }
}
