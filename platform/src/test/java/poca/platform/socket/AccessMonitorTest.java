package poca.platform.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.QueryTimeoutException;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;

class AccessMonitorTest {

  private final Connection connection = new Connection(new Line().session(), 8, Line.JSON);
  private final AtomicInteger resumed = new AtomicInteger();

  private AccessMonitor monitor(Runnable question) {
    return new AccessMonitor(
        connection,
        new ConnectionHandler() {
          @Override
          public void received(ClientFrame frame) {}

          @Override
          public void resumed() {
            resumed.incrementAndGet();
          }
        },
        question);
  }

  @ParameterizedTest
  @CsvSource({"401,SESSION_ENDED", "403,ACCESS_LOST", "404,ACCESS_LOST"})
  void a_refusal_closes_with_the_code_that_says_why(int status, CloseReason reason) {
    monitor(
            () -> {
              throw new Refusal(status, ErrorCode.AUTH_004, "no");
            })
        .ask();
    assertThat(connection.closeReason()).isEqualTo(reason);
  }

  @Test
  void while_nobody_can_say_the_connection_is_suspended_and_then_it_goes_on() {
    var answers = new AtomicInteger();
    var monitor =
        monitor(() -> {
          switch (answers.getAndIncrement()) {
            case 0, 1 -> throw Refusal.unavailable();
            case 2 -> throw new QueryTimeoutException("away");
            case 3 -> throw new IllegalStateException("bug");
            default -> {}
          }
        });
    for (var i = 0; i < 4; i++) {
      monitor.ask();
      assertThat(connection.isSuspended()).isTrue();
    }
    assertThat(resumed).hasValue(0);
    monitor.ask();
    monitor.ask();
    assertThat(connection.isSuspended()).isFalse();
    assertThat(resumed).hasValue(1);
    assertThat(connection.isClosing()).isFalse();
  }

  @Test
  void one_question_at_a_time_and_none_for_a_connection_that_closes() {
    var asked = new AtomicInteger();
    var answer = new CountDownLatch(1);
    var monitor =
        monitor(() -> {
          asked.incrementAndGet();
          try {
            answer.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          connection.close(CloseReason.GOING_AWAY);
        });
    monitor.review();
    await().atMost(Duration.ofSeconds(5)).until(() -> asked.get() == 1);
    monitor.review();
    answer.countDown();
    await().atMost(Duration.ofSeconds(5)).until(connection::isClosing);
    monitor.review();
    await().during(Duration.ofMillis(100)).until(() -> asked.get() == 1);
  }
}
