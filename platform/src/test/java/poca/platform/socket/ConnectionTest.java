package poca.platform.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import poca.platform.web.Refusal;

class ConnectionTest {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int BUFFER = 64;

  @Test
  void what_is_sent_goes_out_in_order_and_whoever_asked_hears_when() {
    var line = new Line();
    var connection = started(line);
    var written = new CopyOnWriteArrayList<Integer>();
    for (var i = 0; i < BUFFER; i++) {
      var number = i;
      assertThat(connection.send("" + i, () -> written.add(number))).isTrue();
    }
    assertThat(written).isEmpty();
    line.free();
    await().atMost(SOON).until(() -> written.size() == BUFFER);
    assertThat(line.sent)
        .containsExactlyElementsOf(IntStream.range(0, BUFFER).mapToObj(i -> "" + i).toList());
    assertThat(written).isSorted();
  }

  @Test
  void who_sends_to_a_client_that_takes_nothing_never_waits_and_the_client_is_given_up()
      throws InterruptedException {
    var line = new Line();
    var connection = started(line);
    connection.send("the first");
    await().atMost(SOON).until(() -> line.begun.getCount() == 0);
    var begun = System.nanoTime();
    for (var i = 0; i < BUFFER; i++) {
      assertThat(connection.send("frame " + i, () -> {})).isTrue();
    }
    assertThat(connection.isClosing()).isFalse();
    assertThat(connection.send("one too many", () -> {})).isFalse();
    for (var i = 0; i < 10 * BUFFER; i++) {
      connection.send("frame " + i);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    assertThat(connection.closeReason()).isEqualTo(CloseReason.TOO_SLOW);
    assertThat(line.sent).isEmpty();
    line.free();
    assertThat(connection.awaitWritten(SOON.toMillis())).isTrue();
    assertThat(line.closed).containsExactly(4408);
    assertThat(line.sent).as("what waited is dropped").containsExactly("the first");
  }

  /// A frame that is long by itself is no fault of the reader.
  @Test
  void a_client_that_is_a_megabyte_behind_is_given_up_however_few_frames_that_is() {
    var line = new Line();
    var connection = started(line);
    var half = "é".repeat(1 << 18);
    assertThat(connection.send(half.repeat(4), () -> {})).isTrue();
    await().atMost(SOON).until(() -> line.begun.getCount() == 0);
    assertThat(connection.send("one too many", () -> {})).isFalse();
    assertThat(connection.closeReason()).isEqualTo(CloseReason.TOO_SLOW);
    line.free();

    var fast = Line.freed();
    var other = started(fast);
    for (var i = 1; i <= 8; i++) {
      var number = i;
      assertThat(other.send(half, () -> {})).isTrue();
      await().atMost(SOON).until(() -> fast.sent.size() == number);
    }
    assertThat(other.isClosing()).isFalse();

    var slow = started(new Line());
    assertThat(slow.send(half, () -> {})).isTrue();
    assertThat(slow.send(half, () -> {})).isTrue();
    assertThat(slow.send("not more than that", () -> {})).isTrue();
    assertThat(slow.send("more", () -> {})).isFalse();
  }

  @Test
  void the_first_reason_to_close_counts_and_what_waits_is_dropped() {
    var line = new Line();
    var connection = started(line);
    connection.send("taken by the writer");
    await().atMost(SOON).until(() -> line.begun.getCount() == 0);
    connection.send("dropped");
    connection.close(CloseReason.ACCESS_LOST);
    connection.close(CloseReason.GOING_AWAY);
    line.free();
    await().atMost(SOON).until(() -> line.closed.equals(List.of(4403)));
    assertThat(line.sent).containsExactly("taken by the writer");
  }

  @Test
  void two_missed_pongs_close() {
    var line = Line.freed();
    var connection = started(line);
    connection.ping();
    connection.pong();
    connection.ping();
    connection.ping();
    assertThat(connection.isClosing()).isFalse();
    connection.ping();
    await().atMost(SOON).until(() -> line.closed.equals(List.of(4408)));
    assertThat(connection.closeReason()).isEqualTo(CloseReason.NO_PONG);
    assertThat(line.pings.get()).isLessThanOrEqualTo(3);
  }

  @Test
  void what_handling_a_frame_throws_becomes_an_error_frame_that_names_the_frame() {
    var line = Line.freed();
    var connection = started(line);
    connection.handle(
        "c-1",
        () -> {
          throw Refusal.notFound("Message");
        });
    connection.handle(
        "c-2",
        () -> {
          throw new QueryTimeoutException("insert into secret");
        });
    connection.handle(
        null,
        () -> {
          throw new IllegalStateException("secret");
        });
    await().atMost(SOON).until(() -> line.sent.size() == 3);
    assertThat(line.sent)
        .containsExactly(
            error("Message not found", "RES_001", ",\"client_message_id\":\"c-1\""),
            error("Service temporarily unavailable", "SRV_002", ",\"client_message_id\":\"c-2\""),
            error("Internal server error", "SRV_001", ""));
    assertThat(connection.isClosing()).isFalse();
  }

  private static String error(String text, String code, String rest) {
    return "{\"type\":\"error\",\"content\":\"%s\",\"error_code\":\"%s\"%s}"
        .formatted(text, code, rest);
  }

  private static Connection started(Line line) {
    var connection = new Connection(line.session(), BUFFER, Line.JSON);
    connection.start();
    return connection;
  }
}
