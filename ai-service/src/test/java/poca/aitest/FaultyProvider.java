package poca.aitest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/// A provider of models on a raw socket, which speaks as OpenAI and as Gemini do and falls ill in
/// every way that a network knows.
public final class FaultyProvider implements AutoCloseable {

  /// How it answers.
  public enum Mood {
    WELL,
    UNAUTHORIZED,
    /// With `Retry-After`.
    BUSY,
    BROKEN,
    /// Takes the request and says nothing at all.
    HANGING,
    /// Says that it will answer, and then nothing.
    SPEECHLESS,
    /// Falls silent in the middle.
    STALLING,
    /// Resets the connection in the middle.
    RESETTING,
    /// Closes it in the middle, politely.
    ENDING,
    /// Sends what is no JSON.
    GARBLED,
    /// Goes on, too slowly.
    SLOW,
    /// Ends well without a word.
    EMPTY,
    /// Does not take what is asked for beside the words.
    PICKY
  }

  /// Where an answer stops until somebody says [#goOn]; not spoken.
  public static final String PAUSE = "\u241e";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ServerSocket server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<String> prompts = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile Supplier<Mood> mood = () -> Mood.WELL;
  private volatile Function<String, String> answer = _ -> "";
  private volatile String retryAfter = "30";
  private volatile String models = "";
  private final List<Long> hangUps = new CopyOnWriteArrayList<>();
  private final Semaphore goOn = new Semaphore(0);
  private volatile long paceMillis;

  private FaultyProvider(ServerSocket server) {
    this.server = server;
  }

  public static FaultyProvider start() {
    try {
      var provider = new FaultyProvider(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().start(provider::accept);
      return provider;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  public FaultyProvider is(Mood how) {
    return is(() -> how);
  }

  /// Asked for each request.
  public FaultyProvider is(Supplier<Mood> how) {
    this.mood = how;
    return this;
  }

  /// @param text of the answer, by the body of the request
  public FaultyProvider says(Function<String, String> text) {
    this.answer = text;
    return this;
  }

  public FaultyProvider says(String text) {
    return says(_ -> text);
  }

  public FaultyProvider retryAfter(String header) {
    this.retryAfter = header;
    return this;
  }

  /// @param json what its list says of a model; empty if that is unknown
  public FaultyProvider lists(String json) {
    this.models = json;
    return this;
  }

  /// Speaks word by word, with this pause before each; 0 for a few large pieces at once.
  public FaultyProvider speaks(long millis) {
    this.paceMillis = millis;
    return this;
  }

  /// Goes on behind the next [#PAUSE].
  public void goOn() {
    goOn.release();
  }

  /// When the other side hung up before an answer's end, as [System#nanoTime].
  public List<Long> hangUps() {
    return List.copyOf(hangUps);
  }

  /// The bodies of the requests, in order.
  public List<String> prompts() {
    return List.copyOf(prompts);
  }

  private void accept() {
    try {
      while (true) {
        var socket = server.accept();
        open.add(socket);
        Thread.ofVirtual()
            .start(() -> {
              try (socket) {
                serve(socket);
              } catch (IOException | InterruptedException gone) {
                // the other side went, or this one is closed
              }
            });
      }
    } catch (IOException done) {
      // closed
    }
  }

  private void serve(Socket socket) throws IOException, InterruptedException {
    var in = new BufferedInputStream(socket.getInputStream());
    var first = line(in);
    var length = 0;
    for (var header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:"))
        length = Integer.parseInt(header.substring(15).strip());
    }
    var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    var out = socket.getOutputStream();
    if (first.startsWith("GET")) {
      if (models.isEmpty()) refuse(out, 404, "");
      else plain(out, 200, "", models);
      return;
    }
    prompts.add(body);
    var over = new AtomicBoolean();
    Thread.ofVirtual().start(() -> noticeHangUp(in, over));
    stream(socket, out, body, first.contains("streamGenerateContent"), mood.get());
    over.set(true);
  }

  private void noticeHangUp(InputStream in, AtomicBoolean over) {
    try {
      if (in.read() >= 0) return;
    } catch (IOException reset) {
      // it did
    }
    if (!over.get()) hangUps.add(System.nanoTime());
  }

  /// The pieces in which a text is spoken.
  private List<String> pieces(String text, Mood how) {
    if (paceMillis > 0) return List.of(text.split("(?<=[ " + PAUSE + "])"));
    var step = how == Mood.SLOW ? 1 : Math.max(1, text.length() / 4 + 1);
    var pieces = new ArrayList<String>();
    for (int at = 0; at < text.length(); at += step) {
      pieces.add(text.substring(at, Math.min(text.length(), at + step)));
    }
    return pieces;
  }

  private void stream(Socket socket, OutputStream out, String body, boolean gemini, Mood how)
      throws IOException, InterruptedException {
    switch (how) {
      case UNAUTHORIZED -> {
        refuse(out, 401, "");
        return;
      }
      case BUSY -> {
        refuse(out, 429, "Retry-After: " + retryAfter + "\r\n");
        return;
      }
      case BROKEN -> {
        refuse(out, 500, "");
        return;
      }
      case HANGING -> {
        closed.await();
        return;
      }
      case PICKY -> {
        if (body.contains("response_format") || body.contains("temperature")) {
          refuse(out, 400, "");
          return;
        }
      }
      default -> {}
    }
    write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");
    if (how == Mood.SPEECHLESS) {
      closed.await();
      return;
    }
    var text = how == Mood.EMPTY ? "" : answer.apply(body);
    var begun = false;
    for (var piece : pieces(text, how)) {
      if (paceMillis > 0) Thread.sleep(paceMillis);
      if (begun) {
        switch (how) {
          case STALLING -> closed.await();
          case RESETTING -> {
            socket.setSoLinger(true, 0);
            return;
          }
          case ENDING -> {
            return;
          }
          case GARBLED -> {
            write(out, "data: {\"choices\": [}{\n\n");
            return;
          }
          case SLOW -> Thread.sleep(100);
          default -> {}
        }
      }
      begun = true;
      piece(out, gemini, piece.replace(PAUSE, ""));
      if (piece.endsWith(PAUSE)) goOn.acquire();
    }
    end(out, gemini);
  }

  private static void piece(OutputStream out, boolean gemini, String text) throws IOException {
    var said = JSON.writeValueAsString(text);
    write(
        out,
        gemini
            ? "data: {\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":%s}]}}]}\r\n\r\n"
                .formatted(said)
            : "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":%s},\"finish_reason\":null}]}\n\n"
                .formatted(said));
  }

  private static void end(OutputStream out, boolean gemini) throws IOException {
    write(
        out,
        gemini
            ? "data: {\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"\"}]},\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":70,\"candidatesTokenCount\":7,\"totalTokenCount\":77}}\r\n\r\n"
            : "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                + "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":50,\"completion_tokens\":5,\"total_tokens\":55}}\n\n"
                + "data: [DONE]\n\n");
  }

  private static void refuse(OutputStream out, int status, String headers) throws IOException {
    plain(
        out,
        status,
        headers,
        "{\"error\":{\"code\":%d,\"message\":\"secret of the provider\",\"status\":\"X\",\"type\":\"x\"}}"
            .formatted(status));
  }

  private static void plain(OutputStream out, int status, String headers, String body)
      throws IOException {
    write(
        out,
        "HTTP/1.1 %d X\r\n%sContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
            .formatted(status, headers, body.getBytes(StandardCharsets.UTF_8).length, body));
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') line.append((char) c);
    }
    return line.toString();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      server.close();
      for (var socket : open) socket.close();
    } catch (IOException gone) {
      // it is
    }
  }
}
