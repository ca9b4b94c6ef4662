package poca.records.scan;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Has files looked at by a clamd, over its `INSTREAM` (clamd(8)), where one is configured
/// (`CLAMD_ADDRESS`). Its limit on streams (`StreamMaxLength`) must not be below MAX_UPLOAD_BYTES.
@Component
public class VirusScanner {

  private static final Logger log = LoggerFactory.getLogger(VirusScanner.class);

  private static final Pattern ADDRESS = Pattern.compile("([^:\\s]+|\\[[0-9a-fA-F:]+]):(\\d{1,5})");
  private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern FOUND = Pattern.compile("stream: (.*) FOUND");
  private static final String CLEAN = "stream: OK";
  private static final int PIECE = 64 * 1024;
  private static final int LONGEST_REPLY = 1024;
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final @Nullable String host;
  private final int port;
  private final Duration longest;

  @Autowired
  VirusScanner(@Value("${poca.clamd-address}") String address) {
    this(address, Duration.ofSeconds(45));
  }

  /// @param address `host:port`; blank for none
  /// @param longest for one file
  /// @throws IllegalArgumentException for an address that is none
  VirusScanner(String address, Duration longest) {
    var parts = ADDRESS.matcher(address.strip());
    if (address.isBlank()) {
      this.host = null;
      this.port = 0;
    } else if (parts.matches() && Integer.parseInt(parts.group(2)) <= 65_535) {
      this.host = parts.group(1);
      this.port = Integer.parseInt(parts.group(2));
    } else {
      throw new IllegalArgumentException("CLAMD_ADDRESS must be host:port");
    }
    this.longest = longest;
  }

  /// What is known of a file.
  public sealed interface Verdict {
    /// Nothing was found, or nobody is there to look.
    record Clean() implements Verdict {}

    /// @param what by the name of the scanner's database
    record Found(String what) implements Verdict {}

    /// The scanner did not answer.
    record Unknown() implements Verdict {}
  }

  /// Opens a file.
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }

  /// May take the better part of a minute.
  public Verdict scan(Content content) {
    if (host == null) {
      return new Verdict.Clean();
    }
    try (var socket = new Socket()) {
      // a scanner that reads no more would hold us in a write
      var late =
          CompletableFuture.runAsync(
              () -> close(socket),
              CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS));
      try {
        socket.connect(new InetSocketAddress(host, port), (int) CONNECT.toMillis());
        return verdict(reply(socket, content));
      } finally {
        late.cancel(false);
      }
    } catch (IOException e) {
      log.warn("a file was not scanned: {}", e.toString());
      return new Verdict.Unknown();
    }
  }

  private static String reply(Socket socket, Content content) throws IOException {
    var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), PIECE));
    out.write(COMMAND);
    try (var bytes = content.open()) {
      var piece = new byte[PIECE];
      for (var n = bytes.read(piece); n >= 0; n = bytes.read(piece)) {
        if (n > 0) { // a piece of length 0 is the end
          out.writeInt(n);
          out.write(piece, 0, n);
        }
      }
    }
    out.writeInt(0);
    out.flush();
    var said = socket.getInputStream().readNBytes(LONGEST_REPLY);
    return new String(said, StandardCharsets.UTF_8).replace("\0", "").strip();
  }

  private static Verdict verdict(String reply) {
    var found = FOUND.matcher(reply);
    if (found.matches()) {
      return new Verdict.Found(found.group(1));
    }
    if (reply.equals(CLEAN)) {
      return new Verdict.Clean();
    }
    log.warn("a file was not scanned: the scanner says \"{}\"", reply);
    return new Verdict.Unknown();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      log.debug("closing a scanner's connection: {}", e.toString());
    }
  }
}
