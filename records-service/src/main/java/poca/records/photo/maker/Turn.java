package poca.records.photo.maker;

import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// How a camera was held, which its picture says in its metadata (Exif 2.3, tag 274): without them
/// the picture would lie on its side.
///
/// @param orientation 1 (upright) to 8
record Turn(int orientation) {

  static final Turn NONE = new Turn(1);
  private static final int TAG = 274;
  private static final int START_OF_IMAGE = 0xffd8;
  private static final int APP1 = 0xffe1;
  private static final int START_OF_SCAN = 0xffda;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  /// What cannot be read says nothing. (The JDK's own reading of the metadata refuses what most
  /// telephones write: Exif before JFIF.)
  ///
  /// @param jpeg is left at its beginning
  static Turn of(ImageInputStream jpeg) throws IOException {
    try {
      return exif(jpeg).map(Turn::said).orElse(NONE);
    } catch (IOException | RuntimeException unreadable) {
      return NONE;
    } finally {
      jpeg.seek(0);
    }
  }

  /// Looks through the segments before the pixels.
  private static Optional<byte[]> exif(ImageInputStream jpeg) throws IOException {
    jpeg.setByteOrder(ByteOrder.BIG_ENDIAN);
    if (jpeg.readUnsignedShort() != START_OF_IMAGE) {
      return Optional.empty();
    }
    for (var marker = jpeg.readUnsignedShort();
        marker >>> 8 == 0xff && marker != START_OF_SCAN;
        marker = jpeg.readUnsignedShort()) {
      var segment = new byte[Math.max(0, jpeg.readUnsignedShort() - 2)];
      jpeg.readFully(segment);
      if (marker == APP1 && Arrays.mismatch(segment, EXIF) == EXIF.length) {
        return Optional.of(Arrays.copyOfRange(segment, EXIF.length, segment.length));
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
