package poca.records.photo.maker;

import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// How a camera was held, which its picture says in its metadata (Exif 2.3, tag 274): without them
/// the picture would lie on its side.
///
/// @param orientation 1 (upright) to 8
record Turn(int orientation) {

  private static final Turn NONE = new Turn(1);
  private static final int TAG = 274;
  private static final int APP1 = 0xe1;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  /// Metadata that cannot be read say nothing.
  static Turn of(ImageReader reader) {
    try {
      return reader.getFormatName().equalsIgnoreCase("jpeg")
          ? exif(reader).map(Turn::said).orElse(NONE)
          : NONE;
    } catch (IOException | RuntimeException unreadable) {
      return NONE;
    }
  }

  private static Optional<byte[]> exif(ImageReader reader) throws IOException {
    var root =
        (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_jpeg_image_1.0");
    var segments = root.getElementsByTagName("unknown");
    for (var i = 0; i < segments.getLength(); i++) {
      if (segments.item(i) instanceof IIOMetadataNode segment
          && segment.getAttribute("MarkerTag").equals(String.valueOf(APP1))
          && segment.getUserObject() instanceof byte[] bytes
          && bytes.length > EXIF.length
          && Arrays.equals(bytes, 0, EXIF.length, EXIF, 0, EXIF.length)) {
        return Optional.of(Arrays.copyOfRange(bytes, EXIF.length, bytes.length));
      }
    }
    return Optional.empty();
  }

  /// @param exif is a TIFF file without a picture
  private static Turn said(byte[] exif) {
    var tiff = ImageIO.getImageReadersByFormatName("tiff").next();
    try (var bytes = new MemoryCacheImageInputStream(new ByteArrayInputStream(exif))) {
      tiff.setInput(bytes);
      var field = TIFFDirectory.createFromMetadata(tiff.getImageMetadata(0)).getTIFFField(TAG);
      var orientation = field == null ? 1 : field.getAsInt(0);
      return orientation < 1 || orientation > 8 ? NONE : new Turn(orientation);
    } catch (IOException unreadable) {
      return NONE;
    } finally {
      tiff.dispose();
    }
  }

  /// Whether width and height change places.
  boolean isOnItsSide() {
    return orientation >= 5;
  }

  /// Where the pixels of a picture of this size belong.
  AffineTransform upright(int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
