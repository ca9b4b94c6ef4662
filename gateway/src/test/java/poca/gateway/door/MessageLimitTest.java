package poca.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MessageLimitTest {

  private final EmbeddedChannel connection = new EmbeddedChannel(new MessageLimit());

  @Test
  void a_message_in_one_frame_passes_and_so_does_a_ping() {
    text("x".repeat(MessageLimit.LARGEST), true);
    connection.writeInbound(new PingWebSocketFrame());

    assertThat(((TextWebSocketFrame) connection.readInbound()).text())
        .hasSize(MessageLimit.LARGEST);
    assertThat((Object) connection.readInbound()).isInstanceOf(PingWebSocketFrame.class);
  }

  @Test
  void fragments_pass_as_one_message_when_the_last_is_there_and_each_counts_for_itself() {
    for (var i = 0; i < 3; i++) {
      text("x".repeat(40_000), false);
      more("y", false);
      connection.writeInbound(new PingWebSocketFrame());
      assertThat((Object) connection.readInbound()).isInstanceOf(PingWebSocketFrame.class);
      more("\u00e9", true);

      var whole = (TextWebSocketFrame) connection.readInbound();
      assertThat(whole.isFinalFragment()).isTrue();
      assertThat(whole.text()).isEqualTo("x".repeat(40_000) + "y\u00e9");
    }
  }

  @Test
  void bytes_stay_bytes() {
    connection.writeInbound(
        new BinaryWebSocketFrame(false, 0, Unpooled.wrappedBuffer(new byte[1])));
    more("", true);

    assertThat((Object) connection.readInbound()).isInstanceOf(BinaryWebSocketFrame.class);
  }

  @Test
  void a_message_that_grows_beyond_the_limit_closes_the_socket_and_nothing_of_it_goes_on() {
    text("x".repeat(2048), false);
    for (var i = 0; i < 31; i++) {
      more("x".repeat(2048), false);
    }
    assertThat((Object) connection.readOutbound()).isNull();
    more("x", false);
    more("x", true);
    text("another", true);

    assertThat(((CloseWebSocketFrame) connection.readOutbound()).statusCode()).isEqualTo(1009);
    assertThat((Object) connection.readInbound()).isNull();
    assertThat((Object) connection.readOutbound()).isNull();
    connection.writeInbound(new CloseWebSocketFrame(1009, ""));
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void a_client_that_never_says_goodbye_is_left() {
    connection.freezeTime();
    text("x".repeat(MessageLimit.LARGEST + 1), true);
    connection.advanceTimeBy(3, TimeUnit.SECONDS);
    connection.runScheduledPendingTasks();

    assertThat(connection.isOpen()).isFalse();
  }

  private void text(String text, boolean last) {
    connection.writeInbound(new TextWebSocketFrame(last, 0, text));
  }

  private void more(String text, boolean last) {
    connection.writeInbound(new ContinuationWebSocketFrame(last, 0, text));
  }
}
