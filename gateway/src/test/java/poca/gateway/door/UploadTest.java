package poca.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

class UploadTest {

  private final long begun = System.nanoTime();

  @Test
  void an_upload_has_a_while_to_find_its_pace_and_then_keeps_a_least_rate() {
    var crawling = upload(Flux.just(bytes(100 << 10)).concatWith(Flux.never()));

    assertThat(crawling.isTooSlow(after(12))).isFalse();
    assertThat(crawling.isTooSlow(after(14))).isFalse(); // below the rate, but only just begun
    assertThat(crawling.isTooSlow(after(21))).isTrue();
  }

  @Test
  void an_upload_that_stands_still_is_too_slow_however_fast_it_began() {
    var fast = upload(Flux.just(bytes(10 << 20)).concatWith(Flux.never()));

    assertThat(fast.isTooSlow(after(59))).isFalse();
    assertThat(fast.isTooSlow(after(70))).isTrue();
    assertThat(fast.isUnanswered(after(70))).isFalse();
  }

  @Test
  void a_whole_upload_is_the_services_to_answer() {
    var whole = upload(Flux.just(bytes(1)));

    assertThat(whole.isTooSlow(after(300))).isFalse();
    assertThat(whole.isUnanswered(after(50))).isFalse();
    assertThat(whole.isUnanswered(after(70))).isTrue();
  }

  @Test
  void an_upload_has_a_limit() {
    assertThatThrownBy(() -> new Upload(Flux.just(bytes(11)), 10, begun).body().blockLast())
        .isSameAs(Failures.TOO_LARGE);
  }

  private Upload upload(Flux<DataBuffer> sent) {
    var upload = new Upload(sent, 100 << 20, begun);
    upload.body().subscribe();
    return upload;
  }

  private long after(long seconds) {
    return begun + TimeUnit.SECONDS.toNanos(seconds);
  }

  private static DataBuffer bytes(int many) {
    return DefaultDataBufferFactory.sharedInstance.wrap(new byte[many]);
  }
}
