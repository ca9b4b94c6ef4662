package poca.records.download;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which bytes of a file a request asks for (RFC 9110, 14). Only one range at a time is served;
/// several, another unit or nonsense count as no range, which the RFC allows.
sealed interface ByteRange {

  Pattern SINGLE = Pattern.compile("(?i)\\s*bytes\\s*=\\s*([0-9]{0,18})\\s*-\\s*([0-9]{0,18})\\s*");

  record Whole() implements ByteRange {}

  /// @param first from 0
  /// @param last inclusive
  record Part(long first, long last) implements ByteRange {
    long length() {
      return last - first + 1;
    }
  }

  /// 416: nothing of it is in the file.
  record OutOfFile() implements ByteRange {}

  static ByteRange of(@Nullable String header, long size) {
    var range = SINGLE.matcher(header == null ? "" : header);
    if (!range.matches()) {
      return new Whole();
    }
    var from = range.group(1);
    var to = range.group(2);
    if (from.isEmpty() && to.isEmpty()) {
      return new Whole();
    } else if (from.isEmpty()) {
      var suffix = Long.parseLong(to);
      return suffix == 0 ? new OutOfFile() : new Part(Math.max(0, size - suffix), size - 1);
    }
    var first = Long.parseLong(from);
    var last = to.isEmpty() ? Long.MAX_VALUE : Long.parseLong(to);
    if (last < first) {
      return new Whole(); // not a range at all
    }
    return first >= size ? new OutOfFile() : new Part(first, Math.min(last, size - 1));
  }
}
