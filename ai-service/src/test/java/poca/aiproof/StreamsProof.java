package poca.aiproof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import poca.aitest.RealAi;
import poca.aitest.Surroundings;
import poca.aitest.World;
import poca.testkit.RealParts;
import poca.testkit.TestPostgres;

/// Many answers at once on one instance, and answers that are cut off again and again while
/// instances die. Takes minutes.
@RealAi
@TestPropertySource(
    properties = {
      "poca.ai.openai-api-key=key",
      "poca.ai.openai-model=gpt-x",
      "poca.ai.timeout-seconds=55",
      "poca.ai.turns-per-hour=0"
    })
class StreamsProof {

  /// More than 35 s at the pace below.
  private static final int SENTENCES = 50;

  private static final int PER_SECOND = 20;
  private static final int STREAMS = Integer.getInteger("streams", 500);
  private static final int ROUNDS = 2;

  private static final int CLIENTS = 40;
  private static final int CUTS = 200;
  private static final int CUTS_OF_EACH = 7;
  private static final int RESTARTS = 2;

  private static final SteadyProvider PROVIDER = new SteadyProvider(SENTENCES, PER_SECOND);
  private static final Path REPORT = Path.of("target/proof-streams.txt");

  @Autowired World world;
  @Autowired JdbcClient jdbc;
  @Autowired TestPostgres.Database database;

  @Value("${poca.audit.key}")
  String auditKey = "";

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry registry) {
    registry.add("poca.ai.openai-base-url", PROVIDER::url);
  }

  private Map<String, String> properties() {
    var properties = new HashMap<String, String>();
    properties.put("spring.datasource.url", database.url());
    properties.put("spring.datasource.username", database.user());
    properties.put("spring.datasource.password", database.password());
    properties.put("spring.kafka.bootstrap-servers", RealParts.kafka().bootstrapServers());
    properties.put("poca.audit.key", auditKey);
    properties.put("poca.ai.openai-api-key", "key");
    properties.put("poca.ai.openai-model", "gpt-x");
    properties.put("poca.ai.openai-base-url", PROVIDER.url());
    properties.put("poca.ai.timeout-seconds", "55");
    properties.put("poca.ai.turns-per-hour", "0");
    for (var peer : new String[] {"auth", "directory", "records", "chat"}) {
      properties.put("poca.peers." + peer + "-service", Surroundings.NEIGHBOURS.url());
    }
    return properties;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// A client whose next message gets the summary.
  private record Ready(World.Pair pair, String session, Reader reader) {}

  private Ready ready(int number) {
    var pair = world.pair();
    var session = session(pair);
    for (int seq = 1; seq <= 2; seq++) {
      jdbc.sql(
              """
              insert into ai_message
                (id, session_id, seq, author_id, message, response, engine, at)
              values (gen_random_uuid(), cast(:id as uuid), :seq, :author, :said, :asked, 'openai',
                now())
              """)
          .param("id", session)
          .param("seq", seq)
          .param("author", pair.patient().id())
          .param("said", seq == 1 ? "I have had a cough for three days" : "no")
          .param("asked", seq == 1 ? "Do you bring up any phlegm?" : "Is it worse at night?")
          .update();
    }
    jdbc.sql(
            """
            update ai_session set last_seq = 2, question_count = 2 where id = cast(:id as uuid)
            """)
        .param("id", session)
        .update();
    return new Ready(pair, session, new Reader(pair.patient(), session));
  }

  /// On a machine that has much else to do.
  private String session(World.Pair pair) {
    var body = Map.of("chat_id", pair.chat());
    for (int i = 0; i < 50; i++) {
      var response = world.post(pair.patient(), "/ai/sessions", body);
      if (response.status() == 200) return response.data().path("id").asString();
      Instance.pause(Duration.ofMillis(200));
    }
    throw new AssertionError("no session");
  }

  private List<Ready> ready(int from, int many) throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var waiting = new ArrayList<Future<Ready>>();
      for (int i = from; i < from + many; i++) {
        var number = i;
        waiting.add(threads.submit(() -> ready(number)));
      }
      var all = new ArrayList<Ready>();
      for (var one : waiting) {
        all.add(one.get());
      }
      return all;
    }
  }

  private String stored(Ready client) {
    return jdbc.sql(
            """
            select coalesce(response, '') from ai_message where session_id = cast(:id as uuid)
            order by seq desc limit 1
            """)
        .param("id", client.session())
        .query(String.class)
        .single();
  }

  private static void report(String line) throws IOException {
    System.out.println(line);
    Files.writeString(REPORT, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String words(int client, int round) {
    return "no, told as stream " + client + "-" + round;
  }

  @Test
  void five_hundred_streams_at_once_lose_reorder_and_mix_nothing() throws Exception {
    var rounds = new ArrayList<List<Ready>>();
    for (int round = 0; round < ROUNDS; round++) {
      rounds.add(ready(round * STREAMS, STREAMS));
    }
    try (var instance = Instance.start(freePort(), properties());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      // the code of a first answer is loaded and compiled
      try (var warm = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var one : ready(10_000, 40)) {
          warm.submit(() -> stream(instance, one, 9, 9));
        }
      }
      var tokens = PROVIDER.tokens();
      var cpu = instance.processorTime();
      var start = System.nanoTime();
      var all = new ArrayList<Future<?>>();
      for (int i = 0; i < STREAMS; i++) {
        var client = i;
        all.add(
            threads.submit(() -> {
              // within ten seconds: after that all are there for more than a minute
              Instance.pause(Duration.ofMillis(client * 10_000L / STREAMS));
              for (int round = 0; round < ROUNDS; round++) {
                stream(instance, rounds.get(round).get(client), client, round);
              }
            }));
      }
      for (var one : all) {
        one.get();
      }
      var took = Duration.ofNanos(System.nanoTime() - start);
      var used = instance.processorTime().minus(cpu);
      tokens = PROVIDER.tokens() - tokens;

      var wrong = new ArrayList<String>();
      var pieces = 0;
      var putOff = 0;
      var added = new ArrayList<Long>();
      var untilHeard = new ArrayList<Long>();
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < STREAMS; i++) {
          var client = rounds.get(round).get(i);
          var reader = client.reader();
          var mark = i + "-" + round;
          pieces += reader.pieces();
          putOff += reader.putOff();
          if (!reader.complaints().isEmpty()) wrong.add(mark + ": " + reader.complaints());
          if (!reader.text().equals(stored(client))) wrong.add(mark + ": not what is stored");
          if (!reader.text().equals(reader.answer())) wrong.add(mark + ": not the answer");
          if (!reader.text().contains("End of " + mark + ".")) wrong.add(mark + ": not its own");
          if (reader.changes() > 0) wrong.add(mark + ": another engine");
          added.add((reader.firstHeard() - PROVIDER.firstSentence(mark)) / 1_000);
          untilHeard.add((reader.firstHeard() - PROVIDER.firstToken(mark)) / 1_000);
        }
      }
      report(
          "%d streams, %d rounds, %d tokens in %.1f s (%.0f/s), %d pieces heard, %d put off, %d wrong"
              .formatted(
                  STREAMS,
                  ROUNDS,
                  tokens,
                  took.toMillis() / 1e3,
                  tokens * 1e3 / took.toMillis(),
                  pieces,
                  putOff,
                  wrong.size()));
      report(
          "processor time %d ms, %.1f µs a token"
              .formatted(used.toMillis(), used.toNanos() / 1e3 / tokens));
      report("first piece heard after the provider ended its sentence: " + spread(added));
      report("first piece heard after the provider's first token: " + spread(untilHeard));
      wrong.stream().limit(20).forEach(System.out::println);
      assertThat(wrong).isEmpty();
    }
  }

  /// In milliseconds.
  private static String spread(List<Long> micros) {
    var sorted = micros.stream().sorted().toList();
    return "median %.1f ms, 95 %% %.1f ms, 99 %% %.1f ms, longest %.1f ms"
        .formatted(
            sorted.get(sorted.size() / 2) / 1e3,
            sorted.get(sorted.size() * 95 / 100) / 1e3,
            sorted.get(sorted.size() * 99 / 100) / 1e3,
            sorted.getLast() / 1e3);
  }

  private static void stream(Instance instance, Ready client, int number, int round) {
    var reader = client.reader();
    for (int i = 0; !reader.connect(instance.port()); i++) {
      assertThat(i).as("refusals of stream " + number).isLessThan(20);
      Instance.pause(Duration.ofMillis(500));
    }
    reader.say(words(number, round));
    while (!reader.awaitAnswer(100)) {
      // told to come again later
      assertThat(reader.wasPutOff()).as("stream " + number + reader.complaints()).isTrue();
      reader.say(words(number, round));
    }
    reader.cut();
  }

  @Test
  void who_is_cut_off_and_whose_instance_dies_has_what_is_stored_in_the_end() throws Exception {
    var clients = ready(0, CLIENTS);
    var random = new Random(20261128);
    var cuts = new AtomicInteger();
    var port = freePort();
    var instance = Instance.start(port, properties());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var start = System.nanoTime();
      var all = new ArrayList<Future<?>>();
      for (int i = 0; i < CLIENTS; i++) {
        var number = i;
        var seed = random.nextLong();
        all.add(
            threads.submit(
                () -> readThroughCuts(clients.get(number), number, port, new Random(seed), cuts)));
      }
      for (int restart = 0; restart < RESTARTS; restart++) {
        Instance.pause(Duration.ofSeconds(8));
        instance.kill();
        instance = Instance.start(port, properties());
      }
      for (var one : all) {
        one.get();
      }
      var took = Duration.ofNanos(System.nanoTime() - start);
      var wrong = new ArrayList<String>();
      var changes = 0;
      for (int i = 0; i < CLIENTS; i++) {
        var reader = clients.get(i).reader();
        changes += reader.changes();
        if (!reader.complaints().isEmpty()) wrong.add(i + ": " + reader.complaints());
        if (!reader.text().equals(stored(clients.get(i)))) wrong.add(i + ": not what is stored");
        if (!reader.text().equals(reader.answer())) wrong.add(i + ": not the answer");
      }
      report(
          "%d answers, %d cuts, %d kills of the instance, %d beginnings again in %.0f s: %d wrong"
              .formatted(
                  CLIENTS, cuts.get(), RESTARTS, changes, took.toMillis() / 1e3, wrong.size()));
      wrong.forEach(System.out::println);
      assertThat(wrong).isEmpty();
      assertThat(cuts.get()).isGreaterThanOrEqualTo(CUTS);
    } finally {
      instance.close();
    }
  }

  /// On the instance that dies or on the one of this JVM, as it comes.
  private void readThroughCuts(
      Ready client, int number, int dying, Random random, AtomicInteger cuts) {
    var reader = client.reader();
    var ports = new int[] {dying, world.port()};
    var left = CUTS_OF_EACH;
    var until = System.nanoTime() + Duration.ofMinutes(4).toNanos();
    while (System.nanoTime() < until) {
      if (reader.isCut()) {
        // the first words go to the instance that is going to die
        var at = left == CUTS_OF_EACH ? 0 : random.nextInt(2);
        if (!reader.connect(ports[at])) {
          Instance.pause(Duration.ofMillis(300));
          if (left == CUTS_OF_EACH) left--;
          continue;
        }
        reader.goOn(words(number, 0));
      }
      if (left > 0) {
        Instance.pause(Duration.ofMillis(200 + random.nextInt(3_500)));
        if (reader.awaitAnswer(0)) {
          return;
        }
        reader.cut();
        cuts.incrementAndGet();
        left--;
      } else if (reader.awaitAnswer(1)) {
        return;
      }
    }
    throw new AssertionError("no answer for " + number + ": " + reader.complaints());
  }
}
