package poca.platform.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.web.client.RestClient;
import poca.platform.web.Refusal;

@Timeout(10)
class ServiceTokenTest {

  private volatile Instant now = Instant.parse("2026-11-25T10:00:00Z");
  private volatile boolean answers = true;
  private volatile CountDownLatch held = new CountDownLatch(0);
  private final AtomicInteger asked = new AtomicInteger();
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private final ServiceToken token =
      new ServiceToken(
          RestClient.builder().baseUrl("http://auth").requestFactory(auth()).build(),
          "chat-service",
          "secret",
          clock);

  private ClientHttpRequestFactory auth() {
    return (uri, method) -> {
      var request = new MockClientHttpRequest(method, uri);
      var n = asked.incrementAndGet();
      try {
        held.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      var body = "{\"accessToken\": \"t%d\", \"expiresIn\": 300}".formatted(n);
      var response =
          new MockClientHttpResponse(
              body.getBytes(StandardCharsets.UTF_8),
              answers ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
      response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
      request.setResponse(response);
      return request;
    };
  }

  @Test
  void a_token_is_renewed_a_minute_early_and_kept_if_that_fails() {
    assertThat(token.value()).isEqualTo("t1");
    assertThat(token.value()).isEqualTo("t1");
    now = now.plusSeconds(241);
    answers = false;
    assertThat(token.value()).isEqualTo("t1");
    now = now.plusSeconds(1);
    answers = true;
    assertThat(token.value()).isEqualTo("t3");
  }

  @Test
  void whoever_waited_for_a_question_that_failed_does_not_ask_again() throws Exception {
    answers = false;
    held = new CountDownLatch(1);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var refused = IntStream.range(0, 20).mapToObj(_ -> callers.submit(token::value)).toList();
      await().until(() -> asked.get() == 1);
      held.countDown();
      for (var each : refused) {
        assertThatThrownBy(each::get).hasCauseInstanceOf(Refusal.class);
      }
    }
    assertThat(asked).hasValue(1);

    answers = true;
    now = now.plus(Duration.ofSeconds(1));
    assertThat(token.value()).isEqualTo("t2");
  }

  @Test
  void a_token_that_is_good_does_not_wait_for_its_renewal() throws Exception {
    token.value();
    now = now.plusSeconds(241);
    held = new CountDownLatch(1);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var renewing = callers.submit(token::value);
      await().until(() -> asked.get() == 2);
      assertThat(token.value()).isEqualTo("t1");
      held.countDown();
      assertThat(renewing.get()).isEqualTo("t2");
    }
  }
}
