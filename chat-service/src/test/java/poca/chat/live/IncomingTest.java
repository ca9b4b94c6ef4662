package poca.chat.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IncomingTest {

  @Test
  void pieces_become_one_frame_and_the_next_begins_anew() {
    var incoming = new Incoming();
    assertThat(incoming.add("{\"content\":")).isTrue();
    assertThat(incoming.add("\"a\"}")).isTrue();
    assertThat(incoming.complete()).isEqualTo("{\"content\":\"a\"}");
    assertThat(incoming.add("b")).isTrue();
    assertThat(incoming.complete()).isEqualTo("b");
  }

  @Test
  void a_frame_is_measured_in_bytes() {
    var incoming = new Incoming();
    assertThat(incoming.add("x".repeat(Incoming.LARGEST))).isTrue();
    assertThat(incoming.add("x")).isFalse();

    var wide = new Incoming();
    assertThat(wide.add("€".repeat(Incoming.LARGEST / 3))).isTrue();
    assertThat(wide.add("€")).isFalse();

    var pairs = new Incoming();
    assertThat(pairs.add("😀".repeat(Incoming.LARGEST / 4))).isTrue();
    assertThat(pairs.add("😀")).isFalse();
  }

  @Test
  void twenty_frames_at_once_then_ten_a_second() {
    var now = new AtomicLong();
    var rate = new FrameRate(now::get);
    for (var i = 0; i < 20; i++) {
      assertThat(rate.take()).isTrue();
    }
    assertThat(rate.take()).isFalse();
    now.addAndGet(100_000_001);
    assertThat(rate.take()).isTrue();
    assertThat(rate.take()).isFalse();
    now.addAndGet(3_600_000_000_000L);
    for (var i = 0; i < 20; i++) {
      assertThat(rate.take()).isTrue();
    }
    assertThat(rate.take()).isFalse();
  }
}
