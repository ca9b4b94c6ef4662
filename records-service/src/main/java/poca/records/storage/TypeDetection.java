package poca.records.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.mime.MimeTypesFactory;

/// Tells by its beginning what a file is. Apache Tika knows the beginnings, `file-types.xml` adds a
/// few; here stands which of the types are kept. Neither the name nor what the client says of the
/// type counts, but that a text is a table.
final class TypeDetection {

  /// As much of a file as is looked at.
  static final int HEAD = 64 * 1024;

  private static final MimeTypes TIKA = types();
  private static final MediaTypeRegistry FAMILIES = TIKA.getMediaTypeRegistry();

  private static final MediaType OGG = MediaType.application("ogg");

  private static final Map<String, ContentType> KEPT =
      Map.ofEntries(
          Map.entry("application/pdf", ContentType.PDF),
          Map.entry("image/png", ContentType.PNG),
          Map.entry("image/jpeg", ContentType.JPEG),
          Map.entry("image/gif", ContentType.GIF),
          Map.entry("image/webp", ContentType.WEBP),
          Map.entry("image/bmp", ContentType.BMP),
          Map.entry("image/heic", ContentType.HEIC),
          Map.entry("image/heif", ContentType.HEIC),
          Map.entry("application/dicom", ContentType.DICOM),
          Map.entry("audio/mpeg", ContentType.MP3),
          Map.entry("audio/mp4", ContentType.M4A),
          Map.entry("application/mp4", ContentType.M4A),
          Map.entry("video/mp4", ContentType.M4A), // by its brand, which says nothing of a picture
          Map.entry("audio/vnd.wave", ContentType.WAV),
          Map.entry("video/webm", ContentType.WEBM),
          Map.entry("application/msword", ContentType.DOC),
          Map.entry("application/x-tika-msoffice", ContentType.DOC),
          Map.entry("application/x-tika-ooxml", ContentType.DOCX),
          Map.entry("application/zip", ContentType.DOCX));

  /// Kinds of text that nothing runs.
  private static final Set<String> HARMLESS =
      Set.of("text/plain", "text/vtt", "text/x-vcard", "text/calendar", "text/csv");

  /// A program for a printer, which Tika has not among the texts.
  private static final String POSTSCRIPT = "application/postscript";

  private TypeDetection() {}

  private static MimeTypes types() {
    try {
      return MimeTypesFactory.create(
          MimeTypes.class.getResource("tika-mimetypes.xml"),
          TypeDetection.class.getResource("/file-types.xml"));
    } catch (IOException | MimeTypeException broken) {
      throw new IllegalStateException("the types of files cannot be read", broken);
    }
  }

  /// Empty for anything that is not kept.
  static Optional<ContentType> typeOf(byte[] head, String name) {
    var type = detected(head);
    var kept = Optional.ofNullable(KEPT.get(type.toString()));
    if (kept.isEmpty() && FAMILIES.isInstanceOf(type, OGG)) {
      kept = Optional.of(ContentType.OGG);
    }
    // letters that a binary format begins with ("MZ twins", "ID3 tag") are still letters
    return kept.equals(Optional.of(ContentType.PDF)) || !PlainText.is(head)
        ? kept
        : text(head, type, name);
  }

  private static Optional<ContentType> text(byte[] head, MediaType found, String name) {
    var type = PlainText.isWide(head) ? detected(narrow(head)) : found;
    if (!isHarmless(type)) {
      return Optional.empty();
    }
    return Optional.of(
        name.toLowerCase(Locale.ROOT).endsWith(".csv") ? ContentType.CSV : ContentType.TXT);
  }

  private static boolean isHarmless(MediaType type) {
    return HARMLESS.contains(type.toString())
        || type.getType().equals("message") // a letter begins like a mail
        || !(FAMILIES.isSpecializationOf(type, MediaType.TEXT_PLAIN)
            || type.toString().equals(POSTSCRIPT));
  }

  /// Tika looks at bytes: markup in UTF-16 would be none.
  private static byte[] narrow(byte[] head) {
    return new String(head, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8);
  }

  private static MediaType detected(byte[] head) {
    try {
      return TIKA.detect(new ByteArrayInputStream(head), new Metadata()).getBaseType();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
