package poca.chat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import poca.chat.careteam.Side;
import poca.chat.conversation.Chat;
import poca.chat.conversation.Seat;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.SessionId;
import poca.contracts.UserId;
import poca.platform.security.Caller;

class SocketTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  @Test
  void frames_go_out_in_order_and_no_message_twice() {
    var line = new Line();
    var handed = new CopyOnWriteArrayList<Long>();
    var socket = line.socket(handed);
    line.free();
    socket.welcome("history", 7);
    for (var seq : List.of(6L, 7L, 8L, 8L, 9L)) {
      socket.push(new TextMessage("m" + seq), seq);
    }
    await().atMost(SOON).until(() -> line.sent.equals(List.of("history", "m8", "m9")));
    await().atMost(SOON).until(() -> handed.equals(List.of(7L, 8L, 9L)));
  }

  @Test
  void a_socket_that_does_not_take_its_frames_is_given_up_and_nobody_waits_for_it() {
    var stuck = new Line();
    var socket = stuck.socket(new CopyOnWriteArrayList<>());
    socket.welcome(null, 0);
    var begun = System.nanoTime();
    IntStream.rangeClosed(1, Socket.WAITING + 2)
        .forEach(seq -> socket.push(new TextMessage("m"), seq));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    assertThat(socket.isEnding()).isTrue();
    stuck.free();
    await().atMost(SOON).until(() -> stuck.closed.equals(List.of(Endings.TOO_SLOW)));
    assertThat(stuck.sent).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void the_first_reason_to_end_counts_and_what_waits_is_dropped() {
    var line = new Line();
    var socket = line.socket(new CopyOnWriteArrayList<>());
    socket.say("taken by the writer");
    await().atMost(SOON).until(() -> line.begun.getCount() == 0);
    socket.say("dropped");
    socket.end(Endings.NO_ACCESS);
    socket.end(Endings.SHUTDOWN);
    line.free();
    await().atMost(SOON).until(() -> line.closed.equals(List.of(Endings.NO_ACCESS)));
    assertThat(line.sent).containsExactly("taken by the writer");
  }

  @Test
  void two_missed_pongs_end_the_socket() {
    var line = new Line();
    var socket = line.socket(new CopyOnWriteArrayList<>());
    line.free();
    socket.ping();
    socket.pong();
    socket.ping();
    socket.ping();
    assertThat(socket.isEnding()).isFalse();
    socket.ping();
    await().atMost(SOON).until(() -> line.closed.equals(List.of(Endings.NO_PONG)));
  }

  /// A connection whose writes block until it is freed.
  private static final class Line {
    private final CountDownLatch free = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<CloseStatus> closed = new CopyOnWriteArrayList<>();

    Socket socket(List<Long> handed) {
      var session =
          (WebSocketSession)
              Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {WebSocketSession.class},
                  (_, method, arguments) -> {
                    switch (method.getName()) {
                      case "sendMessage" -> send((WebSocketMessage<?>) arguments[0]);
                      case "close" -> closed.add((CloseStatus) arguments[0]);
                      default -> {}
                    }
                    return method.getName().equals("getId") ? "s" : null;
                  });
      var socket = new Socket(session, guest(), handed::add);
      socket.startWriting();
      return socket;
    }

    private void send(WebSocketMessage<?> message) throws InterruptedException {
      begun.countDown();
      free.await();
      if (!(message instanceof PingMessage)) {
        sent.add(String.valueOf(message.getPayload()));
      }
    }

    void free() {
      free.countDown();
    }
  }

  /// On a connection that is never used.
  static Socket unconnected() {
    var session =
        (WebSocketSession)
            Proxy.newProxyInstance(
                SocketTest.class.getClassLoader(),
                new Class<?>[] {WebSocketSession.class},
                (_, _, _) -> null);
    return new Socket(session, guest(), _ -> {});
  }

  private static ChatParticipant guest() {
    var doctor = UUID.randomUUID();
    var chat =
        new Chat(
            new ChatId(UUID.randomUUID()),
            new DoctorId(doctor),
            new PatientId(UUID.randomUUID()),
            true,
            true,
            false,
            0,
            1,
            Instant.EPOCH,
            null);
    var caller =
        new Caller(
            new UserId(doctor), Role.DOCTOR, new SessionId(UUID.randomUUID()), doctor, "token");
    return new ChatParticipant(caller, new Seat(chat, Side.DOCTOR), Instant.MAX);
  }
}
