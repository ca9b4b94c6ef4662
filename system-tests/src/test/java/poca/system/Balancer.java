package poca.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands before the instances of one service as a Kubernetes Service does: new connections go to
/// the instances in turn, open ones stay where they are.
final class Balancer implements AutoCloseable {

  private final ServerSocket door;
  private final List<Integer> instances = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  /// @param instance the port of the first one
  Balancer(int instance) {
    instances.add(instance);
    try {
      door = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("balancer").start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  /// From now on the instance gets new connections.
  void add(int instance) {
    instances.add(instance);
  }

  /// From now on it gets none.
  void remove(int instance) {
    instances.remove((Integer) instance);
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var client = door.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        var instance = connect()) {
      client.setTcpNoDelay(true);
      instance.setTcpNoDelay(true);
      var back = Thread.ofVirtual().start(() -> pass(instance, client));
      pass(client, instance);
      back.join();
    } catch (IOException gone) {
      // one side has hung up, and so does this one
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Socket connect() throws IOException {
    var all = List.copyOf(instances);
    IOException last = new IOException("no instance");
    for (var i = 0; i < all.size(); i++) {
      var port = all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
      try {
        return new Socket(InetAddress.getLoopbackAddress(), port);
      } catch (IOException refused) {
        last = refused;
      }
    }
    throw last;
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException gone) {
      try {
        from.close();
        to.close();
      } catch (IOException e) {
        // closed already
      }
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
