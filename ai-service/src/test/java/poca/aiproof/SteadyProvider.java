package poca.aiproof;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// A provider that speaks as OpenAI does, at a steady pace. A message with a mark `stream 7-1` gets
/// a long summary that is full of this mark, so that nothing can be mixed up unseen; any other one
/// gets a question at once.
final class SteadyProvider implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern MARK = Pattern.compile("stream (\\d+-\\d+)");

  /// A token has about four characters.
  private static final Pattern FOUR = Pattern.compile("(?s).{1,4}");

  private static final String[] QUESTIONS = {
    "Do you bring up any phlegm?", "Is the cough worse at night?"
  };

  private final ServerSocket server;
  private final int sentences;
  private final long gapNanos;
  private final AtomicLong tokens = new AtomicLong();
  private final Map<String, Long> firstToken = new ConcurrentHashMap<>();
  private final Map<String, Long> firstSentence = new ConcurrentHashMap<>();

  /// @param perSecond tokens
  SteadyProvider(int sentences, int perSecond) {
    this.sentences = sentences;
    this.gapNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    try {
      this.server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/v1";
  }

  /// Those of summaries that were sent.
  long tokens() {
    return tokens.get();
  }

  /// When the first word of a summary was sent, as [System#nanoTime]; 0 if it was not.
  long firstToken(String mark) {
    return firstToken.getOrDefault(mark, 0L);
  }

  /// When the word went that shows the end of the first sentence.
  long firstSentence(String mark) {
    return firstSentence.getOrDefault(mark, 0L);
  }

  private void accept() {
    try {
      while (true) {
        var socket = server.accept();
        socket.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // done
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in = new BufferedInputStream(socket.getInputStream());
      var out = socket.getOutputStream();
      var isGet = line(in).startsWith("GET");
      var length = 0;
      for (var header = line(in); !header.isEmpty(); header = line(in)) {
        if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          length = Integer.parseInt(header.substring(15).strip());
        }
      }
      var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
      if (isGet) {
        var list = "{\"object\":\"list\",\"data\":[]}";
        write(
            out,
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(list.length(), list));
        return;
      }
      write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");
      var mark = MARK.matcher(body);
      if (mark.find()) {
        summary(out, mark.group(1));
      } else {
        var number = body.contains(QUESTIONS[0]) ? 1 : 0;
        write(out, piece(json(false, QUESTIONS[number])) + END);
      }
    } catch (IOException gone) {
      // hung up on, or killed
    }
  }

  private void summary(OutputStream out, String mark) throws IOException {
    var said = new StringBuilder();
    var due = System.nanoTime();
    var isFirst = true;
    for (var word : FOUR.matcher(json(true, text(mark, sentences))).results().toList()) {
      LockSupport.parkNanos(due - System.nanoTime());
      due += gapNanos;
      write(out, piece(word.group()));
      tokens.incrementAndGet();
      if (isFirst) {
        firstToken.putIfAbsent(mark, System.nanoTime());
        isFirst = false;
      }
      said.append(word.group());
      if (!firstSentence.containsKey(mark) && said.indexOf(". ") >= 0) {
        firstSentence.put(mark, System.nanoTime());
      }
    }
    write(out, END);
  }

  private static String text(String mark, int sentences) {
    var text = new StringBuilder("Patient: adult, told as stream ").append(mark).append(". ");
    for (int i = 0; i < sentences; i++) {
      text.append("Noted in part ")
          .append(i)
          .append(" of ")
          .append(mark)
          .append(": cough, dry 😰, worse at night. ");
    }
    return text.append("End of ").append(mark).append('.').toString();
  }

  private static String json(boolean isSummary, String message) {
    return "{\"isSummary\":%s,\"urgency\":\"unchanged\",\"evidence\":\"\",\"message\":\"%s\"}"
        .formatted(isSummary, message);
  }

  private static String piece(String text) {
    return "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":%s},\"finish_reason\":null}]}\n\n"
        .formatted(JSON.writeValueAsString(text));
  }

  private static final String END =
      "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
          + "data: [DONE]\n\n";

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException gone) {
      // it is
    }
  }
}
