package poca.platform.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FrameRateLimitTest {

  @Test
  void twenty_frames_at_once_then_ten_a_second() {
    var now = new AtomicLong();
    var rate = new FrameRateLimit(now::get);
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
