package poca.gateway.route;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A path, taken apart strictly. There must be one way to write a path: where two readers can
/// understand one differently (the gateway that decides and the service that acts), somebody gets
/// past the decision. So empty and dot segments, parameters (`;`), encoded separators and needless
/// encodings are not normalised but refused.
public sealed interface RequestPath {

  /// @param segments as they came, none for the root
  record Plain(List<String> segments) implements RequestPath {}

  /// Good but for one slash at its end.
  ///
  /// @param without the path without the slash
  record TrailingSlash(String without, List<String> segments) implements RequestPath {}

  record Unacceptable() implements RequestPath {}

  /// @param raw the path as it was sent, without the query
  static RequestPath of(String raw) {
    if (raw.isEmpty() || raw.charAt(0) != '/') {
      return new Unacceptable();
    }
    if (raw.length() == 1) {
      return new Plain(List.of());
    }
    var segments = new ArrayList<String>();
    var start = 1;
    for (var at = 1; at <= raw.length(); at++) {
      if (at < raw.length() && raw.charAt(at) != '/') {
        continue;
      }
      if (at == start) {
        return at == raw.length() && start > 1
            ? new TrailingSlash(raw.substring(0, at - 1), List.copyOf(segments))
            : new Unacceptable();
      }
      var segment = raw.substring(start, at);
      if (!isAcceptable(segment)) {
        return new Unacceptable();
      }
      segments.add(segment);
      start = at + 1;
    }
    return new Plain(List.copyOf(segments));
  }

  private static boolean isAcceptable(String segment) {
    if (segment.equals(".") || segment.equals("..")) {
      return false;
    }
    for (var i = 0; i < segment.length(); i++) {
      var c = segment.charAt(i);
      if (c == '%') {
        return isAcceptablyEncoded(segment);
      }
      if (!isPlain(c)) {
        return false;
      }
    }
    return true;
  }

  /// `pchar` of RFC 3986 without `;` and percent-encoding.
  private static boolean isPlain(int c) {
    return isUnreserved(c) || "!$&'()*+,=:@".indexOf(c) >= 0;
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  private static boolean isAcceptablyEncoded(String segment) {
    var bytes = new ByteArrayOutputStream();
    for (var i = 0; i < segment.length(); i++) {
      var c = segment.charAt(i);
      if (c != '%') {
        if (!isPlain(c)) {
          return false;
        }
        bytes.write(c);
        continue;
      }
      if (i + 2 >= segment.length()) {
        return false;
      }
      var high = Character.digit(segment.charAt(i + 1), 16);
      var low = Character.digit(segment.charAt(i + 2), 16);
      var b = high * 16 + low;
      if (high < 0
          || low < 0
          || b < 0x20
          || b == 0x7f
          || isUnreserved(b)
          || "/\\%;".indexOf(b) >= 0) {
        return false;
      }
      bytes.write(b);
      i += 2;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
      return true;
    } catch (CharacterCodingException notText) {
      return false;
    }
  }
}
