package poca.recordstest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;
import poca.testkit.RealParts;

/// The wire to the object store, which a test can cut.
@TestConfiguration(proxyBeanMethods = false)
public class Wire {

  private static final List<Socket> OPEN = new CopyOnWriteArrayList<>();
  private static final ServerSocket DOOR = open();

  private static final AtomicLong UP = new AtomicLong(Long.MAX_VALUE);
  private static final AtomicLong DOWN = new AtomicLong(Long.MAX_VALUE);

  /// Whole again.
  public static void mend() {
    UP.set(Long.MAX_VALUE);
    DOWN.set(Long.MAX_VALUE);
  }

  /// Nothing more goes to the store once this many bytes did, over whichever connections.
  public static void cutUpwardsAfter(long bytes) {
    UP.set(bytes);
    hangUp();
  }

  /// Nothing more comes from the store once this many bytes did.
  public static void cutDownwardsAfter(long bytes) {
    DOWN.set(bytes);
    hangUp();
  }

  private static void hangUp() {
    OPEN.forEach(Wire::close);
    OPEN.clear();
  }

  @Bean
  DynamicPropertyRegistrar throughTheWire() {
    return registry ->
        registry.add("poca.s3.endpoint", () -> "http://127.0.0.1:" + DOOR.getLocalPort());
  }

  private static ServerSocket open() {
    try {
      var door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Thread.ofPlatform().daemon().start(Wire::accept);
      return door;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void accept() {
    while (true) {
      try {
        var near = DOOR.accept();
        var store = RealParts.objectStore().endpoint();
        var far = new Socket(store.getHost(), store.getPort());
        OPEN.add(near);
        OPEN.add(far);
        Thread.ofVirtual().start(() -> pump(near, far, UP));
        Thread.ofVirtual().start(() -> pump(far, near, DOWN));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void pump(Socket from, Socket to, AtomicLong left) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      var piece = new byte[4096];
      for (var n = in.read(piece); n >= 0; n = in.read(piece)) {
        if (left.addAndGet(-n) < 0) {
          break;
        }
        out.write(piece, 0, n);
        out.flush();
      }
    } catch (IOException cut) {
      // as it may be
    } finally {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
