package poca.records.extraction;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The beginning of a file that is nothing but text.
final class PlainFile {

  /// What is no UTF-8 is what Windows wrote in the West.
  private static final Charset OTHER = Charset.forName("windows-1252");

  private PlainFile() {}

  /// @param head its first bytes; the last character may be cut
  static String text(byte[] head) {
    return read(head, StandardCharsets.UTF_8, 3, 0xef, 0xbb, 0xbf)
        .or(() -> read(head, StandardCharsets.UTF_16LE, 2, 0xff, 0xfe))
        .or(() -> read(head, StandardCharsets.UTF_16BE, 2, 0xfe, 0xff))
        .or(() -> decoded(head, 0, StandardCharsets.UTF_8))
        .orElseGet(() -> new String(head, OTHER));
  }

  private static Optional<String> read(byte[] head, Charset charset, int from, int... mark) {
    if (head.length < mark.length) return Optional.empty();
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xff) != mark[i]) return Optional.empty();
    }
    return decoded(head, from, charset);
  }

  /// Empty if it is not in this charset. A last character that is cut is left out.
  private static Optional<String> decoded(byte[] head, int from, Charset charset) {
    var out = CharBuffer.allocate(head.length - from);
    var result =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(head, from, head.length - from), out, false);
    return result.isError() ? Optional.empty() : Optional.of(out.flip().toString());
  }
}
