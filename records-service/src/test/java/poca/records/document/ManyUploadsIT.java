package poca.records.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.records.RecordsService;
import poca.recordstest.Bucket;
import poca.recordstest.Form;
import poca.recordstest.Samples;
import poca.recordstest.Surroundings;
import poca.recordstest.Wire;
import poca.recordstest.World;
import poca.testkit.RealParts;
import poca.testkit.world.Person;

/// Many uploads at once, whose lines are cut, to a store that is away for a while. What is answered
/// to a line that is cut is in no API description, so nobody compares it here.
@SpringBootTest(
    classes = RecordsService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({RealParts.class, Surroundings.class, Wire.class, Bucket.class, World.class})
class ManyUploadsIT {

  private static final int UPLOADS = 160;
  private static final int AT_ONCE = 16;
  private static final int LARGEST = 1_500_000;
  private static final Pattern STORED = Pattern.compile("\"data\":\\{\"id\":\"([0-9a-f-]{36})\"");

  @Autowired World world;
  @Autowired JdbcClient jdbc;
  @Autowired Bucket bucket;
  @Autowired UploadJanitor janitor;

  @AfterEach
  void mend() {
    Wire.mend();
  }

  @Test
  void every_row_has_its_object_and_what_was_acknowledged_comes_back() throws Exception {
    var person = world.patient();
    var acknowledged = new ConcurrentHashMap<UUID, byte[]>();
    var half = new CountDownLatch(UPLOADS / 2);
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var i = 0; i < UPLOADS; i++) {
        var chance = new Random(i);
        threads.execute(() -> {
          var content = Samples.pdf(1000 + chance.nextInt(LARGEST));
          send(person, content, chance).ifPresent(id -> acknowledged.put(id, content));
          half.countDown();
        });
      }
      assertThat(half.await(3, TimeUnit.MINUTES)).isTrue();
      Wire.cutUpwardsAfter(2_000_000); // the store goes in the middle of something
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() ->
              world.form(person, "/documents/upload", form(Samples.pdf(2000))).status() == 503);
      Wire.mend();
    }

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          janitor.removeUnfinished(Duration.ZERO);
          janitor.removeObjectsWithoutRow(Duration.ZERO);
          assertThat(states(person)).allMatch("available"::equals);
          var objects = bucket.ids();
          assertThat(objects).containsAll(documents(person));
          assertThat(rows()).containsAll(objects);
        });
    assertThat(acknowledged).hasSizeGreaterThan(UPLOADS / 4);
    for (Map.Entry<UUID, byte[]> one : acknowledged.entrySet()) {
      assertThat(world.download(person, "/documents/" + one.getKey() + "/download").body())
          .isEqualTo(one.getValue());
    }
  }

  private static Form form(byte[] content) {
    return new Form().file("a.pdf", content);
  }

  /// Four of ten lines are cut: three within the file, one when it has been sent.
  ///
  /// @return the document, if the service said that it is stored
  private Optional<UUID> send(Person person, byte[] content, Random chance) {
    var body = form(content).body();
    var head =
        """
        POST /api/v1/documents/upload HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        Content-Type: %s\r
        Content-Length: %d\r
        Connection: close\r
        \r
        """
            .formatted(person.token(), Form.TYPE, body.length);
    var fate = chance.nextInt(10);
    try (var line = new Socket(InetAddress.getLoopbackAddress(), world.port())) {
      var out = line.getOutputStream();
      out.write(head.getBytes(US_ASCII));
      out.write(body, 0, fate < 3 ? chance.nextInt(body.length) : body.length);
      out.flush();
      if (fate < 4) {
        return Optional.empty();
      }
      var answer = new String(line.getInputStream().readAllBytes(), ISO_8859_1);
      var stored = STORED.matcher(answer);
      return stored.find() ? Optional.of(UUID.fromString(stored.group(1))) : Optional.empty();
    } catch (IOException refusedMeanwhile) {
      return Optional.empty();
    }
  }

  private List<String> states(Person person) {
    return jdbc.sql("select status from document where uploaded_by = :id")
        .param("id", person.id())
        .query(String.class)
        .list();
  }

  private List<String> documents(Person person) {
    return jdbc.sql("select id::text from document where uploaded_by = :id")
        .param("id", person.id())
        .query(String.class)
        .list();
  }

  private List<String> rows() {
    return jdbc.sql("select id::text from document").query(String.class).list();
  }
}
