package poca.platform.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import poca.platform.web.Refusal;

class ConnectionsTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  private final Connections connections = new Connections(new SimpleMeterRegistry());
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    connections.stop();
  }

  @Test
  void a_client_that_is_gone_before_it_was_served_is_not_kept_and_its_handler_hears_of_it_once() {
    connections.start();
    var line = Line.freed();
    var client = client(line, "early");
    client.closed();
    assertThat(heard).isEmpty();
    client.open();
    client.closed();
    assertThat(heard).containsExactly("opened early", "closed early");
    assertThat(connections.size()).isZero();
  }

  @Test
  void a_client_is_kept_until_its_connection_is_closed() {
    connections.start();
    var client = client(Line.freed(), "one");
    client.open();
    assertThat(connections.size()).isEqualTo(1);
    client.closed();
    client.closed();
    assertThat(connections.size()).isZero();
    assertThat(heard).containsExactly("opened one", "closed one");
  }

  @Test
  void a_handler_that_cannot_begin_closes_its_connection() {
    connections.start();
    var line = Line.freed();
    client(line, "broken").open();
    await().atMost(SOON).until(() -> line.closed.equals(List.of(1011)));
    assertThat(connections.size()).isZero();
  }

  @Test
  void only_the_clients_that_are_meant_are_asked_at_once() {
    connections.start();
    var stays = Line.freed();
    var goes = Line.freed();
    client(stays, "stays").open();
    client(goes, "barred").open();
    connections.review(Integer.class, _ -> true);
    connections.review(String.class, "stays"::equals);
    connections.review(String.class, "barred"::equals);
    await().atMost(SOON).until(() -> goes.closed.equals(List.of(4403)));
    assertThat(stays.closed).isEmpty();
  }

  @Test
  void every_client_is_asked_for_each_second() {
    connections.start();
    var line = Line.freed();
    client(line, "barred").open();
    await().atMost(Duration.ofSeconds(2)).until(() -> line.closed.equals(List.of(4403)));
  }

  @Test
  void at_shutdown_clients_hear_1001_before_work_is_waited_for_and_who_comes_late_hears_it_too() {
    var line = Line.freed();
    connections.start();
    connections.serve(new Endpoint(line));
    client(line, "one").open();
    connections.stop();
    assertThat(line.closed).containsExactly(1001);
    assertThat(heard).containsExactly("opened one", "drained after [1001]");
    assertThat(connections.isRunning()).isFalse();

    var late = Line.freed();
    client(late, "late").open();
    await().atMost(SOON).until(() -> late.closed.equals(List.of(1001)));
    assertThat(connections.size()).as("without the one whose end nobody told").isEqualTo(1);

    connections.start();
    assertThat(heard.stream().filter("started"::equals)).hasSize(1);
  }

  @Test
  void a_client_that_takes_nothing_does_not_hold_up_the_shutdown() {
    connections.start();
    var stuck = new Line();
    var client = client(stuck, "stuck");
    client.open();
    client.connection().send("never taken");
    await().atMost(SOON).until(() -> stuck.begun.getCount() == 0);
    var begun = System.nanoTime();
    connections.stop();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    stuck.free();
  }

  private Client<String> client(Line line, String name) {
    return new Client<>(
        new Endpoint(line), name, connections, new SocketWire(line.session()), Line.JSON);
  }

  private final class Endpoint implements SocketEndpoint<String> {
    private final Line line;

    private Endpoint(Line line) {
      this.line = line;
    }

    @Override
    public String path() {
      return "/";
    }

    @Override
    public int outgoingBuffer() {
      return 8;
    }

    @Override
    public String authorize(HttpServletRequest handshake) {
      throw Refusal.notAllowed();
    }

    @Override
    public void accepted(String name) {}

    @Override
    public ConnectionHandler connect(Connection connection, String name) {
      return new ConnectionHandler() {
        @Override
        public void opened() {
          if (name.equals("broken")) {
            throw new IllegalStateException("on purpose");
          }
          heard.add("opened " + name);
        }

        @Override
        public void received(ClientFrame frame) {}

        @Override
        public void closed() {
          heard.add("closed " + name);
        }
      };
    }

    @Override
    public void review(String name) {
      if (name.equals("barred")) {
        throw Refusal.notAllowed();
      }
    }

    @Override
    public void start() {
      heard.add("started");
    }

    @Override
    public void drain() {
      heard.add("drained after " + line.closed);
    }
  }
}
