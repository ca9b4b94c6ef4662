package poca.demo;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/// A drawn face, another one for each person and always the same for the same.
final class Face {

  private static final int SIDE = 320;

  private static final int[] SKIN = {0xf6d7c3, 0xe8b894, 0xc68b62, 0x9a6540, 0x6b4429};
  private static final int[] HAIR = {0x2b2320, 0x5a3a22, 0x9a6a35, 0xc9a05a, 0x9b9b9b};

  private Face() {}

  /// @param key of the person
  /// @return a PNG
  static byte[] of(String key) {
    var chance = new Random(key.hashCode());
    var skin = new Color(SKIN[chance.nextInt(SKIN.length)]);
    var hair = new Color(HAIR[chance.nextInt(HAIR.length)]);
    var wall = Color.getHSBColor(chance.nextFloat(), 0.25f, 0.9f);
    var coat = Color.getHSBColor(chance.nextFloat(), 0.55f, 0.6f);
    var broad = 110 + chance.nextInt(25);
    var longHair = chance.nextBoolean();

    var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(wall);
    pen.fillRect(0, 0, SIDE, SIDE);
    pen.setColor(hair);
    pen.fill(around(160, 125, broad + 26, longHair ? 210 : 165));
    if (longHair) {
      pen.fillRect(160 - (broad + 26) / 2, 125, broad + 26, 120);
    }
    pen.setColor(coat);
    pen.fill(around(160, 330, 240, 190));
    pen.setColor(skin.darker());
    pen.fillRoundRect(138, 190, 44, 65, 30, 30);
    pen.setColor(skin);
    pen.fill(around(160, 150, broad, 150));
    pen.setColor(hair);
    pen.fill(new Arc2D.Double(160 - broad / 2.0, 72, broad, 90, 20, 140, Arc2D.CHORD));
    pen.setColor(Color.WHITE);
    pen.fill(around(136, 148, 22, 14));
    pen.fill(around(184, 148, 22, 14));
    pen.setColor(new Color(0x3a2a20));
    pen.fill(around(136, 148, 11, 12));
    pen.fill(around(184, 148, 11, 12));
    pen.setColor(new Color(0xb0504a));
    pen.fill(new Arc2D.Double(136, 168, 48, 34, 190, 160, Arc2D.CHORD));
    pen.dispose();
    return png(picture);
  }

  private static Ellipse2D around(int x, int y, int width, int height) {
    return new Ellipse2D.Double(x - width / 2.0, y - height / 2.0, width, height);
  }

  private static byte[] png(BufferedImage picture) {
    try {
      var bytes = new ByteArrayOutputStream();
      ImageIO.write(picture, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
