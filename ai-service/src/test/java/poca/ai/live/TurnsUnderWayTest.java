package poca.ai.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TurnsUnderWayTest {

  private final TurnsUnderWay turns = new TurnsUnderWay();

  @Test
  void who_stops_waits_for_the_turns_and_begins_none() throws Exception {
    assertThat(turns.begin()).isTrue();
    var stopping =
        Thread.ofPlatform()
            .start(() -> {
              try {
                turns.drain();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    await().until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
    assertThat(turns.begin()).isFalse();
    turns.end();
    assertThat(stopping.join(Duration.ofSeconds(5))).isTrue();
    assertThat(turns.begin()).isFalse();

    turns.start();
    assertThat(turns.begin()).isTrue();
  }
}
