package poca.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PipeliningHandlerTest {

  private final Server server = new Server();
  private final EmbeddedChannel connection = new EmbeddedChannel();

  /// What stands behind the handler.
  private static final class Server extends ChannelInboundHandlerAdapter {
    private final List<String> asked = new ArrayList<>();

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      var request = (FullHttpRequest) message;
      asked.add(request.uri());
      request.release();
    }
  }

  @BeforeEach
  void begin() {
    connection.config().setAutoRead(false);
    connection.pipeline().addLast(new PipeliningHandler(), server);
    connection.writeInbound(request("/one"), request("/two"), request("/three"));
  }

  @Test
  void the_next_request_waits_until_the_server_asks_for_more() {
    assertThat(server.asked).containsExactly("/one");
    answer();
    connection.runPendingTasks();
    assertThat(server.asked).as("it may still be clearing up").containsExactly("/one");
    askForMore();
    connection.runPendingTasks();
    assertThat(server.asked).containsExactly("/one", "/two");
  }

  @Test
  void a_server_that_asks_for_the_rest_of_a_request_gets_no_other_one() {
    askForMore();
    connection.runPendingTasks();
    assertThat(server.asked).containsExactly("/one");
  }

  @Test
  void a_server_that_asks_for_more_before_its_answer_is_out_is_heard() {
    connection
        .pipeline()
        .context(server)
        .write(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
    askForMore();
    connection.runPendingTasks();
    assertThat(server.asked).containsExactly("/one");
    connection.flush();
    connection.runPendingTasks();
    assertThat(server.asked).containsExactly("/one", "/two");
  }

  @Test
  void all_have_their_turn_and_then_the_connection_is_read_on() {
    for (int i = 0; i < 3; i++) {
      answer();
      askForMore();
      connection.runPendingTasks();
    }
    connection.writeInbound(request("/four"));
    assertThat(server.asked).containsExactly("/one", "/two", "/three", "/four");
  }

  private void answer() {
    connection
        .pipeline()
        .context(server)
        .writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
  }

  private void askForMore() {
    connection.pipeline().context(server).read();
  }

  private static FullHttpRequest request(String path) {
    return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path);
  }
}
