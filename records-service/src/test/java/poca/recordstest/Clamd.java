package poca.recordstest;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A scanner that speaks clamd's INSTREAM and knows one virus.
public final class Clamd implements AutoCloseable {

  /// The part of the EICAR test file by which scanners know it; the whole of it would have this
  /// source file removed from some machines.
  public static final String VIRUS = "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE";

  private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket door;
  private volatile Mood mood = Mood.AWAKE;
  private volatile byte[] seen = new byte[0];

  /// How it answers.
  public enum Mood {
    AWAKE,
    /// Hangs up.
    AWAY,
    /// Takes everything and says nothing.
    ASLEEP,
    /// Says that the file is too large for it, and hangs up.
    OVERFED
  }

  public Clamd() {
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::accept);
  }

  public String address() {
    return "127.0.0.1:" + door.getLocalPort();
  }

  public void is(Mood now) {
    mood = now;
  }

  /// The file that was scanned last.
  public byte[] seen() {
    return seen;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var socket = door.accept();
        Thread.ofVirtual().start(() -> answer(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      if (mood == Mood.AWAY) {
        return;
      }
      var in = new DataInputStream(socket.getInputStream());
      if (!Arrays.equals(in.readNBytes(COMMAND.length), COMMAND)) {
        say(socket, "UNKNOWN COMMAND");
        return;
      }
      var file = new ByteArrayOutputStream();
      for (var n = in.readInt(); n > 0; n = in.readInt()) {
        file.writeBytes(in.readNBytes(n));
        if (mood == Mood.OVERFED) {
          say(socket, "INSTREAM size limit exceeded. ERROR");
          return;
        }
      }
      seen = file.toByteArray();
      if (mood == Mood.ASLEEP) {
        in.read();
        return;
      }
      var text = new String(seen, StandardCharsets.ISO_8859_1);
      say(socket, text.contains(VIRUS) ? "stream: Eicar-Signature FOUND" : "stream: OK");
    } catch (IOException gone) {
      // so be it
    }
  }

  private static void say(Socket socket, String reply) throws IOException {
    socket.getOutputStream().write((reply + "\0").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
