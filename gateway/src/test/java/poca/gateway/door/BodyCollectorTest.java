package poca.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import poca.gateway.access.Shares.Claimant;
import poca.platform.web.Refusal;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class BodyCollectorTest {

  private static final int MIB = 1 << 20;
  private static final Claimant SOMEBODY = new Claimant("somebody", "home");
  private static final Claimant ANOTHER = new Claimant("another", "elsewhere");

  /// A quarter of it is sixteen bodies of which nothing has come.
  private final BodyCollector bodies =
      new BodyCollector(
          ServiceBulkheadTest.settings(100), Duration.ofSeconds(30), 64L * BodyCollector.STANDING);

  @Test
  void a_body_goes_on_when_all_of_it_is_there() {
    var received = new AtomicReference<String>();
    var parts = Flux.just("{\"a\":", "1", "}" + " ".repeat(5000));

    collected(parts.map(BodyCollectorTest::bytes), ANOTHER, received).block();

    assertThat(received.get()).isEqualTo("{\"a\":1}" + " ".repeat(5000));
  }

  @Test
  void who_lets_bodies_wait_is_refused_at_its_part_and_nobody_else_is() {
    var waiting = IntStream.range(0, 16).mapToObj(_ -> waiting(SOMEBODY)).toList();

    refused(429, SOMEBODY);
    goesOn(ANOTHER);

    waiting.getFirst().dispose();
    goesOn(SOMEBODY);
  }

  @Test
  void what_has_come_of_a_body_is_counted_too() {
    var waiting = waiting(SOMEBODY, bytes("x".repeat(15 * BodyCollector.STANDING)));

    refused(429, SOMEBODY);

    waiting.dispose();
    goesOn(SOMEBODY);
  }

  @Test
  void one_address_leaves_half_of_the_memory_however_many_accounts_it_has() {
    for (var i = 0; i < 32; i++) {
      waiting(new Claimant("account " + i, "home"));
    }

    refused(429, new Claimant("one more", "home"));
    goesOn(ANOTHER);
  }

  @Test
  void when_all_of_the_memory_is_taken_it_is_unavailable() {
    for (var i = 0; i < 64; i++) {
      waiting(new Claimant("account " + i, "at " + i));
    }

    refused(503, ANOTHER);
  }

  @Test
  void a_body_that_does_not_come_is_late_and_gives_its_memory_back() {
    var hurried =
        new BodyCollector(
            ServiceBulkheadTest.settings(100), Duration.ofMillis(50), BodyCollector.STANDING * 4L);

    for (var i = 0; i < 8; i++) {
      assertThatThrownBy(
              () -> hurried.whole(request(Flux.never()), SOMEBODY, MIB, _ -> Mono.empty()).block())
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(408));
    }
  }

  @Test
  void a_body_beyond_its_limit_is_too_large() {
    assertThatThrownBy(() ->
            bodies
                .whole(request(Flux.just(bytes("x".repeat(11)))), ANOTHER, 10, _ -> Mono.empty())
                .block())
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(413));
  }

  private Disposable waiting(Claimant who, DataBuffer... come) {
    return bodies
        .whole(request(Flux.just(come).concatWith(Flux.never())), who, MIB, _ -> Mono.empty())
        .subscribe();
  }

  private void goesOn(Claimant who) {
    var received = new AtomicReference<String>();
    collected(Flux.just(bytes("{}")), who, received).block();
    assertThat(received.get()).isEqualTo("{}");
  }

  private void refused(int status, Claimant who) {
    assertThatThrownBy(() -> goesOn(who))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
  }

  private Mono<Void> collected(
      Flux<DataBuffer> body, Claimant who, AtomicReference<String> received) {
    return bodies.whole(
        request(body), who, MIB, whole -> Mono.fromRunnable(() -> received.set(text(whole))));
  }

  private static MockServerHttpRequest request(Flux<DataBuffer> body) {
    return MockServerHttpRequest.post("/").body(body);
  }

  private static DataBuffer bytes(String text) {
    return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes.slice()).toString();
  }
}
