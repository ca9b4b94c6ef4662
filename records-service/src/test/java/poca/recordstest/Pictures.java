package poca.recordstest;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Pictures of two colours: red on the left, blue on the right.
public final class Pictures {

  /// Where the telephone was.
  public static final String PLACE = "Lindenweg 12, Basel";

  /// One black pixel.
  public static final byte[] WEBP =
      Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

  private Pictures() {}

  public static byte[] of(String format, int width, int height) {
    return written(format, drawn(BufferedImage.TYPE_INT_RGB, width, height, new Color(0, 0, 255)));
  }

  /// Its right half can be seen through.
  public static byte[] transparentPng(int width, int height) {
    return written(
        "png", drawn(BufferedImage.TYPE_INT_ARGB, width, height, new Color(0, 0, 255, 20)));
  }

  private static BufferedImage drawn(int type, int width, int height, Color right) {
    var picture = new BufferedImage(width, height, type);
    for (var x = 0; x < width; x++) {
      for (var y = 0; y < height; y++) {
        picture.setRGB(x, y, x < width / 2 ? Color.RED.getRGB() : right.getRGB());
      }
    }
    return picture;
  }

  private static byte[] written(String format, BufferedImage picture) {
    try {
      var bytes = new ByteArrayOutputStream();
      ImageIO.write(picture, format, bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static BufferedImage read(byte[] bytes) {
    try {
      return ImageIO.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A JPEG as a telephone makes it: it says how it was held, and where.
  ///
  /// @param orientation as Exif numbers them
  public static byte[] fromTelephone(int width, int height, int orientation) {
    var place = (PLACE + "\0").getBytes(StandardCharsets.US_ASCII);
    var exif = ByteBuffer.allocate(6 + 8 + 2 + 3 * 12 + 4 + 2 + 12 + 4 + place.length);
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).order(ByteOrder.LITTLE_ENDIAN);
    exif.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    var gps = 8 + 2 + 3 * 12 + 4;
    exif.putShort((short) 3);
    entry(exif, 270, 2, place.length, gps + 2 + 12 + 4); // description
    entry(exif, 274, 3, 1, orientation);
    entry(exif, 0x8825, 4, 1, gps); // where the place is
    exif.putInt(0);
    exif.putShort((short) 1);
    entry(exif, 1, 2, 2, 'N'); // latitude, north
    exif.putInt(0).put(place);
    var plain = of("jpeg", width, height);
    var whole = ByteBuffer.allocate(plain.length + 4 + exif.capacity());
    whole.put(plain, 0, 2).put((byte) 0xff).put((byte) 0xe1);
    whole.putShort((short) (exif.capacity() + 2)).put(exif.array());
    whole.put(plain, 2, plain.length - 2);
    return whole.array();
  }

  private static void entry(ByteBuffer exif, int tag, int type, int count, int value) {
    exif.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  /// A PNG of a few bytes that says it has so many pixels.
  public static byte[] bomb(int width, int height) {
    var png = of("png", 8, 8);
    var head = ByteBuffer.wrap(png);
    head.putInt(16, width).putInt(20, height);
    var crc = new CRC32();
    crc.update(png, 12, 17);
    head.putInt(29, (int) crc.getValue());
    return png;
  }
}
