package poca.system.edges;

import java.util.List;
import java.util.Random;

/// Texts as nobody would think of them, the same ones in every run.
final class RandomTexts {

  private static final List<String> PIECES =
      List.of(
          "\u0000",
          "\r\n",
          "\t",
          "\u001b[31m",
          "\u200b",
          "\ufeff",
          "\u202e",
          "\ud83d\ude00",
          "\u0301",
          "<script>",
          "'; drop table patient; --",
          "${jndi:ldap://x}",
          "{{7*7}}",
          "%s%n",
          "../..",
          "\\u0000",
          "\"",
          "\\",
          "[]",
          "{}",
          "null",
          "NaN",
          "-1",
          "1e400",
          "\uff11\uff12",
          "&#0;",
          "\u0130\u0131",
          "\ufb01",
          "\u1e9e",
          "a,",
          "no, ",
          "and ",
          "\u2028",
          "%00",
          "%ff",
          "+",
          ";",
          "\ufffd",
          "\uffff",
          "\ue000",
          "\udb40\udc41",
          "38.5",
          "\u0645\u0631\u062d\u0628\u0627",
          "\u75db\u3044");

  private final Random random;

  RandomTexts(long seed) {
    this.random = new Random(seed);
  }

  /// @param longest bytes of UTF-8, about
  String next(int longest) {
    var length = random.nextInt(4) == 0 ? longest : random.nextInt(200);
    var text = new StringBuilder();
    var only = random.nextInt(6) == 0 ? PIECES.get(random.nextInt(PIECES.size())) : null;
    var bytes = 0;
    while (bytes < length) {
      var piece = only == null ? piece() : only;
      bytes += piece.length() * (piece.charAt(0) < 0x80 ? 1 : 3);
      text.append(piece);
    }
    return text.toString();
  }

  private String piece() {
    return switch (random.nextInt(5)) {
      case 0 -> PIECES.get(random.nextInt(PIECES.size()));
      case 1 -> codePoint();
      default -> Character.toString('a' + random.nextInt(26)) + (random.nextInt(5) == 0 ? " " : "");
    };
  }

  private String codePoint() {
    var c = random.nextInt(0x10ffff);
    return c >= 0xd800 && c < 0xe000 ? "?" : Character.toString(c);
  }
}
