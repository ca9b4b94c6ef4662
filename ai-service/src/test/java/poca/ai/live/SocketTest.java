package poca.ai.live;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

class SocketTest {

  private final CountDownLatch stuck = new CountDownLatch(1);
  private final CountDownLatch writing = new CountDownLatch(1);
  private final List<Object> written = new CopyOnWriteArrayList<>();

  /// A peer that takes nothing until it is let go.
  private final WebSocketSession session =
      (WebSocketSession)
          Proxy.newProxyInstance(
              SocketTest.class.getClassLoader(),
              new Class<?>[] {WebSocketSession.class},
              (_, method, arguments) -> {
                switch (method.getName()) {
                  case "sendMessage" -> {
                    writing.countDown();
                    stuck.await();
                    written.add(((TextMessage) arguments[0]).getPayload());
                  }
                  case "close" -> written.add(((CloseStatus) arguments[0]).getCode());
                  default -> {}
                }
                return null;
              });

  @Test
  void who_speaks_to_a_socket_that_takes_nothing_never_waits_and_the_socket_is_given_up()
      throws Exception {
    var socket = TurnsUnderWayTest.socket(session);
    socket.startWriting();
    socket.say("the first");
    assertThat(writing.await(5, SECONDS)).isTrue();
    var before = System.nanoTime();
    for (var i = 0; i < 10 * Socket.WAITING; i++) {
      socket.say("frame " + i);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    assertThat(socket.isEnding()).isTrue();
    assertThat(written).isEmpty();
    stuck.countDown();
    assertThat(socket.awaitWritten(5_000)).isTrue();
    assertThat(written.getLast()).isEqualTo(4408);
    assertThat(written).as("what waited is dropped").hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void what_is_said_goes_out_in_order() {
    stuck.countDown();
    var socket = TurnsUnderWayTest.socket(session);
    socket.startWriting();
    for (var i = 0; i < 100; i++) {
      socket.say("" + i);
    }
    await().atMost(Duration.ofSeconds(5)).until(() -> written.size() == 100);
    for (var i = 0; i < 100; i++) {
      assertThat(written.get(i)).isEqualTo("" + i);
    }
    socket.end(Endings.SHUTDOWN);
  }
}
