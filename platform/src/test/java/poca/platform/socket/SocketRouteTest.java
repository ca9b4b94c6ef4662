package poca.platform.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import poca.platform.web.Refusal;

/// A route as clients see it, on Tomcat.
@SpringBootTest(
    classes = SocketRouteTest.Echoing.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.location=classpath:poca-platform.yml",
      "spring.application.name=sockets",
      "spring.kafka.bootstrap-servers=127.0.0.1:1",
      "management.endpoint.health.validate-group-membership=false",
      "poca.public-routes=GET /echo/**"
    })
class SocketRouteTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  @LocalServerPort int port;
  @Autowired Echo echo;

  @ParameterizedTest
  @CsvSource({
    "stranger,403,AUTH_004",
    "unknown,404,RES_001",
    "query-lost,503,SRV_002",
    "database-away,503,SRV_002",
    "friend,400,BIZ_001"
  })
  void a_handshake_that_is_refused_or_is_none_is_answered_in_the_envelope(
      String who, int status, String code) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/echo/" + who))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.body()).contains("\"error_code\":\"" + code + "\"");
      assertThat(echo.accepted).doesNotContain(who);
    }
  }

  @Test
  void a_client_is_told_our_sub_protocol_and_served() {
    var client = Client.connect(port, "guest");
    assertThat(client.socket().getSubprotocol()).isEqualTo("poca.bearer");
    assertThat(echo.accepted).contains("guest");
    client.send("{\"say\":\"a\"}");
    await().atMost(SOON).until(() -> client.heard.equals(List.of("welcome", "a")));
    client.socket().sendClose(WebSocket.NORMAL_CLOSURE, "");
    await().atMost(SOON).until(() -> echo.closed.contains("guest"));
  }

  @Test
  void what_is_malformed_refused_or_a_bug_gets_an_error_frame_and_the_connection_stays_open() {
    var client = Client.connect(port, "clumsy");
    client.send("[1]");
    client.socket().sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
    client.send("{\"say\":5,\"client_message_id\":\"c-1\"}");
    client.send("{\"say\":\"bug\"}");
    client.send("{\"say\":\"b\"}");
    await().atMost(SOON).until(() -> client.heard.size() == 6);
    var malformed =
        "{\"type\":\"error\",\"content\":\"Invalid message\",\"error_code\":\"VAL_001\"";
    assertThat(client.heard)
        .containsExactly(
            "welcome",
            malformed + "}",
            malformed + "}",
            malformed + ",\"client_message_id\":\"c-1\"}",
            "{\"type\":\"error\",\"content\":\"Internal server error\","
                + "\"error_code\":\"SRV_001\"}",
            "b");
  }

  @Test
  void too_many_frames_are_dropped_with_an_error_and_a_large_one_closes() {
    var client = Client.connect(port, "hasty");
    for (var i = 0; i < 60; i++) {
      client.send("{\"say\":\"x\",\"client_message_id\":\"c\"}");
    }
    await().atMost(SOON).until(() -> client.heard.size() == 61);
    assertThat(client.heard.stream().filter("x"::equals).count()).isBetween(20L, 50L);
    assertThat(client.heard)
        .contains(
            "{\"type\":\"error\",\"content\":\"Too many requests\",\"error_code\":\"SRV_003\","
                + "\"client_message_id\":\"c\"}");
    var piece = "x".repeat(16 * 1024);
    for (var i = 0; i < 4; i++) {
      client.socket().sendText(piece, false).join();
    }
    client.socket().sendText("x", true).join();
    assertThat(client.closeCode()).isEqualTo(1009);
  }

  @Test
  void an_instance_that_ends_serves_until_balancers_know_and_then_sends_its_clients_away() {
    var clients = new CopyOnWriteArrayList<Client>();
    var address = new AtomicInteger();
    // heard while the instance has begun to end, before it waits for balancers
    ApplicationListener<AvailabilityChangeEvent<ReadinessState>> unready =
        change -> {
          if (change.getState() == ReadinessState.REFUSING_TRAFFIC && clients.size() == 1) {
            clients.add(Client.connect(address.get(), "during"));
            for (var client : clients) {
              client.send("{\"say\":\"still here\"}");
              await().atMost(SOON).until(() -> client.heard.contains("still here"));
            }
          }
        };
    try (var instance =
        new SpringApplicationBuilder(Echoing.class)
            .listeners(unready)
            .run(
                "--server.port=0",
                "--spring.config.location=classpath:poca-platform.yml",
                "--spring.application.name=sockets",
                "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                "--management.endpoint.health.validate-group-membership=false",
                "--poca.public-routes=GET /echo/**",
                "--poca.drain=1ms")) {
      var server = ((ServletWebServerApplicationContext) instance).getWebServer();
      address.set(server == null ? 0 : server.getPort());
      clients.add(Client.connect(address.get(), "before"));
      instance.close();
      assertThat(clients)
          .hasSize(2)
          .allSatisfy(client -> {
            assertThat(client.closeCode()).isEqualTo(1001);
            assertThat(client.heard).containsExactly("welcome", "still here");
          });
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(
      exclude = {
        DataSourceAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        FlywayAutoConfiguration.class
      })
  static class Echoing {
    @Bean
    Echo echo() {
      return new Echo();
    }
  }

  /// Greets, and says again what it hears.
  static final class Echo implements SocketEndpoint<String> {
    final List<String> accepted = new CopyOnWriteArrayList<>();
    final List<String> closed = new CopyOnWriteArrayList<>();

    @Override
    public String path() {
      return "/echo/{who}";
    }

    @Override
    public int outgoingBuffer() {
      return 256;
    }

    @Override
    public String authorize(HttpServletRequest handshake) {
      var who = handshake.getRequestURI().substring("/echo/".length());
      return switch (who) {
        case "stranger" -> throw Refusal.notAllowed();
        case "unknown" -> throw Refusal.notFound("Friend");
        case "query-lost" -> throw new QueryTimeoutException("select secret");
        case "database-away" -> throw new CannotCreateTransactionException("away");
        default -> who;
      };
    }

    @Override
    public void accepted(String who) {
      accepted.add(who);
    }

    @Override
    public void review(String who) {}

    @Override
    public ConnectionHandler connect(Connection connection, String who) {
      return new ConnectionHandler() {
        @Override
        public void opened() {
          connection.send("welcome");
        }

        @Override
        public void received(ClientFrame frame) {
          var said = String.valueOf(frame.text("say"));
          if (said.equals("bug")) {
            throw new IllegalStateException("secret of the inside");
          }
          connection.send(said);
        }

        @Override
        public void closed() {
          closed.add(who);
        }
      };
    }
  }

  private static final class Client implements WebSocket.Listener {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder piece = new StringBuilder();
    private final AtomicReference<WebSocket> socket = new AtomicReference<>();

    static Client connect(int port, String who) {
      var client = new Client();
      client.socket.set(
          HTTP.newWebSocketBuilder()
              .subprotocols("poca.bearer", "token")
              .buildAsync(URI.create("ws://127.0.0.1:" + port + "/echo/" + who), client)
              .join());
      return client;
    }

    WebSocket socket() {
      return Objects.requireNonNull(socket.get());
    }

    void send(String text) {
      socket().sendText(text, true).join();
    }

    int closeCode() {
      return closed.orTimeout(5, TimeUnit.SECONDS).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      piece.append(data);
      if (last) {
        heard.add(piece.toString());
        piece.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.completeExceptionally(error instanceof IOException ? error : new IOException(error));
    }
  }
}
