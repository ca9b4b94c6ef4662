package poca.records.storage;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// What may be kept. The value is what a download says of itself.
public enum ContentType {
  PDF("application/pdf"),
  PNG("image/png"),
  JPEG("image/jpeg"),
  GIF("image/gif"),
  WEBP("image/webp"),
  BMP("image/bmp"),
  TXT("text/plain"),
  CSV("text/csv"),
  /// An OLE2 file is a Word document if it has this stream, wherever its directory lies.
  DOC("application/msword", "WordDocument", StandardCharsets.UTF_16LE),
  /// A ZIP file is a Word document if it has this part.
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "word/document",
      StandardCharsets.US_ASCII),
  DICOM("application/dicom"),
  MP3("audio/mpeg"),
  M4A("audio/mp4"),
  OGG("audio/ogg"),
  WAV("audio/wav"),
  WEBM("video/webm");

  private final String mediaType;
  private final byte[] marker;

  ContentType(String mediaType) {
    this.mediaType = mediaType;
    this.marker = new byte[0];
  }

  ContentType(String mediaType, String marker, Charset charset) {
    this.mediaType = mediaType;
    this.marker = marker.getBytes(charset);
  }

  public String mediaType() {
    return mediaType;
  }

  boolean isText() {
    return this == TXT || this == CSV;
  }

  /// Bytes that must occur somewhere in the file; empty if its beginning says enough.
  byte[] marker() {
    return marker.clone();
  }
}
