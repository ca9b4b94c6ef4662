package poca.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The large attack, for `./poca prove exhaustion`: five thousand requests within a minute of which
/// only the first byte of the body comes, of five accounts at 25 addresses: more than they have
/// room for. Somebody who reads beside it does not notice.
@Gateway
class ExhaustionProof {

  private static final int CONNECTIONS = 5_000;
  private static final int ACCOUNTS = 5;
  private static final Duration TIME = Duration.ofSeconds(60);
  private static final int READS_PER_SECOND = 20;

  @LocalServerPort private int port;

  private final Map<String, Integer> answers = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Long> refusedMillis = new ConcurrentLinkedQueue<>();

  @Test
  void bodies_that_never_come_end_nothing_and_delay_nobody() throws Exception {
    var before = reads(Duration.ofSeconds(15), new AtomicBoolean(true));
    before = reads(Duration.ofSeconds(10), new AtomicBoolean(true)); // warm by now
    var attacked = new AtomicBoolean(true);
    List<Long> during;
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var reading = clients.submit(() -> reads(TIME.plusSeconds(30), attacked));
      attack();
      attacked.set(false);
      during = reading.get();
    }

    var report =
        "%,d connections in %d s, answers %s, p99 of a refusal %d ms%n"
                .formatted(
                    CONNECTIONS, TIME.toSeconds(), new TreeMap<>(answers), p99(refusedMillis))
            + "a reader at %d/s: p99 %d ms before, %d ms during (%d reads)%n"
                .formatted(READS_PER_SECOND, p99(before), p99(during), during.size());
    Files.writeString(Path.of("target", "proof-exhaustion.txt"), report);
    assertThat(answers.keySet()).as(report).isSubsetOf("408", "429", "503");
    assertThat(answers).as(report).containsKey("408");
    assertThat(refusedMillis).as(report).isNotEmpty();
    assertThat(p99(refusedMillis)).as(report).isLessThan(1_000);
    assertThat(p99(during)).as(report).isLessThanOrEqualTo(3 * Math.max(5, p99(before)));
  }

  private void attack() throws InterruptedException {
    var tokens = IntStream.range(0, ACCOUNTS).mapToObj(_ -> Stage.token()).toList();
    var pause = TIME.dividedBy(CONNECTIONS);
    var next = System.nanoTime();
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < CONNECTIONS; i++) {
        var token = tokens.get(i % tokens.size());
        var address = "198.51.100." + i % 25;
        clients.submit(() -> hang(token, address));
        next += pause.toNanos();
        Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
      }
    }
  }

  private Void hang(String token, String address) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(60_000);
      var sent = System.nanoTime();
      socket
          .getOutputStream()
          .write(
              "POST /api/v1/messages HTTP/1.1\r\nHost: poca\r\nContent-Type: application/json\r\nX-Forwarded-For: %s\r\nAuthorization: Bearer %s\r\nContent-Length: 60000\r\n\r\n{"
                  .formatted(address, token)
                  .getBytes(StandardCharsets.US_ASCII));
      var status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      answers.merge(status.isEmpty() ? "none" : status.substring(9), 1, Integer::sum);
      if (!status.endsWith("408")) {
        refusedMillis.add(Duration.ofNanos(System.nanoTime() - sent).toMillis());
      }
      return null;
    }
  }

  private List<Long> reads(Duration most, AtomicBoolean goOn) throws InterruptedException {
    var took = new ArrayList<Long>();
    var end = System.nanoTime() + most.toNanos();
    while (goOn.get() && System.nanoTime() < end) {
      var client = new Client(port);
      var token = Stage.token();
      var begun = System.nanoTime();
      assertThat(client.get("/api/v1/users/me", token).status()).isEqualTo(200);
      took.add(Duration.ofNanos(System.nanoTime() - begun).toMillis());
      Thread.sleep(Duration.ofSeconds(1).dividedBy(READS_PER_SECOND));
    }
    return took;
  }

  private static long p99(Iterable<Long> millis) {
    var sorted = new ArrayList<Long>();
    millis.forEach(sorted::add);
    sorted.sort(null);
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
  }
}
