package poca.records.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;

/// A file on its way in: read once, while it is counted, hashed and judged.
public final class IncomingFile extends InputStream {

  private final InputStream source;
  private final long limit;
  private final byte[] head;
  private final ContentType type;
  private final PlainText text;
  private final List<Marker> wanted;
  private final List<Marker> unwanted;
  private final MessageDigest digest;
  private int headRead;
  private long count;
  private @Nullable Refusal refusal;

  /// Reads the beginning of the file.
  ///
  /// @param limit the most bytes it may have
  /// @throws Refusal 422 for an empty file, 415 for one that is not kept
  public IncomingFile(InputStream source, String name, long limit) throws IOException {
    this.source = source;
    this.limit = limit;
    this.head = source.readNBytes(TypeDetection.HEAD);
    if (head.length == 0) {
      throw Refusal.invalid("body", "file", "value_error", "must not be empty");
    }
    this.type = TypeDetection.typeOf(head, name).orElseThrow(IncomingFile::notKept);
    this.text = new PlainText(head);
    this.wanted = type.wanted().stream().map(Marker::new).toList();
    this.unwanted = type.unwanted().stream().map(Marker::new).toList();
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What came.
  ///
  /// @param sha256 in hex
  public record Arrived(ContentType type, long size, String sha256) {}

  /// Reads the file to its end and writes it down.
  ///
  /// @throws Refusal 413, and 415 if it is not what it began like
  public Arrived into(OutputStream copy) throws IOException {
    try {
      transferTo(copy);
    } catch (IOException e) {
      if (refusal != null) {
        throw refusal;
      }
      throw e;
    }
    if (!wanted.stream().allMatch(Marker::seen) || unwanted.stream().anyMatch(Marker::seen)) {
      throw notKept();
    }
    return new Arrived(type, count, HexFormat.of().formatHex(digest.digest()));
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
    var n = next(bytes, offset, length);
    if (n > 0) {
      count += n;
      if (count > limit) {
        throw stop(new Refusal(413, ErrorCode.VAL_001, "File too large"));
      }
      if (type.isText() && !text.goesOn(bytes, offset, n)) {
        throw stop(notKept());
      }
      for (var marker : wanted) {
        marker.look(bytes, offset, n);
      }
      for (var marker : unwanted) {
        marker.look(bytes, offset, n);
      }
      digest.update(bytes, offset, n);
    }
    return n;
  }

  private int next(byte[] bytes, int offset, int length) throws IOException {
    if (headRead < head.length) {
      var n = Math.min(length, head.length - headRead);
      System.arraycopy(head, headRead, bytes, offset, n);
      headRead += n;
      return n;
    }
    return source.read(bytes, offset, length);
  }

  private IOException stop(Refusal why) {
    refusal = why;
    return new IOException("refused: " + why.getMessage());
  }

  private static Refusal notKept() {
    return new Refusal(
        415,
        ErrorCode.VAL_001,
        "File type not allowed",
        Map.of("allowed", ContentType.allowed()),
        Map.of());
  }

  /// Looks for a run of bytes in a stream (Knuth, Morris and Pratt).
  static final class Marker {
    private final byte[] wanted;
    private final int[] fallback;
    private int matched;

    Marker(byte[] wanted) {
      this.wanted = Arrays.copyOf(wanted, wanted.length);
      this.fallback = new int[wanted.length];
      for (int i = 1, k = 0; i < wanted.length; i++) {
        while (k > 0 && wanted[i] != wanted[k]) {
          k = fallback[k - 1];
        }
        fallback[i] = wanted[i] == wanted[k] ? ++k : k;
      }
    }

    boolean seen() {
      return matched == wanted.length;
    }

    void look(byte[] bytes, int offset, int length) {
      for (var i = offset; i < offset + length && !seen(); i++) {
        while (matched > 0 && bytes[i] != wanted[matched]) {
          matched = fallback[matched - 1];
        }
        if (bytes[i] == wanted[matched]) {
          matched++;
        }
      }
    }
  }
}
