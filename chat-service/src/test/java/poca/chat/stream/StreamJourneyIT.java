package poca.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import poca.chattest.AnotherInstance;
import poca.chattest.EventClient;
import poca.chattest.EventSource;
import poca.chattest.RealChat;
import poca.chattest.World;
import poca.testkit.TestPostgres;
import poca.testkit.world.Person;
import tools.jackson.databind.JsonNode;

/// A telephone that loses its network all the time, and a house whose instances come and go.
@RealChat
class StreamJourneyIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int MESSAGES = 300;
  private static final int WRITERS = 3;
  private static final long SEED = 20261130;

  @Autowired World world;
  @Autowired TestPostgres.Database database;

  @Value("${poca.audit.key}")
  String auditKey = "";

  @Test
  void however_often_the_stream_is_cut_the_client_has_what_one_has_that_never_was() {
    var doctor = world.doctor();
    var pairs = List.of(world.pair(doctor), world.pair(doctor), world.pair(doctor));
    var written =
        CompletableFuture.allOf(
            pairs.stream()
                .map(pair -> CompletableFuture.runAsync(() -> write(pair)))
                .toArray(CompletableFuture<?>[]::new));
    var all = LongStream.rangeClosed(1, WRITERS * (MESSAGES + 1)).boxed().toList();
    try (var reference = EventClient.connect(world.port(), doctor, 0L)) {
      var random = new Random(SEED);
      var log = new ArrayList<JsonNode>();
      for (var start = 0; start < 3; start++) {
        try (var instance = AnotherInstance.start(database, auditKey)) {
          for (var cut = 0; cut < 25; cut++) {
            var port = random.nextInt(4) == 0 ? world.port() : instance.port();
            follow(port, doctor, log, random);
          }
        }
      }
      written.join();
      await().atMost(SOON).until(() -> ids(reference.frames()).equals(all));
      while (log.size() < all.size()) {
        follow(world.port(), doctor, log, random);
      }
      assertThat(log).isEqualTo(reference.frames());
    }
    var messages = ConcurrentHashMap.newKeySet();
    try (var again = EventClient.connect(world.port(), doctor, 0L)) {
      await().atMost(SOON).until(() -> again.frames().size() == all.size());
      again.frames().forEach(frame -> messages.add(frame.path("data").path("message_id")));
    }
    assertThat(messages).as("each message once, and no message").hasSize(WRITERS * MESSAGES + 1);
  }

  private void write(World.Pair pair) {
    for (var i = 0; i < MESSAGES; i++) {
      assertThat(world.say(pair.patient(), pair.chat(), "m" + i).status()).isEqualTo(200);
    }
  }

  /// Takes a few events, by either way, and is cut.
  private static void follow(int port, Person person, List<JsonNode> log, Random random) {
    var after = log.isEmpty() ? 0 : log.getLast().path("id").asLong();
    var wanted = 1 + random.nextInt(20);
    if (random.nextBoolean()) {
      var client = EventClient.connect(port, person, after);
      take(wanted, client::frames, log);
      client.drop();
    } else {
      try (var client = EventSource.connect(port, person, "", Long.toString(after))) {
        take(wanted, client::frames, log);
      }
    }
  }

  private static void take(int wanted, Supplier<List<JsonNode>> heard, List<JsonNode> log) {
    var until = System.nanoTime() + Duration.ofSeconds(1).toNanos();
    while (heard.get().size() < wanted && System.nanoTime() < until) {
      LockSupport.parkNanos(1_000_000);
    }
    log.addAll(heard.get());
  }

  private static List<Long> ids(List<JsonNode> frames) {
    return frames.stream().map(frame -> frame.path("id").asLong()).toList();
  }
}
