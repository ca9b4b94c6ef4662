package poca.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultChannelId;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpenConnectionsTest {

  private final OpenConnections connections = new OpenConnections(3);

  @Test
  void one_too_many_takes_the_place_of_the_one_that_has_been_idle_longest() {
    var busy = connected();
    busy.writeInbound(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"));
    var longIdle = connected();
    var idle = connected();

    var newest = connected();

    assertThat(longIdle.isOpen()).isFalse();
    assertThat(busy.isOpen()).isTrue();
    assertThat(idle.isOpen()).isTrue();
    assertThat(newest.isOpen()).isTrue();
  }

  @Test
  void where_all_are_busy_the_newest_goes() {
    for (var i = 0; i < 3; i++) {
      connected()
          .writeInbound(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"));
    }

    assertThat(connected().isOpen()).isFalse();
  }

  private EmbeddedChannel connected() {
    var connection =
        new EmbeddedChannel(
            DefaultChannelId.newInstance(), new RequestHeadTimeout(Duration.ofSeconds(90)));
    connections.watch(connection);
    return connection;
  }
}
