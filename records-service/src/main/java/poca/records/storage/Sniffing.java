package poca.records.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells a file's type by its first bytes. Neither its name nor what the client calls it is
/// believed; the name only decides between two spellings of plain text.
final class Sniffing {

  /// As much of a file as is looked at.
  static final int HEAD = 64 * 1024;

  private static final Set<Integer> BITMAP_HEADERS = Set.of(12, 16, 40, 52, 56, 64, 108, 124);
  private static final int EBML_DOCTYPE_WITHIN = 4096;
  private static final int CSV_LINES = 20;

  private final byte[] head;
  private final String name;

  private Sniffing(byte[] head, String name) {
    this.head = head;
    this.name = name;
  }

  /// Empty for anything that is not kept.
  static Optional<ContentType> typeOf(byte[] head, String name) {
    var sniffing = new Sniffing(head, name);
    return Optional.ofNullable(sniffing.binary()).or(sniffing::text);
  }

  private @Nullable ContentType binary() {
    if (at(0, "%PDF-")) {
      return ContentType.PDF;
    } else if (at(0, "\u0089PNG\r\n\u001a\n")) {
      return ContentType.PNG;
    } else if (at(0, "\u00ff\u00d8\u00ff")) {
      return ContentType.JPEG;
    } else if (at(0, "GIF87a") || at(0, "GIF89a")) {
      return ContentType.GIF;
    } else if (at(0, "RIFF") && at(8, "WEBP")) {
      return ContentType.WEBP;
    } else if (at(0, "RIFF") && at(8, "WAVE")) {
      return ContentType.WAV;
    } else if (isBitmap()) {
      return ContentType.BMP;
    } else if (at(128, "DICM")) {
      return ContentType.DICOM;
    } else if (at(0, "OggS\0")) {
      return ContentType.OGG;
    } else if (isMp3()) {
      return ContentType.MP3;
    } else if (isM4a()) {
      return ContentType.M4A;
    } else if (at(0, "\u001aE\u00df\u00a3") && start(EBML_DOCTYPE_WITHIN).contains("webm")) {
      return ContentType.WEBM;
    } else if (at(0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
      return ContentType.DOC;
    } else if (isOfficeZip()) {
      return ContentType.DOCX;
    }
    return null;
  }

  /// "BM" alone begins many a text.
  private boolean isBitmap() {
    return at(0, "BM") && at(6, "\0\0\0\0") && BITMAP_HEADERS.contains(littleEndian(14));
  }

  private boolean isMp3() {
    if (at(0, "ID3")) {
      return head.length > 10 && unsigned(3) < 0x10;
    }
    if (head.length < 4 || unsigned(0) != 0xff || (unsigned(1) & 0xe0) != 0xe0) {
      return false;
    }
    var version = (unsigned(1) >> 3) & 3;
    var layer = (unsigned(1) >> 1) & 3;
    var bitrate = unsigned(2) >> 4;
    var rate = (unsigned(2) >> 2) & 3;
    return version != 1 && layer == 1 && bitrate != 0 && bitrate != 15 && rate != 3;
  }

  /// An MP4 file whose brands say that it is audio.
  private boolean isM4a() {
    if (!at(4, "ftyp")) {
      return false;
    }
    var length = Math.min(bigEndian(0), Math.min(head.length, 256));
    for (var brand = 8; brand + 4 <= length; brand += 4) {
      if (at(brand, "M4A ") || at(brand, "M4B ")) {
        return true;
      }
    }
    return false;
  }

  /// The first entry of what Office writes is one of these.
  private boolean isOfficeZip() {
    return at(0, "PK\u0003\u0004")
        && (at(30, "[Content_Types].xml")
            || at(30, "_rels/")
            || at(30, "docProps/")
            || at(30, "word/"));
  }

  private Optional<ContentType> text() {
    if (head.length == 0 || !isText(head, 0, head.length) || isMarkupOrScript()) {
      return Optional.empty();
    }
    return Optional.of(isTable() ? ContentType.CSV : ContentType.TXT);
  }

  /// No control characters but white space; whether the rest is UTF-8 or Latin is not our matter.
  static boolean isText(byte[] bytes, int from, int length) {
    for (var i = from; i < from + length; i++) {
      var b = bytes[i];
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        return false;
      }
      if (b == 0x7f) {
        return false;
      }
    }
    return true;
  }

  private boolean isMarkupOrScript() {
    var start = start(1024);
    if (start.startsWith("\u00ef\u00bb\u00bf")) {
      start = start.substring(3);
    }
    start = start.stripLeading();
    return start.startsWith("#!")
        || start.startsWith("%!")
        || start.startsWith("{\\rtf")
        || (start.length() > 1
            && start.charAt(0) == '<'
            && (Character.isLetter(start.charAt(1)) || "!?/".indexOf(start.charAt(1)) >= 0));
  }

  /// Every line has the same number of separators. Two lines of prose may too, so a short table
  /// also needs the name of one.
  private boolean isTable() {
    var lines = start(HEAD).split("\r?\n|\r", CSV_LINES + 2);
    var whole = head.length < HEAD ? lines.length : lines.length - 1;
    for (var separator : new char[] {',', ';', '\t'}) {
      var rows = 0;
      var columns = -1;
      var same = true;
      for (var i = 0; i < Math.min(whole, CSV_LINES) && same; i++) {
        if (!lines[i].isBlank()) {
          var count = separators(lines[i], separator);
          same = count > 0 && (columns < 0 || columns == count);
          columns = count;
          rows++;
        }
      }
      if (same
          && rows > 0
          && (rows > 2 || name.toLowerCase(java.util.Locale.ROOT).endsWith(".csv"))) {
        return true;
      }
    }
    return false;
  }

  private static int separators(String line, char separator) {
    var count = 0;
    var quoted = false;
    for (var i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '"') {
        quoted = !quoted;
      } else if (line.charAt(i) == separator && !quoted) {
        count++;
      }
    }
    return count;
  }

  private String start(int length) {
    return new String(head, 0, Math.min(length, head.length), ISO_8859_1);
  }

  private boolean at(int offset, String bytes) {
    if (head.length < offset + bytes.length()) {
      return false;
    }
    for (var i = 0; i < bytes.length(); i++) {
      if (unsigned(offset + i) != bytes.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int unsigned(int offset) {
    return head[offset] & 0xff;
  }

  private int littleEndian(int offset) {
    return head.length < offset + 4
        ? -1
        : unsigned(offset)
            | unsigned(offset + 1) << 8
            | unsigned(offset + 2) << 16
            | unsigned(offset + 3) << 24;
  }

  private int bigEndian(int offset) {
    return Integer.reverseBytes(littleEndian(offset));
  }
}
