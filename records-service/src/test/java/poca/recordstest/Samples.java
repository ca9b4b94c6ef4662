package poca.recordstest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/// Files that begin as they should and go on with noise.
public final class Samples {

  private Samples() {}

  public static byte[] png(int size) {
    return noise(size, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
  }

  public static byte[] pdf(int size) {
    return noise(size, '%', 'P', 'D', 'F', '-', '1', '.', '7', '\n');
  }

  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] noise(int size, int... start) {
    var bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    for (var i = 0; i < start.length; i++) {
      bytes[i] = (byte) start[i];
    }
    return bytes;
  }

  public static byte[] with(byte[] bytes, int offset, byte[] part) {
    var copy = Arrays.copyOf(bytes, bytes.length);
    System.arraycopy(part, 0, copy, offset, part.length);
    return copy;
  }
}
