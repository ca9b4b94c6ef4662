package poca.records.download;

import java.nio.charset.StandardCharsets;

/// The `Content-Disposition` of a download (RFC 6266): a plain name for old clients and the whole
/// one as `filename*`.
final class Disposition {

  private static final String ATTR_CHAR = "!#$&+-.^_`|~";

  private Disposition() {}

  static String attachment(String fileName) {
    var plain = new StringBuilder();
    var whole = new StringBuilder();
    fileName
        .codePoints()
        .filter(c -> c != '"' && c != '\\' && c != '/' && !Character.isISOControl(c))
        .forEach(c -> {
          // some clients take % for an escape, and ; or , for an end
          plain.append(c >= ' ' && c < 0x7f && "%;,".indexOf(c) < 0 ? (char) c : '_');
          encode(whole, c);
        });
    if (plain.isEmpty()) {
      plain.append("file");
      whole.append("file");
    }
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + whole;
  }

  private static void encode(StringBuilder to, int c) {
    if (c >= '0' && c <= '9'
        || c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || ATTR_CHAR.indexOf(c) >= 0) {
      to.append((char) c);
    } else {
      for (var b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
        to.append('%').append(String.format("%02X", b & 0xff));
      }
    }
  }
}
