package poca.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestHeadTimeoutTest {

  private final EmbeddedChannel connection = new EmbeddedChannel();

  @BeforeEach
  void begin() {
    connection.freezeTime();
    connection.pipeline().addLast(new RequestHeadTimeout(Duration.ofSeconds(30)));
  }

  @Test
  void a_connection_without_a_whole_request_is_closed() {
    pass(29);
    assertThat(connection.isOpen()).isTrue();
    pass(1);
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void a_request_may_take_longer_and_the_next_has_its_time_again() {
    pass(20);
    request();
    pass(300);
    assertThat(connection.isOpen()).isTrue();

    answer();
    pass(29);
    assertThat(connection.isOpen()).isTrue();
    pass(31);
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void to_be_told_to_go_on_is_no_answer_and_two_requests_at_once_are_two() {
    request();
    connection.writeOutbound(
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
    pass(300);
    assertThat(connection.isOpen()).isTrue();

    request();
    answer();
    pass(300);
    assertThat(connection.isOpen()).isTrue();

    answer();
    pass(61);
    assertThat(connection.isOpen()).isFalse();
  }

  private void request() {
    connection.writeInbound(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"));
  }

  private void answer() {
    connection.writeOutbound(
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
  }

  private void pass(int seconds) {
    for (var i = 0; i < seconds; i++) {
      connection.advanceTimeBy(1, TimeUnit.SECONDS);
      connection.runScheduledPendingTasks();
    }
  }
}
