package poca.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.Socket;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import poca.access.session.SessionCheck.SessionStatus;

@Gateway
class SocketsIT {

  private static final String PATH = "/api/v1/chats/ws/" + FakeService.KNOWN_CHAT;

  @LocalServerPort private int port;
  @Autowired private ApplicationContext context;
  private Client client;

  @BeforeEach
  void begin() {
    client = new Client(port);
    Stage.SERVICE.forget();
  }

  @Test
  void a_token_in_the_sub_protocol_opens_a_socket_after_the_service_was_asked() throws Exception {
    var token = Stage.token();
    var heard = new Heard();
    var socket =
        open(
            PATH + "?user_entity_id=ent&stream=true",
            b -> b.subprotocols("poca.bearer", token),
            heard);

    assertThat(socket.getSubprotocol()).isEqualTo("poca.bearer");
    socket.sendText("hello", true).join();
    assertThat(heard.next()).isEqualTo("echo hello");

    var check = Stage.SERVICE.next();
    assertThat(check.uri()).isEqualTo("/access/chats/" + FakeService.KNOWN_CHAT);
    assertThat(check.headers())
        .containsEntry("Authorization", "Bearer " + token)
        .containsEntry("user-entity-id", "ent")
        .containsEntry("X-Client-Address", client.address);
    var handshake = Stage.SERVICE.next();
    assertThat(handshake.uri()).isEqualTo(PATH + "?stream=true");
    assertThat(handshake.headers())
        .containsEntry("Authorization", "Bearer " + token)
        .containsEntry("user-entity-id", "ent")
        .containsEntry("Sec-WebSocket-Protocol", "poca.bearer")
        .containsEntry("X-Client-Address", client.address)
        .containsEntry("X-Request-ID", check.headers().get("X-Request-ID"));
  }

  @Test
  void a_token_in_the_query_or_the_header_opens_one_too_and_does_not_travel_on_in_the_url()
      throws Exception {
    var token = Stage.token();
    for (var how : new int[] {0, 1}) {
      var heard = new Heard();
      var socket =
          how == 0
              ? open(PATH + "?token=" + token, b -> b, heard)
              : open(PATH, b -> b.header("Authorization", "Bearer " + token), heard);
      assertThat(socket.getSubprotocol()).isEmpty();
      socket.sendText("hello", true).join();
      assertThat(heard.next()).isEqualTo("echo hello");

      Stage.SERVICE.next();
      var handshake = Stage.SERVICE.next();
      assertThat(handshake.uri()).isEqualTo(PATH);
      assertThat(handshake.headers())
          .containsEntry("Authorization", "Bearer " + token)
          .doesNotContainKey("user-entity-id");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1008, 1009, 1011, 4401, 4403})
  void close_codes_come_through(int code) throws Exception {
    var heard = new Heard();
    var socket = open(PATH, b -> b.subprotocols("poca.bearer", Stage.token()), heard);

    socket.sendText("close " + code, true).join();

    assertThat(heard.closed.get(5, TimeUnit.SECONDS)).isEqualTo(code + " as told");
  }

  @Test
  void large_messages_and_pings_come_through() throws Exception {
    var heard = new Heard();
    var socket = open(PATH, b -> b.subprotocols("poca.bearer", Stage.token()), heard);
    socket.sendText("hello", true).join();
    assertThat(heard.next()).isEqualTo("echo hello");

    var large = "x".repeat(65_536);
    for (var i = 0; i < 3; i++) {
      socket.sendText(large.substring(0, 30_000), false).join();
      socket.sendText(large.substring(30_000), true).join();
      assertThat(heard.next()).isEqualTo("echo " + large);
    }
    socket.sendText("say 300000", true).join();
    assertThat(heard.next()).hasSize(300_000);

    socket.sendPing(ByteBuffer.wrap(new byte[] {1, 2, 3})).join();
    assertThat(heard.ponged.get(5, TimeUnit.SECONDS)).isEqualTo(3);
  }

  @Test
  void a_message_over_64_kib_ends_the_socket_however_many_fragments_it_has() throws Exception {
    var heard = new Heard();
    var socket = open(PATH, b -> b.subprotocols("poca.bearer", Stage.token()), heard);

    for (var i = 0; i < 33; i++) {
      socket.sendText("x".repeat(2048), false).join();
    }

    assertThat(heard.closed.get(5, TimeUnit.SECONDS)).startsWith("1009");
    assertThat(heard.texts).isEmpty();
  }

  @Test
  void a_frame_over_64_kib_ends_the_socket_before_its_bytes_have_come() throws Exception {
    try (var line = new Socket("127.0.0.1", port)) {
      line.setSoTimeout(5_000);
      line.getOutputStream()
          .write(
              "GET %s?token=%s HTTP/1.1\r\nHost: poca\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
                  .formatted(PATH, Stage.token())
                  .getBytes(StandardCharsets.US_ASCII));
      var in = line.getInputStream();
      var head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      assertThat(head.toString()).startsWith("HTTP/1.1 101 ");
      // text, masked, of 65,537 bytes, with its mask and none of them
      line.getOutputStream().write(new byte[] {-127, -1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0});

      assertThat(in.readAllBytes()).startsWith(0x88).contains(0x03, 0xf1);
    }
  }

  @Test
  void an_account_has_twenty_sockets_and_others_have_theirs() throws Exception {
    var token = Stage.token();
    var first = new Heard();
    open(PATH, b -> b.subprotocols("poca.bearer", token), first);
    for (var i = 1; i < 20; i++) {
      Thread.sleep(110); // within the rate
      open(PATH, b -> b.subprotocols("poca.bearer", token), new Heard());
    }
    Thread.sleep(110);
    var asked = Stage.SERVICE.arrived();

    refused(PATH, b -> b.subprotocols("poca.bearer", token), 429, "Too many requests");
    assertThat(Stage.SERVICE.arrived()).as("the service was not asked").isEqualTo(asked);
    open(PATH, b -> b.subprotocols("poca.bearer", Stage.token()), new Heard());

    Objects.requireNonNull(first.socket).sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    first.closed.get(5, TimeUnit.SECONDS);
    Thread.sleep(300);
    open(PATH, b -> b.subprotocols("poca.bearer", token), new Heard());
  }

  @Test
  void when_the_gateway_goes_sockets_are_told() throws Exception {
    var heard = new Heard();
    var socket = open(PATH, b -> b.subprotocols("poca.bearer", Stage.token()), heard);
    socket.sendText("hello", true).join();
    assertThat(heard.next()).isEqualTo("echo hello");

    ((SmartLifecycle) context.getBean("openConnections")).stop();

    assertThat(heard.closed.get(5, TimeUnit.SECONDS)).startsWith("1001");
  }

  @Test
  void refusals_are_http() {
    refused(PATH, b -> b, 401, "Not authenticated");
    refused(PATH, b -> b.subprotocols("poca.bearer", "rubbish"), 401, "Invalid token format");
    refused(PATH + "?token=rubbish", b -> b, 401, "Invalid token format");
    var good = Stage.token();
    refused(
        "/api/v1/chats/ws/" + FakeService.FOREIGN_CHAT,
        b -> b.subprotocols("poca.bearer", good),
        403,
        "Not enough permissions");
    refused(
        "/api/v1/chats/ws/" + UUID.randomUUID(),
        b -> b.subprotocols("poca.bearer", good),
        404,
        "Chat not found");
    refused(
        "/api/v1/chats/ws/" + FakeService.CHAT_THAT_BREAKS,
        b -> b.subprotocols("poca.bearer", good),
        503,
        "Service temporarily unavailable");

    var session = UUID.randomUUID();
    Stage.VERDICTS.put(session, SessionStatus.ENDED);
    var ended = Stage.token(claims -> claims.claim("sid", session.toString()));
    refused(PATH, b -> b.subprotocols("poca.bearer", ended), 401, "Session has ended");
  }

  @Test
  void a_page_of_another_origin_cannot_open_a_socket() throws Exception {
    var handshake =
        "GET %s?token=%s HTTP/1.1\r\nHost: poca\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                .formatted(PATH, Stage.token())
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + "Origin: %s\r\n\r\nGET / HTTP/1.1\r\nHost: poca\r\nConnection: close\r\n\r\n";

    assertThat(client.raw(handshake.formatted("http://evil.example")))
        .startsWith("HTTP/1.1 403")
        .contains("AUTH_004");
  }

  @Test
  void a_plain_get_is_no_handshake() {
    var answer = client.get(PATH, Stage.token());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("BIZ_001");
  }

  private void refused(
      String path, UnaryOperator<WebSocket.Builder> how, int status, String message) {
    var cause = catchThrowable(() -> open(path, how, new Heard()));
    assertThat(cause).isInstanceOf(CompletionException.class);
    var refusal = (WebSocketHandshakeException) Objects.requireNonNull(cause.getCause());
    assertThat(refusal.getResponse().statusCode()).as(message).isEqualTo(status);
    assertThat(String.valueOf(refusal.getResponse().body())).contains(message);
  }

  private WebSocket open(String path, UnaryOperator<WebSocket.Builder> how, Heard heard) {
    var builder =
        how.apply(Client.HTTP.newWebSocketBuilder()).header("X-Forwarded-For", client.address);
    return builder.buildAsync(URI.create("ws://127.0.0.1:" + port + path), heard).join();
  }

  private static final class Heard implements WebSocket.Listener {
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final CompletableFuture<Integer> ponged = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private @Nullable WebSocket socket;

    @Override
    public void onOpen(WebSocket opened) {
      socket = opened;
      opened.request(1);
    }

    String next() throws InterruptedException {
      return String.valueOf(texts.poll(5, TimeUnit.SECONDS));
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        texts.add(part.toString());
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
      ponged.complete(message.remaining());
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code + " " + reason);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed.completeExceptionally(error);
    }
  }
}
