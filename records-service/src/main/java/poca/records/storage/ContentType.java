package poca.records.storage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What may be kept. The value is what a download says of itself.
public enum ContentType {
  PDF("application/pdf"),
  PNG("image/png"),
  JPEG("image/jpeg"),
  GIF("image/gif"),
  WEBP("image/webp"),
  BMP("image/bmp"),
  HEIC("image/heic"),
  TXT("text/plain"),
  CSV("text/csv"),
  /// An OLE2 file is a Word document if it has this stream, wherever its directory lies.
  DOC("application/msword", List.of(utf16("WordDocument")), List.of()),
  /// A ZIP file is a Word document if it has these parts, in whatever order.
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      List.of(ascii("[Content_Types].xml"), ascii("word/document")),
      List.of()),
  DICOM("application/dicom"),
  MP3("audio/mpeg"),
  /// An MP4 file is a recording if it has no track of this handler (ISO 14496-12, 8.4.3):
  /// telephones write the same brands for both.
  M4A("audio/mp4", List.of(), List.of(ascii("hdlr\0\0\0\0\0\0\0\0vide"))),
  OGG("audio/ogg"),
  WAV("audio/wav"),
  WEBM("video/webm");

  private final String mediaType;
  private final List<byte[]> wanted;
  private final List<byte[]> unwanted;

  ContentType(String mediaType) {
    this(mediaType, List.of(), List.of());
  }

  ContentType(String mediaType, List<byte[]> wanted, List<byte[]> unwanted) {
    this.mediaType = mediaType;
    this.wanted = wanted;
    this.unwanted = unwanted;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] utf16(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }

  /// What may be kept, as a client would say it.
  static List<String> allowed() {
    return Arrays.stream(values()).map(ContentType::mediaType).toList();
  }

  /// What a kept document is, by what it says of itself.
  public static Optional<ContentType> ofMediaType(String mediaType) {
    return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findAny();
  }

  public String mediaType() {
    return mediaType;
  }

  boolean isText() {
    return this == TXT || this == CSV;
  }

  /// Runs of bytes that must occur somewhere in the file; none if its beginning says enough.
  List<byte[]> wanted() {
    return wanted;
  }

  /// Runs of bytes that must not occur.
  List<byte[]> unwanted() {
    return unwanted;
  }
}
