package poca.records.storage;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The key of one document's bytes. They are encrypted in segments, so that any part can be read
/// without the rest: ChaCha20-Poly1305 (RFC 8439), where the nonce of a segment is its number and
/// whether it is the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár,
/// 2015). Such nonces are safe because a key encrypts one file once. A segment that was changed,
/// moved, cut off or brought from another document does not open.
public final class ContentKey {

  /// Bytes of the file in a segment.
  private static final int SEGMENT = 64 * 1024;

  private static final int TAG = 16;

  private final SecretKey key;
  private final byte[] object;

  /// @param key 32 bytes, of no other document
  /// @param object its name, to which it is bound
  ContentKey(byte[] key, String object) {
    this.key = new SecretKeySpec(key, "ChaCha20");
    this.object = object.getBytes(StandardCharsets.UTF_8);
  }

  byte[] secret() {
    return key.getEncoded();
  }

  /// What is written into it comes out encrypted; closing it writes the last segment.
  public OutputStream encrypting(OutputStream out) {
    return new Encrypting(out);
  }

  /// Where the object has the bytes of a part of the file.
  ///
  /// @param first from 0
  /// @param length at least 1
  /// @param size of the file
  public Stored stored(long first, long length, long size) {
    var from = first / SEGMENT;
    var to = (first + length - 1) / SEGMENT;
    var end = Math.min((to + 1) * SEGMENT, size) + (to + 1) * TAG;
    var offset = from * (SEGMENT + TAG);
    return new Stored(offset, end - offset);
  }

  /// A part of an object.
  public record Stored(long offset, long length) {}

  /// Reads a part of the file from the bytes that [#stored] tells of. What does not open or is
  /// missing is an [IOException] when it is reached.
  public InputStream decrypting(InputStream stored, long first, long length, long size) {
    return new Decrypting(stored, first, length, size);
  }

  private byte[] crypt(int mode, byte[] bytes, int length, long number, boolean last)
      throws IOException {
    try {
      var cipher = Cipher.getInstance("ChaCha20-Poly1305");
      var nonce = ByteBuffer.allocate(12).putLong(number).putInt(last ? 1 : 0).array();
      cipher.init(mode, key, new IvParameterSpec(nonce));
      cipher.updateAAD(object);
      return cipher.doFinal(bytes, 0, length);
    } catch (GeneralSecurityException e) {
      throw new IOException("segment " + number + " does not open", e);
    }
  }

  private final class Encrypting extends OutputStream {
    private final OutputStream out;
    private final byte[] segment = new byte[SEGMENT];
    private int filled;
    private long number;
    private boolean closed;

    private Encrypting(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      var from = offset;
      while (from < offset + length) {
        if (filled == SEGMENT) {
          put(false); // more follows
        }
        var n = Math.min(offset + length - from, SEGMENT - filled);
        System.arraycopy(bytes, from, segment, filled, n);
        filled += n;
        from += n;
      }
    }

    private void put(boolean last) throws IOException {
      out.write(crypt(Cipher.ENCRYPT_MODE, segment, filled, number++, last));
      filled = 0;
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        try (out) {
          put(true);
        }
      }
    }
  }

  private final class Decrypting extends InputStream {
    private final InputStream stored;
    private final long size;
    private long number;
    private int skip;
    private long left;
    private byte[] segment = new byte[0];
    private int at;

    private Decrypting(InputStream stored, long first, long length, long size) {
      this.stored = stored;
      this.size = size;
      this.number = first / SEGMENT;
      this.skip = (int) (first % SEGMENT);
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (left == 0) {
        return -1;
      }
      if (at == segment.length) {
        open();
      }
      var n = (int) Math.min(Math.min(length, segment.length - at), left);
      System.arraycopy(segment, at, bytes, offset, n);
      at += n;
      left -= n;
      return n;
    }

    private void open() throws IOException {
      var end = Math.min((number + 1) * SEGMENT, size);
      var length = (int) (end - number * SEGMENT) + TAG;
      var sealed = stored.readNBytes(length);
      if (sealed.length < length) {
        throw new EOFException("segment " + number + " ends early");
      }
      segment = crypt(Cipher.DECRYPT_MODE, sealed, length, number++, end == size);
      at = skip;
      skip = 0;
    }

    @Override
    public void close() throws IOException {
      stored.close();
    }
  }
}
