package poca.records.photo.maker;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// Makes a picture anew: its pixels and nothing else of it, upright, no larger than a face needs.
/// Whatever goes wrong ends the process.
public final class PhotoMaker {

  /// Of a picture that is read. Its size is said before a pixel of it is decoded: a small file may
  /// say that it is a large picture.
  static final long MOST_PIXELS = 50_000_000;

  /// Of the picture that is made, in pixels.
  static final int LONGEST_SIDE = 1024;

  private PhotoMaker() {}

  /// Says on its standard output what it has made: `jpeg`, or `png` for what can be seen through.
  ///
  /// @param arguments what the picture is (`jpeg`, `png`, `gif`, `bmp`, `webp`), its file, and the
  ///   file that is written
  static void main(String[] arguments) throws IOException {
    var out = System.out;
    System.setOut(new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    out.print(make(arguments[0], new File(arguments[1]), new File(arguments[2])));
    out.flush();
    System.exit(0);
  }

  static String make(String kind, File from, File to) throws IOException {
    ImageIO.setUseCache(false);
    var picture = picture(kind, from);
    var made = picture.getColorModel().hasAlpha() ? "png" : "jpeg";
    if (!ImageIO.write(picture, made, to)) {
      throw new IIOException("nobody writes " + made);
    }
    return made;
  }

  private static BufferedImage picture(String kind, File from) throws IOException {
    // by its kind: what a file begins with must not choose who reads it
    var reader = ImageIO.getImageReadersByFormatName(kind).next();
    try (var bytes = ImageIO.createImageInputStream(from)) {
      var turn = kind.equals("jpeg") ? Turn.of(bytes) : Turn.NONE;
      reader.setInput(bytes);
      return anew(decoded(reader), turn);
    } finally {
      reader.dispose();
    }
  }

  /// The first picture of the file, with pixels left out where there are far too many.
  private static BufferedImage decoded(ImageReader reader) throws IOException {
    var width = reader.getWidth(0);
    var height = reader.getHeight(0);
    if ((long) width * height > MOST_PIXELS) {
      throw new IIOException("too many pixels");
    }
    var each = Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
    var how = reader.getDefaultReadParam();
    how.setSourceSubsampling(each, each, 0, 0);
    return reader.read(0, how);
  }

  /// In the colours of the web, as screens take a picture that says nothing of its own.
  private static BufferedImage anew(BufferedImage picture, Turn turn) {
    var width = picture.getWidth();
    var height = picture.getHeight();
    var scale = Math.min(1, (double) LONGEST_SIDE / Math.max(width, height));
    var wide = Math.max(1, (int) Math.round(scale * (turn.isOnItsSide() ? height : width)));
    var high = Math.max(1, (int) Math.round(scale * (turn.isOnItsSide() ? width : height)));
    var kind =
        picture.getColorModel().hasAlpha()
            ? BufferedImage.TYPE_INT_ARGB
            : BufferedImage.TYPE_INT_RGB;
    var made = new BufferedImage(wide, high, kind);
    var pen = made.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.scale(scale, scale);
    pen.drawImage(picture, turn.upright(width, height), null);
    pen.dispose();
    return made;
  }
}
