package poca.platform.socket;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Plays the network below a connection: its writes block until it is freed.
final class Line {

  static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  final CountDownLatch begun = new CountDownLatch(1);
  final List<String> sent = new CopyOnWriteArrayList<>();
  final AtomicInteger pings = new AtomicInteger();
  final List<Integer> closed = new CopyOnWriteArrayList<>();
  private final CountDownLatch free = new CountDownLatch(1);

  /// One on which everything passes.
  static Line freed() {
    var line = new Line();
    line.free();
    return line;
  }

  void free() {
    free.countDown();
  }

  WebSocketSession session() {
    return (WebSocketSession)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {WebSocketSession.class},
            (_, method, arguments) -> answer(method.getName(), arguments));
  }

  private @Nullable Object answer(String method, Object[] arguments) throws InterruptedException {
    switch (method) {
      case "sendMessage" -> write((WebSocketMessage<?>) arguments[0]);
      case "close" -> closed.add(((CloseStatus) arguments[0]).getCode());
      default -> {}
    }
    return method.equals("getId") ? "line" : null;
  }

  private void write(WebSocketMessage<?> message) throws InterruptedException {
    begun.countDown();
    free.await();
    if (message instanceof PingMessage) {
      pings.incrementAndGet();
    } else {
      sent.add(String.valueOf(message.getPayload()));
    }
  }
}
