package poca.chat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import poca.platform.socket.CloseReason;
import poca.platform.socket.Connection;
import tools.jackson.databind.json.JsonMapper;

class SubscriberTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final List<Long> handed = new CopyOnWriteArrayList<>();
  private final Connection connection = new Connection(session(), 8, new JsonMapper());
  private final Subscriber subscriber =
      new Subscriber(new UUID(0, 1), connection, false, handed::add);

  @Test
  void frames_go_out_in_order_and_no_message_twice() {
    connection.start();
    subscriber.welcome("history", 7);
    for (var seq : List.of(6L, 7L, 8L, 8L, 9L)) {
      subscriber.push("m" + seq, seq);
    }
    await().atMost(SOON).until(() -> sent.equals(List.of("history", "m8", "m9")));
    await().atMost(SOON).until(() -> handed.equals(List.of(7L, 8L, 9L)));
  }

  @Test
  void one_that_falls_too_far_behind_is_given_up_where_it_stands() {
    subscriber.welcome(null, 0);
    for (var seq = 1L; seq <= 10; seq++) {
      subscriber.push("m", seq);
    }
    assertThat(subscriber.filledTo()).isEqualTo(8);
    assertThat(connection.closeReason()).isEqualTo(CloseReason.TOO_SLOW);
    assertThat(subscriber.isListening()).isFalse();
    assertThat(handed).isEmpty();
  }

  @Test
  void it_listens_once_it_was_welcomed_and_until_it_closes() throws InterruptedException {
    assertThat(subscriber.isListening()).isFalse();
    assertThat(subscriber.awaitWelcome(0)).isFalse();
    subscriber.welcome(null, 0);
    assertThat(subscriber.awaitWelcome(0)).isTrue();
    assertThat(subscriber.isListening()).isTrue();
    connection.close(CloseReason.GOING_AWAY);
    assertThat(subscriber.isListening()).isFalse();
  }

  private WebSocketSession session() {
    return (WebSocketSession)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {WebSocketSession.class},
            (_, method, arguments) -> {
              if (method.getName().equals("sendMessage")) {
                sent.add(String.valueOf(((WebSocketMessage<?>) arguments[0]).getPayload()));
              }
              return null;
            });
  }
}
